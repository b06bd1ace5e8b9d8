// The calendar, with ical.js (Thunderbird's) and Debian's python3-icalendar.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";
import ICAL from "ical.js";
import { file, json, read } from "./site.mjs";

const events = json("events.json").events;
const languages = Object.keys(json("events.json").dossier);

for (const lang of languages) {
  const name = `timeline.${lang}.ics`;

  test(`${name}: every event, on its days`, () => {
    const component = new ICAL.Component(ICAL.parse(read(name)));
    const found = component.getAllSubcomponents("vevent").map((e) => new ICAL.Event(e));
    assert.equal(found.length, events.length);
    for (const event of events) {
      const match = found.find((e) => e.uid.startsWith(`${event.id}@`));
      assert.ok(match, event.id);
      assert.ok(match.startDate.isDate && match.endDate.isDate, event.id);
      if (event.earliest) assert.equal(match.startDate.toString(), event.earliest, event.id);
      if (event.latest) {
        const last = match.endDate.clone();
        last.addDuration(ICAL.Duration.fromSeconds(-24 * 3600));
        assert.equal(last.toString(), event.latest, event.id);
      }
      assert.equal(match.summary, event.title[lang] ?? event.title[languages[0]]);
    }
  });

  test(`${name}: python3-icalendar reads it`, () => {
    const script = "import sys,icalendar;c=icalendar.Calendar.from_ical(open(sys.argv[1],'rb').read());print(len(c.walk('VEVENT')), len(c.errors))";
    const out = execFileSync("/usr/bin/python3", ["-c", script, file(name)], { encoding: "utf8" });
    assert.equal(out.trim(), `${events.length} 0`);
  });
}

test("a broken calendar is refused", () => {
  assert.throws(() => ICAL.parse(read(`timeline.${languages[0]}.ics`).replace("END:VCALENDAR", "")));
});
