// Asks a search index outside of a browser: tools/internal/search tests with it.
//
//	node search.mjs FOLDER LANG tokens   stdin: a JSON list of texts; stdout: their keys
//	node search.mjs FOLDER LANG find     stdin: a JSON list of queries; stdout: units found, milliseconds
//	node search.mjs FOLDER LANG peer     the same by MiniSearch 7 with Snowball's stemmer
//
// FOLDER holds LANG.js and LANG-0.js … as the package writes them.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const [folder, lang, what] = process.argv.slice(2);
const scripts = fileURLToPath(new URL("../../site/assets/js/search/", import.meta.url));
const input = JSON.parse(readFileSync(0, "utf8"));

// load runs classic scripts as a page would and returns their globals.
export function load(files) {
  const context = vm.createContext({});
  context.self = context;
  for (const file of files) vm.runInContext(readFileSync(file, "utf8"), context, { filename: file });
  return context;
}

const engine = ["words", "index", "match", "similar", "find"].map((name) => join(scripts, `${name}.js`));
const page = load([...engine, join(folder, `${lang}.js`)]);
const file = page.dossierSearch[0];
const texts = file.chunks.flatMap((_, n) => load([join(folder, `${lang}-${n}.js`)]).dossierSearch[0].texts);

function ours() {
  const start = performance.now();
  const finder = page.dossierFinder(file);
  const loaded = performance.now() - start;
  return { loaded, find: (query) => { const r = finder.find(query); return [...r.all, ...r.some].map((s) => s.unit); } };
}

async function peer() {
  const { default: MiniSearch } = await import("minisearch");
  const { default: stemmers } = await import("snowball-stemmers");
  const stemmer = stemmers.newStemmer({ de: "german", en: "english" }[lang]);
  const fold = (s) => s.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(/\p{Mn}/gu, "");
  const options = { fields: ["text"], processTerm: (term) => fold(stemmer.stem(term.toLowerCase())), searchOptions: { prefix: true, fuzzy: 0.2, combineWith: "AND" } };
  const search = new MiniSearch(options);
  search.addAll(texts.map(([, , , , text], id) => ({ id, text })));
  const data = JSON.stringify(search);
  const start = performance.now();
  const ready = MiniSearch.loadJSON(data, options);
  const loaded = performance.now() - start;
  return { loaded, bytes: Buffer.byteLength(data), find: (query) => ready.search(query).map((r) => r.id) };
}

function tokens(text) {
  const keys = [];
  page.dossierWords(file.rules).read(text, (t) => keys.push(t.key));
  return keys;
}

if (what === "tokens") {
  console.log(JSON.stringify(input.map(tokens)));
} else {
  const { loaded, bytes, find } = what === "peer" ? await peer() : ours();
  const answers = input.map((query) => {
    const start = performance.now();
    const units = find(query);
    return { units, ms: performance.now() - start };
  });
  console.log(JSON.stringify({ loaded, bytes, answers }));
}
