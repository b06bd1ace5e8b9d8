// What the host adds: headers, the redirect by language, the pages for what is
// not there. All of it is asked over HTTP, under the rules of netlify.toml.

import { ask, filePaths } from "../survey.mjs";
import { inPairs } from "../tabs.mjs";

export const hosting = [
  { name: "every answer carries the security headers", reader: "plain", check: headers },
  { name: "the policy lets nothing in but files of the site", reader: "plain", check: policy },
  { name: "only names that hold a hash are kept for good", reader: "plain", check: caching },
  { name: "the first page forwards by language, and no other page does", reader: "plain", check: forwarding },
  { name: "an absent page answers 404 in the language of its path", reader: "plain", check: absent },
];

const required = {
  "content-security-policy": /default-src 'none'/,
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/,
  "strict-transport-security": /max-age=\d{8,}/,
  "cross-origin-opener-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\).*geolocation=\(\).*microphone=\(\)/,
};

async function headers(survey) {
  const answers = await inPairs(await filePaths(survey.root), async (path) => ({ path, ...(await ask(survey.origin, path, "*")) }));
  return answers.flatMap(({ path, headers }) =>
    Object.entries(required)
      .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ""))
      .map(([name]) => ({ path, says: `answers with ${name}: ${headers.get(name) ?? "nothing"}` })));
}

// A source may be 'self', 'none' or data: for pictures; Trusted Types hold.
async function policy({ origin }) {
  const path = "/";
  const { headers } = await ask(origin, path, "*");
  const directives = (headers.get("content-security-policy") ?? "").split(";").map((part) => part.trim().split(/\s+/));
  const value = (name) => directives.find(([directive]) => directive === name)?.slice(1).join(" ");
  const loose = directives
    .filter(([name]) => /-src|-ancestors|-action|-uri/.test(name))
    .flatMap(([name, ...sources]) => sources
      .filter((source) => !["'self'", "'none'"].includes(source) && !(name === "img-src" && source === "data:"))
      .map((source) => ({ path, says: `${name} lets in ${source}` })));
  const wanted = { "base-uri": "'none'", "form-action": "'none'", "frame-ancestors": "'none'", "require-trusted-types-for": "'script'", "trusted-types": "dossier-search" };
  const absent = Object.entries(wanted)
    .filter(([name, want]) => value(name) !== want && !(name === "form-action" && value(name) === "'self'"))
    .map(([name, want]) => ({ path, says: `${name} should be ${want}` }));
  return [...loose, ...absent];
}

const hashed = /[.-][0-9a-f]{8,}(\.min)?\.[a-z0-9]+$/;

async function caching({ root, origin }) {
  const found = await inPairs(await filePaths(root), async (path) => {
    const cache = (await ask(origin, path, "*")).headers.get("cache-control") ?? "";
    if (/immutable/.test(cache) === hashed.test(path)) return [];
    return [{ path, says: hashed.test(path) ? "holds a hash in its name and is not kept for good" : `is sent with ${cache}` }];
  });
  return found.flat();
}

// languagesOf reads the versions of the first page.
function languagesOf({ page, local }) {
  const alternates = page("/")?.facts.alternates ?? [];
  return alternates.filter(({ language }) => language !== "x-default").map(({ language, url }) => ({ language, home: local(url) }));
}

async function forwarding(survey) {
  const { origin } = survey;
  const own = await inPairs(languagesOf(survey), async ({ language, home }) => {
    const { status, location } = await ask(origin, "/", `${language},xx;q=0.9`);
    if (status === 302 && location === home) return [];
    return [{ path: "/", says: `answers ${status} ${location ?? ""} to a reader of ${language}, not 302 ${home}` }];
  });
  const pages = await inPairs(survey.pages.filter(({ path }) => path !== "/"), async ({ path }) => {
    const { status, location } = await ask(origin, path, "en");
    return status === 200 ? [] : [{ path, says: `answers ${status} ${location ?? ""}` }];
  });
  const { status } = await ask(origin, "/", "xx");
  const strange = status === 200 ? [] : [{ path: "/", says: `answers ${status} to a reader of no language it knows` }];
  return [...own.flat(), ...pages.flat(), ...strange];
}

async function absent(survey) {
  const found = await inPairs(languagesOf(survey), async ({ language, home }) => {
    const path = `${home}no-such-page/at-all`;
    const { status, body } = await ask(survey.origin, path, "*");
    const lang = /<html[^>]*\blang="?([\w-]+)/i.exec(body)?.[1] ?? "no language";
    if (status === 404 && lang.split("-")[0] === language.split("-")[0]) return [];
    return [{ path, says: `answers ${status} in ${lang}, not 404 in ${language}` }];
  });
  const nowhere = await ask(survey.origin, "/no-such-page", "*");
  const bare = nowhere.status === 404 && /<html/i.test(nowhere.body) ? [] : [{ path: "/no-such-page", says: `answers ${nowhere.status} without a page` }];
  return [...found.flat(), ...bare];
}
