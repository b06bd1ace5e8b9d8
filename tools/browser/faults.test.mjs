// The rules, tested: on a small sound site they find nothing, and in a copy of
// it with planted faults they find those, all of them, and nothing else.

import { after, before, describe, test } from "node:test";
import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";
import { open, readers } from "./inspect.mjs";
import { print, rulesFor } from "./rules.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { fault: faults } = parse(await readFile(here("testdata/faults.toml"), "utf8"));
const names = [...new Set(readers.flatMap((reader) => rulesFor(reader).map(({ name }) => name)))];

// sound copies the sound site and the host's configuration into a new folder.
async function sound() {
  const folder = await mkdtemp(join(tmpdir(), "dossier-browser-"));
  await cp(here("testdata/good"), join(folder, "public"), { recursive: true });
  await cp(here("../../netlify.toml"), join(folder, "netlify.toml"));
  return folder;
}

// noise is text that compresses badly, the same at every run.
function noise(length) {
  let seed = 1, text = "";
  while (text.length < length) text += (seed = (seed * 48271) % 2147483647).toString(36);
  return text.slice(0, length);
}

async function plant(folder, { about, file, find, put: words, noise: length = 0 }) {
  const put = words.replace("{noise}", () => noise(length));
  const name = join(folder, file);
  if (find === undefined) {
    await mkdir(dirname(name), { recursive: true });
    return writeFile(name, put.trimStart(), { flag: "wx" });
  }
  const text = await readFile(name, "utf8");
  assert.ok(text.includes(find), `${about}: ${file} does not hold ${find}`);
  return writeFile(name, text.replace(find, () => put));
}

// inspect returns all findings, each with its rule and as it would be printed.
async function inspect(folder) {
  const { surveys, close } = await open({ root: join(folder, "public"), netlify: join(folder, "netlify.toml") });
  try {
    const found = [];
    for (const reader of readers) {
      for (const { name, check } of rulesFor(reader)) {
        for (const finding of await check(surveys[reader])) found.push({ rule: name, path: finding.path, line: print(finding) });
      }
    }
    return found;
  } finally {
    await close();
  }
}

const expected = faults.flatMap(({ about, findings }) =>
  findings.map(([rule, path, words]) => ({ about, rule, path, words })));
const explains = ({ rule, path, words }, finding) =>
  finding.rule === rule && finding.path === path && finding.line.includes(words);

describe("the rules", () => {
  const folders = [];
  const make = async () => {
    folders.push(await sound());
    return folders.at(-1);
  };
  after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  test("find nothing on a sound site", async () => {
    const found = await inspect(await make());
    assert.deepEqual(found.map(({ rule, line }) => `${rule}: ${line}`), []);
  });

  describe("on a site with planted faults", () => {
    let found;
    before(async () => {
      const folder = await make();
      for (const fault of faults) await plant(folder, fault);
      found = await inspect(folder);
    });

    for (const about of new Set(expected.map((expectation) => expectation.about))) {
      test(`find ${about}`, () => {
        const missed = expected
          .filter((expectation) => expectation.about === about && !found.some((finding) => explains(expectation, finding)))
          .map(({ rule, path, words }) => `${path}: “${words}” not found by “${rule}”`);
        assert.deepEqual(missed, []);
      });
    }

    test("find nothing else", () => {
      const surplus = found.filter((finding) => !expected.some((expectation) => explains(expectation, finding)));
      assert.deepEqual(surplus.map(({ rule, line }) => `${rule}: ${line}`), []);
    });
  });

  test("are each proved able to fail", () => {
    assert.deepEqual(names.filter((name) => !expected.some(({ rule }) => rule === name)), []);
  });
});
