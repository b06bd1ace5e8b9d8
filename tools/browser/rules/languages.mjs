// The site is the same site in every language, and one step leads from a
// paragraph to the same paragraph in another.

export const languages = [
  { name: "alternates name each other, themselves and a default", check: reciprocal },
  { name: "every page exists in every language", check: complete },
  { name: "every unit of a page exists in its other languages", check: sameUnits },
  { name: "every page leads to itself in its other languages", check: pageSwitch },
  { name: "every paragraph leads to itself in its other languages", check: unitSwitch },
];

const defaultName = "x-default";
const published = ({ pages }) => pages.filter(({ role }) => role === "page");

// others lists the versions of a page in other languages that exist here.
function others(survey, { path, facts }) {
  return facts.alternates
    .filter(({ language }) => language !== defaultName)
    .map(({ language, url }) => ({ language, page: survey.page(survey.local(url)) }))
    .filter(({ page }) => page && page.path !== path);
}

function reciprocal(survey) {
  return published(survey).flatMap((page) => {
    const { path, facts } = page;
    const report = (says) => [{ path, says }];
    const named = facts.alternates.map(({ url }) => survey.local(url));
    if (facts.alternates.length === 0) return report("names no alternates");
    return [
      ...(facts.alternates.some(({ language }) => language === defaultName) ? [] : report("names no x-default")),
      ...(named.includes(path) ? [] : report("does not name itself among its alternates")),
      ...ownLanguage(survey, page).flatMap(report),
      ...facts.alternates.filter((_, i) => !survey.page(named[i])).flatMap(({ language, url }) => report(`its ${language} version ${url} does not exist`)),
      ...others(survey, page).filter(({ page: other }) => set(other) !== set(page)).flatMap(({ page: other }) => report(`and ${other.path} name different alternates`)),
    ];
  });
}

const set = ({ facts }) => facts.alternates.map(({ language, url }) => `${language} ${url}`).sort().join("\n");
const primary = (tag) => tag.toLowerCase().split("-")[0];

// ownLanguage compares what a page calls its language with what its alternates
// call it.
function ownLanguage(survey, { path, facts }) {
  return facts.alternates
    .filter(({ language, url }) => language !== defaultName && survey.local(url) === path && primary(language) !== primary(facts.lang))
    .map(({ language }) => `is called ${language} by its alternates and ${facts.lang} by itself`);
}

function complete(survey) {
  const all = new Set(published(survey).flatMap(({ facts }) => facts.alternates.map(({ language }) => language)));
  return published(survey).flatMap(({ path, facts }) =>
    [...all]
      .filter((language) => language !== defaultName && !facts.alternates.some((alternate) => alternate.language === language))
      .map((language) => ({ path, says: `has no ${language} version` })));
}

function sameUnits(survey) {
  return published(survey).flatMap((page) =>
    others(survey, page).flatMap(({ page: other }) =>
      page.facts.units
        .filter((id) => !other.facts.ids.includes(id))
        .map((id) => ({ path: page.path, element: `#${id}`, says: `is missing from ${other.path}` }))));
}

function pageSwitch(survey) {
  return published(survey).flatMap((page) =>
    others(survey, page)
      .filter(({ page: other }) => !page.facts.links.some(({ url, visible, unit }) => visible && !unit && survey.local(url) === other.path))
      .map(({ page: other }) => ({ path: page.path, says: `shows no link to ${other.path}` })));
}

// A paragraph that is offered as an address, by a link to itself, is offered in
// the other languages too. A page with paragraphs offers at least one.
function unitSwitch(survey) {
  return published(survey).flatMap((page) =>
    others(survey, page).flatMap(({ page: other }) => [
      ...lostSwitches(survey, page, other),
      ...misplacedSwitches(survey, page, other),
    ]));
}

function lostSwitches(survey, page, other) {
  const paragraphs = page.facts.units.filter((id) => id.startsWith("p-"));
  if (paragraphs.length === 0) return [];
  const offered = paragraphs.filter((id) => pointsTo(survey, page, page.path, id));
  if (offered.length === 0) return [{ path: page.path, says: "has paragraphs, none with a link to itself" }];
  return offered
    .filter((id) => !pointsTo(survey, page, other.path, id))
    .map((id) => ({ path: page.path, element: `#${id}`, says: `has no link to ${other.path}#${id}` }));
}

const pointsTo = (survey, page, path, id) =>
  page.facts.links.some(({ url, unit }) => unit === id && survey.local(url) === path && new URL(url).hash === `#${id}`);

function misplacedSwitches(survey, page, other) {
  return page.facts.links
    .filter(({ url, unit }) => unit && survey.local(url) === other.path && new URL(url).hash !== `#${unit}`)
    .map(({ element, unit }) => ({ path: page.path, element, says: `stands in ${unit} and leads to another place of ${other.path}` }));
}
