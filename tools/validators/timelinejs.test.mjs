// The timeline, with TimelineJS itself: it must take the file and show each event.

import assert from "node:assert/strict";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { launch } from "../browser/chromium.mjs";
import { json } from "./site.mjs";

const script = join(dirname(fileURLToPath(import.meta.url)), "node_modules/@knight-lab/timelinejs/dist/js/timeline.js");
const languages = Object.keys(json("events.json").dossier);

// take gives a document to TimelineJS and returns what it makes of it.
async function take(page, document) {
  await page.setContent('<!doctype html><div id="t" style="height: 600px"></div>');
  await page.addScriptTag({ path: script });
  return page.evaluate(async (data) => {
    const timeline = new TL.Timeline("t", data, { script_path: "about:blank", font: null, ga_measurement_id: null });
    for (let i = 0; i < 100 && !timeline.config; i++) await new Promise((done) => setTimeout(done, 50));
    return {
      errors: timeline.config?.getErrors() ?? [], events: timeline.config?.events.length ?? 0, title: timeline.config?.title?.text.headline,
      dates: (timeline.config?.events ?? []).map((e) => e.start_date.data.date_obj instanceof Date && !Number.isNaN(e.start_date.data.date_obj.getTime())),
    };
  }, document);
}

test("TimelineJS takes it", async () => {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    for (const lang of languages) {
      const document = json(`timeline.${lang}.timelinejs.json`);
      const got = await take(page, document);
      assert.deepEqual(got.errors, [], lang);
      assert.equal(got.events, json("events.json").events.length, lang);
      assert.ok(got.dates.every(Boolean), "a date was not understood");
      assert.equal(got.title, document.title.text.headline);
    }
    const broken = json(`timeline.${languages[0]}.timelinejs.json`);
    broken.events = [];
    assert.notDeepEqual((await take(page, broken)).errors, [], "one without events passes");
  } finally {
    await browser.close();
  }
});
