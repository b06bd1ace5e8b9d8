// The built site, held to every rule: public/ at the root of the repository, or
// the folder that DOSSIER_PUBLIC names.

import { after, describe, test } from "node:test";
import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { open, readers } from "./inspect.mjs";
import { print, rulesFor } from "./rules.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const root = resolve(process.env.DOSSIER_PUBLIC ?? join(repository, "public"));
const { surveys, close } = await open({ root, netlify: join(repository, "netlify.toml") });

describe(`${surveys.plain.pages.length} pages`, () => {
  after(close);
  for (const reader of readers) {
    describe(`for a ${reader} reader`, () => {
      for (const { name, check } of rulesFor(reader)) {
        test(name, async () => {
          const findings = await check(surveys[reader]);
          assert.ok(findings.length === 0, `${findings.length} findings\n${findings.map(print).join("\n")}`);
        });
      }
    });
  }
});
