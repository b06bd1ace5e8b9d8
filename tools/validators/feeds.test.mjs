// The feeds, with xmllint against a grammar of Atom.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { file, json, read } from "./site.mjs";

const grammar = join(dirname(fileURLToPath(import.meta.url)), "atom.rng");
const lint = (path) => spawnSync("xmllint", ["--noout", "--nonet", "--relaxng", grammar, path], { encoding: "utf8" });

const languages = Object.keys(json("events.json").dossier);

for (const name of languages.flatMap((lang) => [`feed.${lang}.xml`, `changes.${lang}.xml`])) {
  test(`${name} is Atom`, () => {
    const { status, stderr, error } = lint(file(name));
    assert.equal(error, undefined, "xmllint (Debian: libxml2-utils) is missing");
    assert.equal(status, 0, stderr);
    assert.ok(!read(name).includes("undefined"));
  });
}

for (const [fault, change] of [
  ["without an id", (s) => s.replace(/<id>.*?<\/id>/, "")],
  ["with a date that is none", (s) => s.replace(/<updated>.*?<\/updated>/, "<updated>yesterday</updated>")],
  ["with an element of another name", (s) => s.replaceAll("summary", "abstract")],
]) {
  test(`planted: a feed ${fault}`, () => {
    const folder = mkdtempSync(join(tmpdir(), "feed-"));
    try {
      const path = join(folder, "feed.xml");
      const before = read(`feed.${languages[0]}.xml`);
      const after = change(before);
      assert.notEqual(after, before);
      writeFileSync(path, after);
      assert.notEqual(lint(path).status, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}
