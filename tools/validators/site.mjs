// The built site whose data is read: public/, or the folder that SITE names.

import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

export const site = resolve(process.env.SITE ?? join(here, "..", "..", "public"));

export const file = (...names) => join(site, "data", ...names);
export const read = (...names) => readFileSync(file(...names), "utf8");
export const json = (...names) => JSON.parse(read(...names));

// linked returns the graph of a page's JSON-LD.
export function linked(page) {
  const html = readFileSync(join(site, page, "index.html"), "utf8");
  const found = html.match(/<script type="?application\/ld\+json"?>(.*?)<\/script>/s);
  if (!found) throw new Error(`${page} has no linked data`);
  return JSON.parse(found[1]);
}

// pages returns the pages of a language that hold linked data, by their kind.
export function addressOf(url, homepage) {
  return url.replace(homepage, "").replace(/#.*/, "");
}
