// axe-core finds nothing, on a page of each kind in each language, by day and
// by night, on a phone, a tablet and a laptop, with the first card closed and open. Where
// the night leaves everything shown in its place, it is asked about colours alone: nothing
// else that axe looks at has changed.

import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";
import { fit, go, inTabs } from "../tabs.mjs";
import { openCard } from "./cards.mjs";

export const access = [{ name: "axe finds no barrier", reader: "scripted", check }];

const views = ["light", "dark"].flatMap((colorScheme) => [390, 820, 1440].map((width) => ({ colorScheme, width })));

async function check(survey) {
  const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const found = await inTabs(survey, specimens(survey), (page, { path }) => examine(page, survey.origin, path, source));
  return found.flat();
}

// specimens takes one page of each kind and language, and further ones for what a kind has
// only on some pages, such as charts, or claims with a verdict. A page that does not say
// its kind (data-kind on html or body) is a kind of its own. The largest come first, so
// that the last ones are short and neither of two tabs waits for the other.
export function specimens({ pages }) {
  const known = new Map();
  const chosen = pages.filter(({ path, role, facts }) => {
    if (role === "moved") return false;
    const key = `${facts.kind || path} ${facts.lang} ${role}`;
    const parts = known.get(key);
    known.set(key, new Set([...(parts ?? []), ...facts.parts]));
    return !parts || facts.parts.some((part) => !parts.has(part));
  });
  const size = ({ facts }) => facts.ids.length + facts.links.length;
  return chosen.sort((a, b) => size(b) - size(a));
}

async function examine(page, origin, path, source) {
  const barriers = new Map();
  const days = new Map();
  const look = async ({ colorScheme, width }, state = "") => {
    const view = `${colorScheme} ${width} px${state}`;
    const laid = await page.evaluate(readPlaces);
    const same = colorScheme === "dark" && days.get(width + state) === laid;
    if (colorScheme === "light") days.set(width + state, laid);
    for (const { element, says } of await runAxe(page, same)) {
      const key = `${element} ${says}`;
      const seen = barriers.get(key) ?? { path, element, says, views: [] };
      barriers.set(key, { ...seen, views: [...seen.views, view] });
    }
  };
  try {
    await go(page, origin + path);
    await page.evaluate(source);
    for (const view of views) {
      await page.emulateMedia({ colorScheme: view.colorScheme });
      await fit(page, { width: view.width, height: 900 });
      await look(view);
      if (!(await openCard(page))) continue;
      await look(view, ", card open");
      await page.keyboard.press("Escape");
    }
  } catch (error) {
    return [{ path, says: `could not be examined: ${error.message.split("\n")[0]}` }];
  }
  return [...barriers.values()].map(({ views, says, ...where }) => ({ ...where, says: `${says} (${views.join("; ")})` }));
}

// readPlaces runs in the page: where each element stands, and how it is shown, but for
// its colours.
function readPlaces() {
  const { scrollX, scrollY } = globalThis;
  return [...document.querySelectorAll("body, body *")].map((e) => {
    const { display, visibility, opacity, overflow, position, pointerEvents, clipPath, fontSize, fontWeight, fontStyle } = getComputedStyle(e);
    const { left, top, width, height } = e.getBoundingClientRect();
    return [e.localName, left + scrollX, top + scrollY, width, height, display, visibility, opacity, overflow, position, pointerEvents, clipPath, fontSize, fontWeight, fontStyle].join();
  }).join(";");
}

// runAxe runs every rule that axe has switched on, best practices included; or those
// about colours.
async function runAxe(page, coloursOnly) {
  const violations = await page.evaluate(async (coloursOnly) => {
    const { axe } = globalThis;
    const colours = axe.getRules(["cat.color"]).filter(({ tags }) => !tags.includes("wcag2aaa") && !tags.includes("experimental")).map(({ ruleId }) => ruleId);
    const { violations } = await axe.run(document, { resultTypes: ["violations"], ...(coloursOnly && { runOnly: { type: "rule", values: colours } }) });
    return violations;
  }, coloursOnly);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => ({
      element: html.replace(/\s+/g, " ").slice(0, 160),
      says: `${id}: ${help}; ${(failureSummary ?? "").split("\n")[1]?.trim() ?? ""}`,
    })));
}
