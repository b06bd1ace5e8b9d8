// A place in the appendix, asked for: on a phone, the entry stands at the top of the
// window and its evidence is open; whatever the page leaves out until it is needed, it
// shows the focus whole.

import { go, inTabs } from "../tabs.mjs";
import { specimens } from "./access.mjs";

export const arriving = [
  { name: "who asks for a figure of the appendix stands before it and its evidence", reader: "plain", check: arrivals },
  { name: "an entry of the appendix shows the focus whole", reader: "plain", check: outlines },
];

const appendices = (survey) => specimens(survey).filter(({ facts }) => facts.entries.length > 0);

async function arrivals(survey) {
  const visits = appendices(survey).flatMap(({ path, facts: { entries } }) =>
    [...new Set([entries.at(Math.floor(entries.length / 2)), entries.at(-3), entries[0]])].filter(Boolean).map((id) => ({ path, id })));
  const found = await inTabs(survey, visits, async (page, { path, id }) => {
    await go(page, `${survey.origin}${path}#${id}`);
    const says = await page.evaluate(readArrival, id);
    return says ? [{ path, element: `#${id}`, says }] : [];
  });
  return found.flat();
}

// readArrival runs in the page. The top of the window is its first lines, unless the
// page ends before the entry can stand there.
function readArrival(id) {
  const entry = document.getElementById(id);
  const { top } = entry.getBoundingClientRect();
  const end = document.scrollingElement.scrollHeight - innerHeight - scrollY < 1;
  if (top < -1 || top > 32 && !(end && top < innerHeight)) return `stands ${Math.round(top)} px below the top of the window`;
  const kept = [...entry.querySelectorAll("details > :not(summary)")].filter((e) => !e.checkVisibility({ contentVisibilityAuto: true }) || !e.getClientRects().length);
  return kept.length > 0 ? "does not show its evidence" : "";
}

async function outlines(survey) {
  const found = await inTabs(survey, appendices(survey), async (page, { path }) => {
    await go(page, survey.origin + path);
    await page.evaluate(() => document.querySelector(".entry").scrollIntoView());
    await page.waitForTimeout(60); // with scripting off nothing tells when it has been drawn
    return (await page.evaluate(readOutlines)).map((finding) => ({ path, ...finding }));
  });
  return found.flat();
}

// readOutlines runs in the page: outlines that reach over the edge of an entry that cuts
// off what does, of the entries that are drawn. Of the elements that look alike one is
// enough.
function readOutlines() {
  const found = new Map();
  for (const entry of [...document.querySelectorAll(".entry")].slice(0, 12)) {
    const style = getComputedStyle(entry);
    const cuts = style.contentVisibility !== "visible" || /paint|strict|content/.test(style.contain) || style.overflow !== "visible";
    if (!cuts || !entry.firstElementChild.checkVisibility({ contentVisibilityAuto: true })) continue;
    const hidden = style.overflow !== "visible" && style.overflow !== "clip";
    const room = hidden ? 0 : parseFloat(/[\d.]+px/.exec(style.overflowClipMargin)?.[0] ?? "0");
    const edge = entry.getBoundingClientRect();
    for (const element of entry.querySelectorAll("a[href], button, summary")) {
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      element.focus({ focusVisible: true, preventScroll: true });
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      const reach = outlineStyle === "none" ? 0 : parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const over = [...element.getClientRects()].map((box) => reach - room + Math.max(edge.left - box.left, edge.top - box.top, box.right - edge.right, box.bottom - edge.bottom));
      const most = Math.max(...over);
      const like = `${element.localName}.${element.className}`;
      if (most > 0.5 && !found.has(like)) found.set(like, { element: element.outerHTML.slice(0, 100), says: `has a focus that its entry cuts off by ${most.toFixed(1)} px` });
    }
  }
  return [...found.values()];
}
