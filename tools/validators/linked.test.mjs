// The linked data of the pages: the TypeScript compiler holds it to the types of
// schema.org (schema-dts), a JSON-LD processor expands it without a network.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import jsonld from "jsonld";
import ts from "typescript";
import { addressOf, json, linked } from "./site.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const figures = json("figures.json");
const events = json("events.json");
const languages = Object.keys(figures.dossier);

// pages are the pages to look at: one of each kind in each language.
const pages = languages.flatMap((lang) => {
  const home = `${lang}/`;
  const graph = linked(home)["@graph"];
  const chapters = graph[0].hasPart.map((p) => addressOf(p["@id"], figures.homepage));
  const timeline = addressOf(events.events[0].url[lang], events.homepage);
  const appendix = addressOf(figures.figures[0].url[lang], figures.homepage).replace(/[^/]+\/$/, "");
  const work = [linked(chapters[0])["@graph"][0].citation].flat()[0]["@id"];
  const figure = addressOf(figures.figures[0].url[lang], figures.homepage);
  return [home, ...chapters, timeline, appendix, figure, addressOf(work, figures.homepage)];
});

// excerpt keeps a graph small enough for the compiler: some nodes of each type.
function excerpt(graph, most) {
  const seen = {};
  return graph.filter((n) => (seen[n["@type"]] = (seen[n["@type"]] ?? 0) + 1) <= most);
}

function faults(graphs) {
  const folder = mkdtempSync(join(here, ".types-"));
  try {
    const source = graphs.map((g, i) => `export const g${i}: Graph = ${JSON.stringify(g)};`).join("\n");
    const path = join(folder, "graphs.ts");
    writeFileSync(path, `import type { Graph } from "schema-dts";\n${source}\n`);
    const program = ts.createProgram([path], {
      noEmit: true, strict: true, skipLibCheck: true, types: [],
      module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022,
    });
    return ts.getPreEmitDiagnostics(program).map((d) => ts.flattenDiagnosticMessageText(d.messageText, "\n").slice(0, 600));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("the types of schema.org hold", () => {
  const graphs = pages.map((p) => ({ "@context": "https://schema.org", "@graph": excerpt(linked(p)["@graph"], 4) }));
  assert.ok(graphs.length >= 8);
  assert.deepEqual(faults(graphs), []);
});

test("planted: a property that schema.org does not know", () => {
  const graph = { "@context": "https://schema.org", "@graph": excerpt(linked(pages[1])["@graph"], 1) };
  graph["@graph"][0].headlin = "x";
  assert.equal(faults([graph]).length, 1);
});

test("a processor expands it, and every node has an address", async () => {
  const documentLoader = async (url) => {
    assert.match(url, /^https?:\/\/schema\.org\/?$/, "asks for another context");
    return { document: { "@context": { "@vocab": "https://schema.org/", id: "@id", type: "@type" } }, documentUrl: url };
  };
  for (const page of pages) {
    const graph = linked(page);
    const nodes = await jsonld.expand(graph, { documentLoader, safe: true });
    assert.equal(nodes.length, graph["@graph"].length, page);
    for (const n of nodes) assert.match(n["@id"], /^https:\/\//, page);
  }
});

test("every work that a page names is described on its own page", () => {
  for (const page of pages) {
    const named = linked(page)["@graph"].flatMap((n) => [n.citation, n.subjectOf, n.appearance].flat()).filter(Boolean);
    for (const id of new Set(named.map((work) => work["@id"]))) {
      const [work] = linked(addressOf(id, figures.homepage))["@graph"];
      assert.equal(work["@id"], id, page);
      assert.ok(work["@type"] === "CreativeWork" && work.name, `${id} is not described`);
    }
  }
});

test("every figure is an observation, every event an event", () => {
  for (const lang of languages) {
    const nodes = pages.filter((p) => p.startsWith(`${lang}/`)).flatMap((p) => linked(p)["@graph"]);
    const ids = new Set(nodes.map((n) => n["@id"]));
    for (const e of events.events) assert.ok(ids.has(e.url[lang]), e.url[lang]);
    for (const f of figures.figures) {
      const [observed] = linked(addressOf(f.url[lang], figures.homepage))["@graph"];
      assert.deepEqual([observed["@type"], observed["@id"]], ["Observation", f.url[lang]]);
      if (observed.variableMeasured) assert.ok(ids.has(observed.variableMeasured["@id"]), `${f.id} measures nothing known`);
    }
  }
});
