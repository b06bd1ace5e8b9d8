// The language switch, taken: from a paragraph's own address, by its link, to
// the same paragraph in view in the other language. Markup can promise this and
// a hidden link or a sticky header still break it.

import { inPairs } from "../survey.mjs";
import { laptop, openContext, phone } from "../visit.mjs";

export const journey = [{ name: "the language switch arrives at the paragraph it left", reader: "plain", check }];

async function check(survey) {
  const context = await openContext(survey.browser, survey);
  const found = await inPairs(survey.pages, (from) => travelFrom(context, survey, from));
  await context.close();
  return found.flat();
}

// travelFrom makes the trips of one page in one tab.
async function travelFrom(context, survey, from) {
  const trips = tripsFrom(survey, from);
  if (trips.length === 0) return [];
  const page = await context.newPage();
  const found = [];
  for (const trip of trips) found.push(...await travel(page, survey.origin, trip));
  await page.close();
  return found;
}

// tripsFrom takes the first and the last paragraph that a page offers.
function tripsFrom({ page: find, local }, { path, facts }) {
  const switches = facts.links.filter(({ unit, url }) =>
    unit.startsWith("p-") && local(url) !== path && find(local(url)) && new URL(url).hash === `#${unit}`);
  const ends = new Set([switches.at(0)?.unit, switches.at(-1)?.unit]);
  return switches
    .filter(({ unit }) => ends.has(unit))
    .flatMap(({ unit, url }) => [phone, laptop].map((window) => ({ path, unit, window, to: local(url) })));
}

async function travel(page, origin, { path, unit, window, to }) {
  const failed = (says) => [{ path, element: `#${unit}`, says: `${says} (${window.width} px)` }];
  try {
    await page.setViewportSize(window);
    await page.goto(`${origin}${path}#${unit}`);
    const links = await page.locator(`[id="${unit}"] a[href*="#${unit}"]`).all();
    for (const link of links) {
      if (new URL(await link.evaluate((a) => a.href)).pathname !== to) continue;
      if (!(await link.isVisible())) return failed(`its link to ${to} is hidden from a reader who came to the paragraph`);
      await link.click({ timeout: 15_000 });
      await page.waitForURL(`**${to}#${unit}`, { timeout: 15_000 });
      const inView = await page.evaluate(arrived, unit);
      return inView ? [] : failed(`its link leads to ${to}, but the paragraph is not in view there`);
    }
    return failed(`has no link to ${to} any more`);
  } catch (error) {
    return failed(error.message.split("\n")[0]);
  }
}

// arrived: the paragraph is the target, and its first line is on the screen and
// not under something that stays there. Scrolling may round to the next pixel.
export function arrived(id) {
  const element = document.getElementById(id);
  if (!element?.matches(":target")) return false;
  const [line] = element.getClientRects();
  if (!line || line.top <= -1 || line.top >= innerHeight) return false;
  const seen = document.elementFromPoint(line.left + line.width / 2, Math.min(Math.max(line.top, 0) + 4, innerHeight - 1));
  return seen !== null && (element.contains(seen) || seen.contains(element));
}
