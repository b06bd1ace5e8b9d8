// The language switch, taken by keys: from a paragraph's own address, tabbing, to
// the same paragraph in view in the other language, with scripts and without.
// Every stop on the way shows that it has the focus.

import { go, inTabs, laptop, phone } from "../tabs.mjs";
import { specimens } from "./access.mjs";
import { arrived } from "./journey.mjs";

export const walks = [{ name: "the language switch keeps the paragraph for a reader with keys", check }];

async function check(survey) {
  const trips = [phone, laptop].flatMap((window) => specimens(survey).map((specimen) => ({ specimen, window })));
  const found = await inTabs(survey, trips, async (page, { specimen, window }) => {
    const { path } = specimen;
    try {
      const says = await switchLanguage(page, specimen, survey);
      return says ? [{ path, says: `${says} (${window.width} px)` }] : [];
    } catch (error) {
      return [{ path, says: error.message.split("\n")[0] }];
    }
  });
  return found.flat();
}

// switchLanguage returns what went wrong, or nothing.
async function switchLanguage(page, { path, facts }, { origin, page: find, local }) {
  const link = facts.links.find(({ unit, url }) =>
    unit.startsWith("p-") && local(url) !== path && find(local(url))?.facts.kind === facts.kind && new URL(url).hash === `#${unit}`);
  if (!link) return "";
  const to = local(link.url);
  await go(page, `${origin}${path}#${link.unit}`);
  const target = `a[href*="${to}#${link.unit}"]`;
  if (!(await tabTo(page, target))) return `no key leads from #${link.unit} to ${to}`;
  if (!(await page.evaluate(showsFocus))) return `the link from #${link.unit} to ${to} does not show that it has the focus`;
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${to}#${link.unit}`, { timeout: 15_000 });
  return (await page.evaluate(arrived, link.unit)) ? "" : `#${link.unit} is not in view at ${to}`;
}

// tabTo presses Tab until the focus is on an element that matches; false if it
// does not get there within what a paragraph holds.
async function tabTo(page, selector) {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector)) return true;
  }
  return false;
}

// showsFocus runs in the page: does the focused element carry an outline?
function showsFocus() {
  const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
  return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
}
