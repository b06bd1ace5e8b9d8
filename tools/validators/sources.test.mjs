// The sources, with Citation.js: it reads all three formats to the same entries,
// and its CSL processor writes citations of them.

import assert from "node:assert/strict";
import test from "node:test";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { json, read } from "./site.mjs";

const ours = json("sources.csl.json");

test("CSL-JSON is read as it is", () => {
  const items = new Cite(ours).data;
  assert.equal(items.length, ours.length);
  for (const [i, item] of items.entries()) {
    assert.equal(item.title, ours[i].title);
    assert.deepEqual(item.issued?.["date-parts"], ours[i].issued?.["date-parts"], item.id);
  }
});

const plain = (s) => (s ?? "").replace(/<[^>]*>/g, "").replace(/[\u00a0\u202f]/g, " ").replace(/[“”„]/g, '"').replace(/[’‘]/g, "'").replace(/[–—]/g, "-").replace(/\s+/g, " ");

for (const [name, type] of [["sources.bib", "@biblatex/text"], ["sources.ris", "@ris/file"]]) {
  test(`${name} gives the same titles, addresses and years`, () => {
    const items = new Cite(read(name), { forceType: type }).data;
    assert.equal(items.length, ours.length);
    for (const [i, item] of items.entries()) {
      assert.equal(plain(item.title).toLowerCase(), plain(ours[i].title).toLowerCase());
      assert.equal(new URL(item.URL).href, new URL(ours[i].URL).href);
      const year = ours[i].issued?.["date-parts"]?.[0]?.[0];
      if (year) assert.equal(Number(item.issued?.["date-parts"]?.[0]?.[0]), year, item.title);
    }
  });
}

test("a CSL processor cites every source, in both languages", () => {
  for (const lang of ["de-DE", "en-GB"]) {
    const entries = new Cite(ours).format("bibliography", { format: "text", template: "apa", lang: lang === "de-DE" ? "de-DE" : "en-US", asEntryArray: true });
    assert.equal(entries.length, ours.length);
    for (const [, text] of entries) assert.ok(text.trim().length > 10, text);
  }
});

test("what is no reference is refused", () => {
  assert.throws(() => new Cite("@article{x, title = {never closed", { forceType: "@biblatex/text" }));
  assert.ok(plugins.list().includes("@ris"));
});
