// A page loads in silence: no complaint, no refusal, nothing asked of others.

const troubled = (kind) => ({ pages }) =>
  pages.flatMap(({ path, troubles }) =>
    troubles.filter((trouble) => trouble.kind === kind).map(({ says }) => ({ path, says })));

export const quiet = [
  { name: "no page writes an error or a warning to the console", check: troubled("console") },
  { name: "no page meets the content security policy", check: troubled("policy") },
  { name: "nothing moves while a page loads", reader: "scripted", check: troubled("shift") },
  { name: "nothing is animated for who asked for stillness", check: animated },
  { name: "no request fails", check: troubled("request") },
  { name: "no page asks another origin for anything", check: (survey) => [...troubled("foreign")(survey), ...foreignResources(survey)] },
];

// foreignResources reads the markup as well: a hint such as preconnect, or a
// file that only some browsers fetch, leaves no trace in a log of requests.
function foreignResources({ pages, local }) {
  return pages.flatMap(({ path, facts }) =>
    [...facts.resources, ...facts.forms]
      .filter(({ url }) => url && /^(https?|wss?):/.test(url) && local(url) === null)
      .map(({ element, url }) => ({ path, element, says: `names ${url}` })));
}

// The tests ask for reduced motion.
function animated({ pages }) {
  return pages.flatMap(({ path, facts }) => (facts.animated > 0 ? [{ path, says: `runs ${facts.animated} animations` }] : []));
}
