// A dozen kinds of works, cited by package cite in German and English, must read
// as a CSL processor writes them with the same style (house.csl). The processor
// knows nothing of two habits, which are put in here: what stands between the
// parts in each language, and that a container is announced by "In:" in German.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-csl";

const here = dirname(fileURLToPath(import.meta.url));
const cases = JSON.parse(readFileSync(join(here, "..", "internal", "cite", "testdata", "citations.json"), "utf8"));
plugins.config.get("@csl").styles.add("house", readFileSync(join(here, "house.csl"), "utf8"));

const contained = ["article-newspaper", "article-magazine", "article-journal", "chapter", "post-weblog"];

// joined sets the parts as the language joins them.
function joined(text, lang, type) {
  const [join, title, page, pages] = lang === "de" ? [": ", contained.includes(type) ? ". In: " : ". ", "S. ", "S. "] : [", ", ", ", "p. ", "pp. "];
  return text.replace("JOIN", join).replace("TITLE", title).replace(/PAGES (\S+)/, (_, p) => (/[-–,]/.test(p) ? pages : page) + p);
}

// folded leaves out what is typography of the page, not of the citation.
const folded = (s) => s.replace(/[\u00a0\u202f\s]+/g, " ").replace(/[-–]/g, "-").replace(/\.([“’])/g, "$1").trim();

for (const { item, de, en } of cases) {
  test(`${item.type}: ${item.title}`, () => {
    for (const [lang, tag, ours] of [["de", "de-DE", de], ["en", "en-US", en]]) {
      const text = new Cite([item]).format("bibliography", { format: "text", template: "house", lang: tag });
      assert.equal(folded(ours), folded(joined(text, lang, item.type)));
    }
  });
}
