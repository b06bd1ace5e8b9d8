// A static server on the loopback interface that answers as the host would:
// forced redirects, then files with pretty addresses, then the other rules,
// and the declared headers on everything.

import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { headersFor, redirectFor } from "./netlify.mjs";

const types = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".epub": "application/epub+zip",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".ics": "text/calendar; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".zip": "application/zip",
};

// compress writes bytes as the host sends them: brotli, at a quality that a server
// can afford for every answer.
export const compress = (data) => brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const text = /^text\/|json|xml|manifest/;

// serve publishes the folder root under the given rules on a free port; compressed,
// where what a visit weighs and how long it takes matters.
export async function serve(root, rules, { compressed = false } = {}) {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://site").pathname;
    const { status, headers = {}, body = "" } = await answer(root, rules, path, request.headers["accept-language"]);
    const small = compressed && /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && text.test(headers["Content-Type"] ?? "");
    response.writeHead(status, { ...headersFor(rules, path), ...headers, ...(small && { "Content-Encoding": "br" }) });
    response.end(request.method === "HEAD" ? undefined : small ? compress(body) : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function answer(root, rules, path, acceptLanguage) {
  const forced = redirectFor(rules, path, acceptLanguage, true);
  if (forced) return follow(root, forced);
  const place = await locate(root, path);
  if (place.file) return file(place.file, 200);
  if (place.redirect) return moved(301, place.redirect);
  const rule = redirectFor(rules, path, acceptLanguage, false);
  if (rule) return follow(root, rule);
  const { file: notFound } = await locate(root, "/404.html");
  return notFound ? file(notFound, 404) : { status: 404, body: "not found\n" };
}

// follow answers by a rule: another address for 3xx, another file for the rest.
async function follow(root, { status, to }) {
  if (status >= 300 && status < 400) return moved(status, to);
  const { file: found } = await locate(root, to);
  return found ? file(found, status) : { status: 404, body: `the rule leads to ${to}, which does not exist\n` };
}

const moved = (status, location) => ({ status, headers: { Location: location } });

async function file(name, status) {
  const headers = { "Content-Type": types[extname(name).toLowerCase()] ?? "application/octet-stream" };
  return { status, headers, body: await readFile(name) };
}

// locate finds the file behind a path: itself, a folder's index, or its .html.
async function locate(root, path) {
  const name = resolvePath(root, path);
  if (!name) return {};
  const found = await kindOf(name);
  if (found === "file" && !path.endsWith("/")) return { file: name };
  const index = join(name, "index.html");
  if (found === "folder" && (await kindOf(index)) === "file") {
    return path.endsWith("/") ? { file: index } : { redirect: `${path}/` };
  }
  const page = `${name.replace(/[/\\]$/, "")}.html`;
  return !path.endsWith("/") && (await kindOf(page)) === "file" ? { file: page } : {};
}

// resolvePath keeps every answer inside root; null where the path leaves it.
function resolvePath(root, path) {
  try {
    const base = normalize(root + sep);
    const name = normalize(join(base, decodeURIComponent(path)));
    return name.startsWith(base) && !name.includes("\0") ? name : null;
  } catch {
    return null;
  }
}

async function kindOf(name) {
  const found = await stat(name).catch(() => null);
  if (!found) return "nothing";
  return found.isDirectory() ? "folder" : "file";
}
