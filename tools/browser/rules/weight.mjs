// What a first visit of a chapter costs: document, styles, icon and scripts as the host
// compresses them, pictures excluded. What a link or a form leads to is another visit.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { inPairs } from "../tabs.mjs";
import { compress } from "../server.mjs";

export const weight = [
  { name: "a first visit of a chapter is light", reader: "plain", check: visits },
  { name: "no script stands in the way of a page", reader: "plain", check: blocking },
];

export const limits = { all: 40_000, scripts: 6_000 };

function blocking({ pages }) {
  return pages.flatMap(({ path, facts }) => facts.blocking.map((element) => ({ path, element, says: "blocks the page: defer it" })));
}

async function visits(survey) {
  const sizes = new Map();
  const size = async (path) => {
    if (!sizes.has(path)) sizes.set(path, compress(await readFile(file(survey.root, path))).length);
    return sizes.get(path);
  };
  const chapters = survey.pages.filter(({ facts, role }) => facts.kind === "chapter" && role === "page");
  const found = await inPairs(chapters, async ({ path, facts }) => {
    const files = [...new Set(facts.resources.map(({ url }) => survey.local(url)).filter((p) => p && !/\.(png|jpe?g|gif|webp|avif)$/.test(p)))];
    const scripts = files.filter((p) => p.endsWith(".js"));
    const sum = async (list) => (await Promise.all(list.map((p) => size(p).catch(() => 0)))).reduce((a, b) => a + b, 0);
    return [
      ...over(path, "weighs", await sum([path, ...files]), limits.all),
      ...over(path, "loads scripts of", await sum(scripts), limits.scripts),
    ];
  });
  return found.flat();
}

const over = (path, what, bytes, limit) => (bytes > limit ? [{ path, says: `${what} ${bytes} bytes, compressed; the limit is ${limit}` }] : []);

const file = (root, path) => join(root, decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path));
