// The reading of netlify.toml, and what must agree between it and the project.

import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { headersFor, readRules, redirectFor } from "./netlify.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));

async function rulesOf(text) {
  const folder = await mkdtemp(join(tmpdir(), "dossier-netlify-"));
  try {
    await writeFile(join(folder, "netlify.toml"), text);
    return await readRules(join(folder, "netlify.toml"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("rules of the host", () => {
  test("headers of all matching patterns are joined", async () => {
    const rules = await rulesOf(`
[[headers]]
for = "/*"
values = { A = "one,\\n  two" }
[[headers]]
for = "/a/:name/c.css"
values = { A = "three", B = "four" }`);
    assert.deepEqual(headersFor(rules, "/"), { A: "one, two" });
    assert.deepEqual(headersFor(rules, "/a/b/c.css"), { A: "one, two, three", B: "four" });
    assert.deepEqual(headersFor(rules, "/a/b/b/c.css"), { A: "one, two" });
    assert.deepEqual(headersFor(rules, "/a/b/cxcss"), { A: "one, two" });
  });

  const redirects = `
redirects = [
  { from = "/", to = "/de/", status = 302, force = true, conditions = { Language = ["de"] } },
  { from = "/alt/*", to = "/neu/:splat" },
  { from = "/:year/index.html", to = "/:year/" },
  { from = "/*", to = "/404.html", status = 404 },
]`;
  const cases = [
    { path: "/", language: "de-CH,en;q=0.9", force: true, to: "/de/", status: 302 },
    { path: "/", language: "en,de;q=0.9", force: true },
    { path: "/de/x", language: "de", force: true },
    { path: "/alt/a/b", to: "/neu/a/b", status: 301 },
    { path: "/alternative", to: "/404.html", status: 404 },
    { path: "/2023/index.html", to: "/2023/", status: 301 },
    { path: "/", to: "/404.html", status: 404 },
  ];
  for (const { path, language, force = false, to, status } of cases) {
    test(`${path} ${language ?? ""} ${force ? "forced " : ""}→ ${to ?? "no rule"}`, async () => {
      assert.deepEqual(redirectFor(await rulesOf(redirects), path, language, force), to ? { status, to } : null);
    });
  }

  test("a condition that the tests cannot follow is refused", async () => {
    await assert.rejects(rulesOf(`redirects = [{ from = "/", to = "/x", conditions = { Country = ["de"] } }]`), /Language/);
  });
});

describe("the host builds", () => {
  test("with the toolchain that go.mod names", async () => {
    const { build } = await readRules(join(repository, "netlify.toml"));
    const toolchain = /^toolchain go(\S+)$/m.exec(await readFile(join(repository, "go.mod"), "utf8"))?.[1];
    assert.equal(build.environment?.GO_VERSION, toolchain);
  });

  test("with the command of the README, into public/", async () => {
    const { build } = await readRules(join(repository, "netlify.toml"));
    assert.match(build.command, /^go run \.\/tools\/dossier build\b/);
    assert.equal(build.publish, "public");
  });
});
