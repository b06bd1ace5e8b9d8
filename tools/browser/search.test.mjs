// The search of the built site, under the headers of netlify.toml: by keyboard,
// for a screen reader, and as fast on a phone's processor (a quarter of this one's
// speed) as it has to be.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { launch } from "./chromium.mjs";
import { readRules } from "./netlify.mjs";
import { serve } from "./server.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const root = resolve(process.env.DOSSIER_PUBLIC ?? join(repository, "public"));
const file = JSON.parse(/push\((.*)\);/s.exec(readFileSync(join(root, "search/de.js"), "utf8"))[1]);
const texts = JSON.parse(/push\((.*)\);/s.exec(readFileSync(join(root, "search/de-0.js"), "utf8"))[1]);

// A paragraph of the site, and a word that it does not begin with.
const unit = texts.texts.find(([, , kind, , text]) => kind === "paragraph" && text.length > 300);
const word = unit[4].slice(100).match(/\p{Lu}\p{Ll}{8,}/u)[0];

describe("search", () => {
  let browser, server, page;
  const troubles = [];
  before(async () => {
    [browser, server] = await Promise.all([launch(), readRules(join(repository, "netlify.toml")).then((rules) => serve(root, rules))]);
    page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    page.on("console", (m) => { if (m.type() === "error" || m.type() === "warning") troubles.push(m.text()); });
    page.on("pageerror", (e) => troubles.push(e.message));
  });
  after(() => Promise.all([browser.close(), server.close()]));

  test("from the field of any page, by keyboard, to the paragraph", async () => {
    await page.goto(`${server.origin}/de/`);
    await page.focus(".search-field input");
    await page.keyboard.type(word);
    await page.keyboard.press("Enter");
    await page.waitForSelector(".search-results mark");
    assert.match(await page.textContent("[role=status]"), /\d+ /, "the number of results is not said");
    const marked = await page.locator(".search-results mark").first().textContent();
    assert.ok(marked.length > 2);
    const links = await page.locator(".search-results li a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    assert.ok(links.some((l) => l.endsWith(`#${unit[1]}`)), `the paragraph ${unit[1]} is not among ${links.length} results for "${word}"`);
    await page.goBack();
    await page.goForward();
    await page.waitForSelector(".search-results mark"); // the address keeps the question
    await page.locator(".search-results li a").first().focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/#/);
    assert.ok(await page.locator(":target").count(), "the result leads nowhere");
    assert.deepEqual(troubles, []);
  });

  test("a typing error, nothing, and markup as text", async () => {
    await page.goto(`${server.origin}/de/suche/?q=${encodeURIComponent(word.slice(0, 4) + word.slice(5))}`);
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent.length > 0 && document.querySelector(".search-results li, .search-results:empty"));
    await page.fill("#q", "<img src=x onerror=alert(1)>");
    await page.waitForTimeout(400);
    assert.equal(await page.locator(".search-results img").count(), 0);
    await page.fill("#q", "qxzvw");
    await page.waitForFunction((none) => document.querySelector("[role=status]").textContent === none, await page.getAttribute(".search-results", "data-none"));
    await page.fill("#q", "");
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent === "");
    assert.deepEqual(troubles, []);
  });

  test("results are announced, named and without a violation", async () => {
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${server.origin}/de/suche/?q=${encodeURIComponent(word)}`);
      await page.waitForSelector(".search-results mark");
      await page.evaluate(axe.source).catch(() => page.addScriptTag({ content: axe.source })); // evaluated outside of the page's policy
      const { violations } = await page.evaluate(() => self.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, "it scrolls sideways");
    }
  });

  test("on a quarter of the speed: 20 ms a query, 150 ms with a typing error", async () => {
    await page.goto(`${server.origin}/de/suche/`);
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    const found = await page.evaluate(({ file, word }) => {
      const start = performance.now(), finder = self.dossierFinder(file), loaded = performance.now() - start;
      const median = (queries) => {
        const times = [];
        for (let i = 0; i < 9; i++) for (const q of queries) { const t = performance.now(); finder.find(q); times.push(performance.now() - t); }
        return times.sort((a, b) => a - b)[times.length >> 1];
      };
      return { loaded, plain: median([word, "nutzer", "datenschutz bussgeld", "land"]), typo: median(["datenshcutz", "nuzter", word.slice(0, 3) + word.slice(4)]) };
    }, { file, word });
    await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    console.log(`# ready after ${found.loaded.toFixed(0)} ms, a query ${found.plain.toFixed(1)} ms, with a typing error ${found.typo.toFixed(1)} ms`);
    assert.ok(found.plain <= 20, `${found.plain} ms`);
    assert.ok(found.typo <= 150, `${found.typo} ms`);
  });
});
