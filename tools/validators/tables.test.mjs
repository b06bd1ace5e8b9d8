// The tables, with the Data Package library of Frictionless Data: descriptor, types,
// required values, lists of words, keys between tables; and by hand the hashes.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import datapackage from "datapackage";
import { file, json } from "./site.mjs";

const { Package } = datapackage;

// faults returns everything that the library finds wrong with a folder.
async function faults(folder) {
  const found = [];
  const pack = await Package.load(join(folder, "datapackage.json"), { basePath: folder });
  found.push(...pack.errors.map(String));
  for (const resource of pack.resources) {
    try {
      const rows = await resource.read({ keyed: true, relations: true });
      if (!Array.isArray(rows)) found.push(`${resource.name}: no rows`);
    } catch (error) {
      found.push(`${resource.name}: ${error.message} ${(error.errors ?? []).map((e) => e.message).join("; ")}`);
    }
  }
  return found;
}

test("the package and every row are valid", async () => {
  assert.deepEqual(await faults(file()), []);
});

test("sizes and hashes are those of the files", async () => {
  for (const { path, bytes, hash } of json("datapackage.json").resources) {
    const data = await readFile(file(path));
    assert.equal(bytes, data.length, path);
    assert.equal(hash, "sha256:" + createHash("sha256").update(data).digest("hex"), path);
  }
});

// What a fault looks like, so that the test above is known to be able to fail.
for (const [name, table, change] of [
  ["a word that is none of the list", "figures.csv", (s) => s.replace(/,(stated|disputed),/, ",proven,")],
  ["a reference that leads nowhere", "evidence.csv", (s) => s.replace(/^([^,\n]+),1,[^,\n]+,/m, "$1,1,no-such-source,")],
  ["a number that is none", "figures.csv", (s) => s.replace(/,(\d{6,}),,,/, ",many,,,")],
]) {
  test(`planted: ${name}`, async () => {
    const folder = await mkdtemp(join(tmpdir(), "tables-"));
    try {
      await cp(file(), folder, { recursive: true });
      const before = await readFile(join(folder, table), "utf8");
      const after = change(before);
      assert.notEqual(after, before, "nothing was planted");
      await writeFile(join(folder, table), after);
      assert.notDeepEqual(await faults(folder), []);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
}
