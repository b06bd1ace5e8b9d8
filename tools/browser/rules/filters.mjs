// Lists that can be narrowed down, by keyboard and without a script. The contract: a form
// of radio buttons, first of each group the one for everything; items whose data-f names
// the ids that they are shown by; in an item, perhaps, the heading of its list, shown at
// the first item of the list that is in. A section named by a heading of its own is shown
// if an item of it is.

import { go, inTabs } from "../tabs.mjs";
import { specimens } from "./access.mjs";

export const filters = [{ name: "a list is narrowed down by keyboard to what was asked for", reader: "plain", check }];

async function check(survey) {
  const found = await inTabs(survey, specimens(survey), (page, { path }) => walk(page, survey.origin, path));
  return found.flat();
}

async function walk(page, origin, path) {
  try {
    await go(page, origin + path);
    const groups = await page.evaluate(() => [...new Set([...document.querySelectorAll("form.filters input[type=radio]")].map((r) => r.name))]);
    if (groups.length === 0) return [];
    const faults = [];
    const note = (says) => faults.push({ path, says });
    (await page.evaluate(state)).faults.forEach(note);
    for (const name of groups) {
      await page.locator(`form.filters input[name="${name}"]:checked`).focus();
      await page.keyboard.press("ArrowDown");
      (await page.evaluate(state)).faults.forEach(note);
    }
    await page.emulateMedia({ media: "print" });
    const printed = await page.evaluate(state);
    if (printed.shown !== printed.all) note(`on paper it shows ${printed.shown} of ${printed.all}`);
    await page.emulateMedia({ media: "screen" });
    await page.locator("form.filters button[type=reset]").focus();
    await page.keyboard.press("Enter");
    const back = await page.evaluate(state);
    if (back.shown !== back.all) note(`its reset leaves ${back.shown} of ${back.all}`);
    return faults;
  } catch (error) {
    return [{ path, says: `cannot be narrowed down: ${error.message.split("\n")[0]}` }];
  }
}

// state compares what is shown with what was asked for, in the page or in a part of it.
// It runs inside the page.
export function state(part = "html") {
  const scope = document.querySelector(part);
  const chosen = [...scope.querySelectorAll("form.filters input:checked")].filter((r) => !r.id.endsWith("-all")).map((r) => r.id);
  const items = [...scope.querySelectorAll("[data-f]")].filter((e) => !e.closest("svg"));
  const visible = (e) => e.getClientRects().length > 0;
  const faults = [];
  for (const item of items) {
    const wanted = chosen.every((id) => item.dataset.f.split(" ").includes(id));
    if (matchMedia("screen").matches && visible(item) !== wanted) faults.push(`${visible(item) ? "shows" : "hides"} ${item.id} where ${chosen.join(" and ") || "everything"} was asked for`);
  }
  for (const list of new Set(items.map((item) => item.parentElement))) {
    const heads = [...list.querySelectorAll(":scope > [data-f] > :is(h2, h3).head, :scope > [data-f] > :is(.year-head, .group-head)")];
    if (heads.length === 0) continue;
    const some = [...list.children].some(visible);
    const shown = heads.filter(visible).length;
    if (shown !== (some ? 1 : 0)) faults.push(`a list with ${some ? "" : "no "}items shows ${shown} headings (${heads[0].textContent})`);
  }
  for (const section of new Set(items.map((item) => item.closest("section[aria-labelledby]")).filter(Boolean))) {
    const some = items.some((item) => section.contains(item) && visible(item));
    if (visible(section) !== some) faults.push(`${some ? "hides" : "shows"} the section ${section.getAttribute("aria-labelledby")} ${some ? "of" : "without"} items`);
  }
  return { faults: [...new Set(faults)].slice(0, 5), shown: items.filter(visible).length, all: items.length };
}
