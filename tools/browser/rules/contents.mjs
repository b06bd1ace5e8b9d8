// The contents of a chapter, without a script: on a phone and on a laptop they are shown,
// name every section in order, and lead to it.

import { go, inTabs, laptop, phone } from "../tabs.mjs";
import { specimens } from "./access.mjs";
import { arrived } from "./journey.mjs";

export const contents = [{ name: "the contents of a chapter are shown, complete, and lead where they say", reader: "plain", check }];

async function check(survey) {
  const chapters = specimens(survey).filter(({ facts }) => facts.kind === "chapter");
  const visits = [phone, laptop].flatMap((window) => chapters.map(({ path }) => ({ path, window })));
  const found = await inTabs(survey, visits, async (page, { path, window }) => {
    await go(page, survey.origin + path);
    const { faults, ids } = await page.evaluate(readContents);
    const ends = new Set([ids.at(0), ids.at(-1)].filter(Boolean));
    for (const id of ends) faults.push(...await follow(page, id));
    return faults.map(({ element, says }) => ({ path, element, says: `${says} (${window.width} px)` }));
  });
  return found.flat();
}

// readContents runs in the page. A section of the text has a heading that is a unit;
// what follows the text, as notes do, may be among the contents.
function readContents() {
  const faults = [];
  const links = [...document.querySelectorAll("nav.toc a[href^='#']")];
  if (links.length === 0) faults.push({ element: "nav.toc", says: "is not there, or leads nowhere" });
  const ids = links.map((link) => decodeURIComponent(link.hash.slice(1)));
  const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
  links.forEach((link, i) => {
    const target = document.getElementById(ids[i]);
    const heading = target?.matches("h2, h3") ? target : target?.querySelector("h2, h3");
    if (!link.checkVisibility({ visibilityProperty: true })) faults.push({ element: words(link), says: "is not shown among the contents" });
    if (!heading) faults.push({ element: words(link), says: "leads to no heading" });
    else if (!words(link).startsWith(words(heading))) faults.push({ element: words(link), says: `leads to “${words(heading)}”` });
  });
  for (const heading of document.querySelectorAll('main h2[id^="h-"]')) {
    if (!ids.includes(heading.id)) faults.push({ element: words(heading), says: "is missing from the contents" });
  }
  return { faults, ids: faults.length > 0 ? [] : ids };
}

// follow takes a link of the contents by key.
async function follow(page, id) {
  await page.evaluate((id) => document.querySelector(`nav.toc a[href="#${CSS.escape(id)}"]`).focus(), id);
  await page.keyboard.press("Enter");
  const went = await page.waitForURL(`**#${id}`, { timeout: 5_000 }).then(() => true, () => false);
  return went && (await page.evaluate(arrived, id)) ? [] : [{ element: `#${id}`, says: "is not in view when the contents led there" }];
}
