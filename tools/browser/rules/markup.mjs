// What every document has to carry, and what none may.

export const markup = [
  { name: "no page holds inline style or script", reader: "plain", check: inline },
  { name: "every page names its language and direction", check: language },
  { name: "every page has a title and a description", check: titles },
  { name: "every page has exactly one first-level heading", check: headings },
  { name: "every page is its own canonical address", check: canonical },
  { name: "no id stands twice on a page", check: repeated },
  { name: "no attribute was refused by its template", reader: "plain", check: refused },
  { name: "nothing is offered that does nothing without a script", reader: "plain", check: idle },
];

// A page that only forwards is never read: it needs no more than its target.
const standing = (pages) => pages.filter(({ role }) => role !== "moved");

function inline({ pages }) {
  return pages.flatMap(({ path, facts }) =>
    facts.inline.map(({ element, what }) => ({ path, element, says: what })));
}

function language({ pages }) {
  return standing(pages).flatMap(({ path, facts: { lang, dir } }) => [
    ...(isLanguage(lang) ? [] : [{ path, says: `<html lang="${lang}"> is no language tag` }]),
    ...(["ltr", "rtl"].includes(dir) ? [] : [{ path, says: `<html dir="${dir}"> should be ltr or rtl` }]),
  ]);
}

function isLanguage(tag) {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function titles({ pages }) {
  return standing(pages).flatMap(({ path, role, facts: { title, description } }) => [
    ...(title ? [] : [{ path, says: "has no title" }]),
    ...(description || role === "missing" ? [] : [{ path, says: "has no description" }]),
  ]);
}

function headings({ pages }) {
  return standing(pages)
    .filter(({ facts }) => facts.headings.length !== 1)
    .map(({ path, facts: { headings } }) => ({ path, element: headings.join(" "), says: `has ${headings.length} h1` }));
}

function canonical({ pages, local }) {
  return pages
    .filter(({ role }) => role === "page")
    .filter(({ path, facts }) => facts.canonical.length !== 1 || local(facts.canonical[0]) !== path)
    .map(({ path, facts }) => ({ path, says: `names ${facts.canonical.join(", ") || "nothing"} as canonical` }));
}

function repeated({ pages }) {
  return pages.flatMap(({ path, facts }) =>
    facts.repeatedIds.map((id) => ({ path, element: `#${id}`, says: "stands more than once" })));
}

function idle({ pages }) {
  return pages.flatMap(({ path, facts }) => facts.idle.map((element) => ({ path, element, says: "does nothing without a script" })));
}

// ZgotmplZ is what Go's html/template writes where it will not write what it was given.
function refused({ pages }) {
  return pages.flatMap(({ path, facts }) => facts.refused.map((element) => ({ path, element, says: "holds ZgotmplZ" })));
}
