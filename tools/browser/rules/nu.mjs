// The Nu HTML checker, run over one page of each kind and language, and over every style
// sheet. In HTML neither errors nor warnings stand; in CSS only what it does not know
// yet.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { filePaths } from "../survey.mjs";
import { specimens } from "./access.mjs";

export const nu = [{ name: "the Nu HTML checker finds nothing", reader: "plain", check }];

// unknown is what browsers know of CSS and the checker does not: anchor positioning,
// scroll timelines, following the reader, the radius of a circle (SVG 2), and lengths in
// custom properties.
const unknown = new RegExp([
  "Property “(position-area|position-anchor|position-try|animation-timeline|scroll-target-group|paint-order|hyphenate-limit-chars|r)”",
  "anchor\\(start\\)", "“inset-block”: Parse Error", ":target-current", "“--[a-z]+”: The types are incompatible",
].join("|"));

async function check(survey) {
  const pages = specimens(survey).map(({ path }) => (path.endsWith("/") ? `${path}index.html` : path));
  const styles = (await filePaths(survey.root)).filter((path) => path.endsWith(".css"));
  const inRoot = (paths) => paths.map((path) => join(survey.root, decodeURIComponent(path)));
  const found = [...await run(inRoot(pages)), ...await run(inRoot(styles), "--css")];
  return found
    .filter(({ message }) => !(message.startsWith("CSS:") && unknown.test(message)))
    .map(({ url, lastLine, message, extract }) => ({
      path: decodeURIComponent(new URL(url).pathname).slice(survey.root.length).replace(/index\.html$/, ""),
      element: (extract ?? "").replace(/\s+/g, " ").slice(0, 120), says: `line ${lastLine}: ${message}`,
    }));
}

function run(files, ...options) {
  const jar = join(dirname(createRequire(import.meta.url).resolve("vnu-jar/package.json")), "build/dist/vnu.jar");
  if (files.length === 0) return [];
  return new Promise((resolve, reject) => {
    const args = ["-Xss1m", "-jar", jar, "--format", "json", "--exit-zero-always", ...options, ...files];
    execFile("java", args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      if (error) return reject(new Error(`the Nu HTML checker: ${error.message}`));
      resolve(JSON.parse(stderr || stdout || '{"messages":[]}').messages);
    });
  });
}
