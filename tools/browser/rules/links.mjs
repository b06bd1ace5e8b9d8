// Whatever a page points to is there.

export const links = [
  { name: "every link leads to a page", check: targets },
  { name: "every fragment names an element of its page", check: fragments },
  { name: "every page can be reached from the first one", reader: "plain", check: orphans },
];

function targets(survey) {
  return survey.pages.flatMap(({ path, facts }) =>
    references(facts).flatMap(({ element, value, url }) => {
      const says = whyDead(survey, value, url);
      return says ? [{ path, element, says }] : [];
    }));
}

// references are links, files the page loads, where its forms lead and where it forwards to.
function references({ links, resources, forms, refresh }) {
  const forward = refresh === null ? [] : [{ element: '<meta http-equiv="refresh">', value: refresh, url: refresh }];
  return [...links, ...resources, ...forms, ...forward];
}

function whyDead({ answers, local, page }, value, url) {
  if (url === null) return `“${value}” is no address`;
  const path = local(url);
  if (path === null) return "";
  const { status, location } = answers.get(path);
  if (status === 200 && page(path)?.role !== "moved") return "";
  if (status === 200) return `leads to ${path}, which only forwards to ${page(path).facts.refresh}`;
  if (status >= 300 && status < 400) return `leads to ${path}, which only forwards to ${location}`;
  return `leads to ${path}, which answers ${status}`;
}

function fragments(survey) {
  return survey.pages.flatMap(({ path, facts }) =>
    references(facts).flatMap(({ element, url }) => {
      const target = survey.page(survey.local(url));
      const fragment = url && fragmentOf(url);
      if (!target || !fragment || target.facts.ids.includes(fragment)) return [];
      return [{ path, element, says: `no element of ${target.path} has the id “${fragment}”` }];
    }));
}

// fragmentOf is the id a URL points at: nothing for the page's own top, and
// without the text directive that some browsers add.
function fragmentOf(url) {
  const fragment = new URL(url).hash.slice(1).split(":~:")[0];
  if (fragment === "top") return "";
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // a stray "%" stands for itself
  }
}

function orphans(survey) {
  const reached = new Set(["/"]);
  for (const path of reached) {
    const { links = [], resources = [], forms = [] } = survey.page(path)?.facts ?? {};
    for (const { url } of [...links, ...resources, ...forms]) {
      const next = survey.local(url);
      if (next && survey.page(next)) reached.add(next);
    }
  }
  return survey.pages
    .filter(({ path, role }) => role === "page" && !reached.has(path))
    .map(({ path }) => ({ path, says: "no chain of links leads here from /" }));
}
