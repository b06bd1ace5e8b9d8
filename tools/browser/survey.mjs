// A survey is everything the rules look at: each page of a built site as one
// kind of reader gets it, and what each address that the pages name answers.

import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { inPairs, inTabs, narrowest } from "./tabs.mjs";
import { visit } from "./visit.mjs";

// many is how many pages of one kind and language a survey looks at closely. Of the
// rest, which one template made of many records, the plain reader still reads every
// document, briefly; the scripted one leaves them out.
const many = 12;

// takeSurvey opens every HTML file under root.
//
// Each page has path, facts, troubles, overflow and a role: "moved" for a page
// that only forwards, "missing" for what is served instead of an absent page,
// "page" for all others.
export async function takeSurvey({ browser, root, origin, javaScript }) {
  const reader = { browser, javaScript };
  const { close, brief } = await divide(root);
  const look = (brief) => async (tab, path) => {
    const seen = await visit(tab, origin + path, { brief, javaScript });
    return { path, ...seen, role: roleOf(path, seen.facts) };
  };
  const pages = [
    ...await inTabs(reader, close, look(false)),
    ...(javaScript ? [] : await inTabs(reader, brief, look(true), { window: narrowest })),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  const published = publishedOrigin(pages, origin);
  const local = (url) => localPath(url, [origin, published]);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return {
    browser, root, origin, javaScript, pages, local,
    page: (path) => byPath.get(path),
    answers: await askAll(origin, pages, local),
  };
}

// divide parts the pages into those to look at closely and those that are more of the
// same. Pages of one record have the same name in every language, so that the first
// of one language are the first of the other.
async function divide(root) {
  const counts = new Map();
  const parts = { close: [], brief: [] };
  for (const path of await pagePaths(root)) {
    const markup = await readFile(join(root, decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path)), "utf8");
    const kind = `${/data-kind="?([\w-]+)/.exec(markup)?.[1] ?? path} ${/<html[^>]* lang="?([\w-]+)/.exec(markup)?.[1]}`;
    const seen = counts.get(kind) ?? 0;
    counts.set(kind, seen + 1);
    (seen < many ? parts.close : parts.brief).push(path);
  }
  return parts;
}

async function pagePaths(root) {
  const names = await readdir(root, { recursive: true }).catch(() => []);
  if (names.length === 0) throw new Error(`${root} holds no site; build it first`);
  return names
    .filter((name) => name.endsWith(".html") && !name.startsWith(`download${sep}`)) // offered as files, no pages of the site
    .map((name) => addressOf(name).replace(/\/index\.html$/, "/"))
    .sort();
}

// addressOf gives the path under which a file stands, in the spelling of URLs.
function addressOf(name) {
  const path = name.split(sep).join("/").replace(/[%?#]/g, encodeURIComponent);
  return new URL(`/${path}`, "http://site").pathname;
}

function roleOf(path, facts) {
  if (facts.refresh !== null) return "moved";
  return path.endsWith("/404.html") ? "missing" : "page";
}

// publishedOrigin is where the site will stand: what most canonical links name.
function publishedOrigin(pages, origin) {
  const counts = new Map();
  for (const { facts } of pages) {
    for (const url of facts.canonical.filter(Boolean)) {
      const named = new URL(url).origin;
      counts.set(named, (counts.get(named) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? origin;
}

// localPath gives the path of an address of this site, null for any other.
function localPath(url, origins) {
  if (!url) return null;
  const { origin, pathname } = new URL(url);
  return origins.includes(origin) ? pathname : null;
}

// askAll asks once for every address of this site that some page names.
async function askAll(origin, pages, local) {
  const paths = new Set(pages.flatMap(({ facts }) =>
    [...facts.links, ...facts.resources, ...facts.forms, { url: facts.refresh }, ...facts.alternates, ...facts.canonical.map((url) => ({ url }))]
      .map(({ url }) => local(url))
      .filter(Boolean)));
  const answers = await inPairs([...paths], async (path) => [path, await ask(origin, path, "*")]);
  return new Map(answers);
}

// ask returns { status, location, headers, body } without following redirects.
export async function ask(origin, path, language) {
  const response = await fetch(origin + path, { redirect: "manual", headers: { "Accept-Language": language } });
  return {
    status: response.status,
    location: response.headers.get("location"),
    headers: response.headers,
    body: await response.text(),
  };
}

// filePaths lists the addresses of all files of the site, pages or not.
export async function filePaths(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => addressOf(relative(root, join(entry.parentPath ?? entry.path, entry.name))))
    .sort();
}
