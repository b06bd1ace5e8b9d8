// The JSON documents, with Ajv against the schemas that are published beside them.

import assert from "node:assert/strict";
import test from "node:test";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { json } from "./site.mjs";

const compile = (schema) => {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false });
  addFormats(ajv);
  return ajv.compile(schema);
};

for (const name of ["figures", "events", "claims"]) {
  test(`${name}.json follows ${name}.schema.json`, () => {
    const validate = compile(json("schema", `${name}.schema.json`));
    const document = json(`${name}.json`);
    assert.ok(validate(document), JSON.stringify(validate.errors?.slice(0, 5)));
    assert.ok(document[name].length > 0, "nothing in it");
    delete document[name][0].id;
    assert.ok(!validate(document), "one without an id passes");
  });
}
