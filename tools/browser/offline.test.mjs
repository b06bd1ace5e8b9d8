// The bundle, opened as people open it: unpacked into a folder with a space and
// umlauts in its name, from the disk, without a network, in three engines. The one
// file also stands in a frame with an origin of its own, as phones show a file
// that a mail brought.
//
// dist/ at the root of the repository, or the folder that DOSSIER_DIST names.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, copyFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { engines } from "./engines.mjs";
import { state } from "./rules/filters.mjs";

const dist = resolve(process.env.DOSSIER_DIST ?? fileURLToPath(new URL("../../dist", import.meta.url)));
const zip = readdirSync(dist).find((name) => name.endsWith(".zip"));
const files = readdirSync(dist).filter((name) => name.endsWith(".html"));
const folder = mkdtempSync(join(tmpdir(), "Mein Ordner äöü "));
execFileSync("unzip", ["-q", join(dist, zip), "-d", folder]);
for (const name of files) copyFileSync(join(dist, name), join(folder, name));
const root = join(folder, zip.replace(/\.zip$/, ""));
after(() => rmSync(folder, { recursive: true, force: true }));

const wait = (ms) => new Promise((r) => setTimeout(r, ms));
const idsOf = new Map(); // file: its ids, read once

function ids(file) {
  if (!idsOf.has(file)) idsOf.set(file, new Set([...readFileSync(file, "utf8").matchAll(/\sid=["']?([^"'\s>]+)/g)].map((m) => m[1])));
  return idsOf.get(file);
}

// look tells what a loaded page links to, and what of it did not load.
function look() {
  const missing = [
    ...[...document.images].filter((i) => i.loading !== "lazy" && i.complete && !i.naturalWidth).map((i) => i.src),
    ...[...document.querySelectorAll("link[rel~=stylesheet]")].filter((l) => !l.sheet).map((l) => l.href),
  ];
  const asked = performance.getEntriesByType("resource").map((e) => e.name).filter((name) => !/^(file|data|blob):/.test(name));
  return { kind: document.documentElement.dataset.kind, links: [...document.querySelectorAll("[href]")].filter((e) => e.localName !== "link").map((e) => e.href.baseVal ?? e.href), missing, asked };
}

// crawl visits every page but those of single records, of which a sample of each
// folder stands for all; it returns what is wrong.
async function crawl(engine, sample) {
  const wrong = [], queue = [join(root, "index.html")], seen = new Set(queue), siblings = new Map();
  while (queue.length) {
    const file = queue.shift(), name = relative(root, file);
    await engine.open(pathToFileURL(file).href);
    const { links, missing, asked } = await engine.run(look);
    for (const what of [...missing, ...asked]) wrong.push(`${name}: ${what} did not load, or should not have been asked for`);
    for (const link of links) {
      if (!link.startsWith("file:")) continue;
      const url = new URL(link), target = fileURLToPath(url.href.replace(/[?#].*$/, ""));
      if (!target.startsWith(root) || !existsSync(target) || target.endsWith("/")) { wrong.push(`${name}: ${link} is a dead link`); continue; }
      if (!target.endsWith(".html")) continue;
      if (url.hash && !ids(target).has(decodeURIComponent(url.hash.slice(1)))) wrong.push(`${name}: ${link} has no such place`);
      const parent = dirname(dirname(target)), count = siblings.get(parent) ?? 0;
      const deep = relative(root, target).split("/").length > 3;
      if (seen.has(target) || (deep && count >= sample)) continue;
      siblings.set(parent, count + 1);
      seen.add(target);
      queue.push(target);
    }
  }
  return { wrong, pages: seen.size };
}

// until waits for a condition in the page.
async function until(engine, condition, ...args) {
  for (let i = 0; i < 60; i++) {
    if (await engine.run(condition, ...args).catch(() => false)) return true; // it may be on its way to another page
    await wait(50);
  }
  return false;
}

// search types the first long word of the index's texts, and follows the result.
async function search(engine, word, { framed = false } = {}) {
  const field = await engine.run(() => (document.querySelector(".search-field input") ? ".search-field" : ".search-form"));
  if (framed) { // drivers type into the page around a frame
    await engine.run(({ form, text }) => {
      document.querySelector(`${form} input`).value = text;
      document.querySelector(`${form} button`).click();
    }, { form: field, text: word });
  } else {
    await engine.type(`${field} input`, word);
    await engine.press("Enter");
  }
  assert.ok(await until(engine, () => !!document.querySelector(".search-results mark")), `"${word}" finds nothing: ${await engine.run(() => document.querySelector(".search-status")?.textContent ?? "no search page")}`);
  const hash = await engine.run(() => document.querySelector(".search-results li a").hash);
  await engine.click(".search-results li a");
  assert.ok(await until(engine, (h) => {
    const place = document.getElementById(decodeURIComponent(h.slice(1)));
    const top = place?.getBoundingClientRect().top;
    return !!place && (place === document.querySelector(":target") || (top > -5 && top < innerHeight)); // in a frame nothing is :target
  }, hash), "the result leads nowhere");
}

// popover opens the first card and closes it again.
async function popover(engine, { framed = false } = {}) {
  if (!(await engine.run(() => !!document.querySelector("[popovertarget]")))) return;
  await engine.run(() => { self.focus(); document.querySelector("[popovertarget]").focus(); });
  await engine.click("[popovertarget]");
  assert.ok(await until(engine, () => !!document.querySelector(":popover-open")), "no card opens");
  if (framed) await engine.click(":popover-open [popovertargetaction=hide]");
  else await engine.press("Escape");
  assert.ok(await until(engine, () => !document.querySelector(":popover-open")), "the card does not close");
}

// narrow clicks a choice of each group of each list that has some, and then the reset.
async function narrow(engine) {
  const groups = await engine.run(() => [...document.querySelectorAll("form.filters")].flatMap((form, i) => {
    const list = form.closest("main > section") ?? form.closest("main");
    list.dataset.list = i;
    return [...new Set([...form.elements].map((e) => e.name).filter(Boolean))].map((name) => ({ list: `[data-list="${i}"]`, name }));
  }));
  assert.ok(groups.length > 0, "nothing to narrow down");
  for (const { list, name } of groups) {
    const { all } = await engine.run(state, list);
    await engine.run(({ list, name }) => document.querySelectorAll(`${list} form.filters input[name="${name}"]`)[1].click(), { list, name });
    const { faults, shown } = await engine.run(state, list);
    assert.deepEqual(faults, []);
    assert.ok(shown < all, `${name} hides nothing`);
    await engine.click(`${list} form.filters button[type=reset]`);
    assert.equal((await engine.run(state, list)).shown, all, `the reset of ${name} leaves something out`);
  }
}

const chapter = readdirSync(join(root, "de")).map((name) => join(root, "de", name, "index.html"))
  .find((file) => existsSync(file) && /data-kind=["']?chapter/.test(readFileSync(file, "utf8")));
const timeline = chapter.replace(/[^/]+.index\.html$/, "zeitleiste/index.html");
const word = /"p-[0-9a-f]+","paragraph","[^"]*","[^"]*?([A-Z][a-zäöü]{7,})/.exec(readFileSync(join(root, "search", "de-0.js"), "utf8"))[1];

for (const [name, launch] of Object.entries(engines)) {
  describe(name, () => {
    let engine;
    before(async () => { engine = await launch(); });
    after(() => engine?.close());
    const quiet = () => assert.deepEqual(engine.troubles.splice(0), []);

    test("every page of the zip loads, and no link is dead", async () => {
      const { wrong, pages } = await crawl(engine, name === "webkit" ? 1 : 5); // it draws without a graphics card
      assert.deepEqual(wrong.slice(0, 20), []);
      assert.ok(pages > 10, `only ${pages} pages`);
      quiet();
    });

    test("zip: search, card, language", async () => {
      await engine.open(pathToFileURL(chapter).href);
      await popover(engine);
      const id = await engine.run(() => document.querySelectorAll(".unit[id]")[2].id);
      await engine.run((place) => document.getElementById(place).scrollIntoView(), id);
      await wait(350);
      await engine.click(".languages a[hreflang]");
      assert.ok(await until(engine, () => /\/en\//.test(location.pathname) && !!location.hash && !!document.querySelector(":target")), `the switch leads to ${await engine.address()}`);
      await engine.open(pathToFileURL(chapter).href);
      await search(engine, word);
      quiet();
    });

    test("zip: the timeline narrowed down", async () => {
      await engine.open(pathToFileURL(timeline).href);
      await narrow(engine);
      quiet();
    });

    test("one file: links, search, card, language", async () => {
      const file = join(folder, files.find((f) => f.includes(".de.")));
      await engine.open(pathToFileURL(file).href);
      const { links, missing, asked } = await engine.run(look);
      assert.deepEqual([...missing, ...asked], []);
      const dead = links.filter((l) => l.startsWith("file:")).filter((l) => {
        const url = new URL(l), target = fileURLToPath(url.href.replace(/[?#].*$/, ""));
        return !existsSync(target) || !url.hash || !ids(target).has(decodeURIComponent(url.hash.slice(1)));
      });
      assert.deepEqual(dead.slice(0, 20), []);
      assert.equal(await engine.run(() => document.querySelectorAll("[id]").length === new Set([...document.querySelectorAll("[id]")].map((e) => e.id)).size), true, "an id stands twice");
      await narrow(engine);
      await popover(engine);
      await search(engine, word);
      await engine.run(() => scrollTo(0, 4000));
      await wait(350);
      await engine.click(".languages a[hreflang]");
      assert.ok(await until(engine, () => /\.en\.html$/.test(location.pathname) && !!document.querySelector(":target")), `the switch leads to ${await engine.address()}`);
      quiet();
    });

    test("one file in a frame without an origin: search, card", async () => {
      const outer = join(folder, "outer.html");
      const inner = files.find((f) => f.includes(".de."));
      writeFileSync(outer, `<!doctype html><meta charset="utf-8"><iframe sandbox="allow-scripts" src="${inner}" style="width:1200px;height:800px"></iframe>`);
      await engine.open(pathToFileURL(outer).href);
      await engine.frame("iframe");
      assert.ok(await until(engine, () => document.readyState === "complete" && !!document.querySelector("main section")), "the frame stays empty");
      assert.equal(await engine.run(() => self.origin), "null");
      await popover(engine, { framed: true });
      await search(engine, word, { framed: true });
      await engine.frame();
      quiet();
    });
  });
}
