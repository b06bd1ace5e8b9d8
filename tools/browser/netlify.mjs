// What netlify.toml promises about a request: which redirect it meets and which
// headers its answer carries. The tests serve the site by the same rules, so
// that a page is read under the policy it will be published under.
//
// Of Netlify's rule language this knows what a static site needs: a trailing
// "*", ":name" for one path segment, forced rules, and the condition on
// language. Any other condition is refused rather than guessed at.

import { readFile } from "node:fs/promises";
import { parse } from "smol-toml";

// readRules parses the file and compiles its patterns. The order of the file is
// kept: among redirects the first match wins, headers of all matches are joined.
export async function readRules(file) {
  const config = parse(await readFile(file, "utf8"));
  return {
    build: config.build ?? {},
    headers: (config.headers ?? []).map(compileHeaders),
    redirects: (config.redirects ?? []).map(compileRedirect),
  };
}

function compileHeaders({ for: pattern, values = {} }) {
  const clean = Object.entries(values).map(([name, value]) => [name, String(value).replace(/\s+/g, " ").trim()]);
  return { pattern, matches: matcher(pattern), values: Object.fromEntries(clean) };
}

function compileRedirect({ from, to, status = 301, force = false, conditions = {} }) {
  const { Language: languages = [], ...others } = conditions;
  if (Object.keys(others).length > 0) {
    throw new Error(`netlify.toml: redirect from ${from}: the tests know no condition but Language`);
  }
  return { from, to, status, force, languages: [languages].flat(), matches: matcher(from) };
}

// matcher turns a pattern into a function from a path to its captures or null.
function matcher(pattern) {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, "\\$&")
    .replace(/:([a-z]\w*)/gi, "(?<$1>[^/]+)")
    .replace(/\/\*$/, "(?:/(?<splat>.*))?")
    .replace(/\*/g, ".*");
  const regexp = new RegExp(`^${source}/?$`);
  return (path) => {
    const found = regexp.exec(path);
    return found && { splat: "", ...found.groups };
  };
}

// headersFor joins the values of every rule that matches the path.
export function headersFor(rules, path) {
  const joined = {};
  for (const { matches, values } of rules.headers) {
    if (!matches(path)) continue;
    for (const [name, value] of Object.entries(values)) {
      joined[name] = joined[name] ? `${joined[name]}, ${value}` : value;
    }
  }
  return joined;
}

// redirectFor returns the first rule that applies, with its captures filled in.
// A rule that is not forced gives way to a file at the same path, so the server
// asks twice: for forced rules before it looks for a file, for the rest after.
export function redirectFor(rules, path, acceptLanguage, force) {
  const language = firstLanguage(acceptLanguage);
  for (const rule of rules.redirects) {
    if (rule.force !== force) continue;
    if (rule.languages.length > 0 && !rule.languages.includes(language)) continue;
    const captures = rule.matches(path);
    if (!captures) continue;
    const to = rule.to.replace(/:(\w+)/g, (whole, name) => captures[name] ?? whole);
    return { status: rule.status, to };
  }
  return null;
}

// firstLanguage is what Netlify compares: the first language the browser names,
// whatever its quality value, without its region.
function firstLanguage(acceptLanguage = "") {
  return acceptLanguage.split(",")[0].split(";")[0].trim().toLowerCase().split("-")[0];
}
