// Three engines with one face, for files opened from a disk with no network:
//
//   open(address)       go there and wait until it has loaded
//   run(function, arg)  call a function in the page
//   type(selector, text), press(key), click(selector)
//   frame(selector)     what run and the others work on from now on: a frame; none is the page
//   troubles            what the engine complained about: console errors, failed and foreign requests
//   close()
//
// Chromium is driven by Playwright, Firefox by WebDriver BiDi, WebKitGTK by
// WebDriver over HTTP, which tells nothing of the console: there, only what a page
// does is seen. Test drivers let Firefox read more of a disk than people's
// browsers may; the preference below takes that back.

import { spawn } from "node:child_process";
import { access, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { launch } from "./chromium.mjs";

const local = (url) => /^(file|data|blob|about|moz-extension|resource|chrome):/.test(url);
const gone = (r) => /ABORTED/.test(r.failure()?.errorText ?? ""); // the page was left before all of it had come
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export const engines = { chromium, firefox, webkit };

async function chromium() {
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const troubles = [];
  page.on("console", (m) => { if (m.type() === "error") troubles.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => troubles.push(`uncaught: ${e.message}`));
  page.on("request", (r) => { if (!local(r.url())) troubles.push(`asks ${r.url()}`); });
  page.on("requestfailed", (r) => { if (!gone(r)) troubles.push(`failed: ${r.url()}`); });
  return driven(page, troubles, () => browser.close());
}

async function firefox() {
  const { default: puppeteer } = await import("puppeteer-core");
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: await find(process.env.FIREFOX, ["firefox-esr", "firefox"], "firefox-esr"),
    extraPrefsFirefox: {
      "security.fileuri.strict_origin_policy": true,
      "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
      "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "network.captive-portal-service.enabled": false,
    },
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const troubles = [];
  page.on("console", (m) => { if (m.type() === "error") troubles.push(`console: ${m.text()}`); });
  page.on("pageerror", (e) => troubles.push(`uncaught: ${e.message}`));
  page.on("request", (r) => { if (!local(r.url())) troubles.push(`asks ${r.url()}`); });
  page.on("requestfailed", (r) => { if (!gone(r)) troubles.push(`failed: ${r.url()}`); });
  return driven(page, troubles, () => browser.close());
}

// driven is the face of Playwright's and of Puppeteer's pages, which are alike.
function driven(page, troubles, close) {
  let at = page;
  return {
    troubles, close,
    async open(address) { at = page; await page.goto(address, { waitUntil: "load" }); },
    async frame(selector) { at = selector ? await (await page.waitForSelector(selector)).contentFrame() : page; },
    run: (f, ...args) => at.evaluate(f, ...args),
    async click(selector) { await at.evaluate((s) => document.querySelector(s).click(), selector); await wait(50); },
    async type(selector, text) { await at.focus(selector); await page.keyboard.type(text); },
    press: (key) => page.keyboard.press(key),
    async address() { return page.url(); },
  };
}

async function webkit() {
  const screen = await start("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], {});
  const display = (await screen.line()).trim();
  const port = await freePort();
  const home = await mkdtemp(join(tmpdir(), "dossier-webkit-"));
  const env = { DISPLAY: `:${display}`, HOME: home, XDG_RUNTIME_DIR: home, LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_COMPOSITING_MODE: "1", http_proxy: "http://127.0.0.1:9/", https_proxy: "http://127.0.0.1:9/", no_proxy: "localhost,127.0.0.1" };
  const driver = await start("WebKitWebDriver", [`--port=${port}`], env);
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(60_000) });
    const { value } = await response.json();
    if (value?.error) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; tries < 50 && !(await ask("GET", "/status").catch(() => null)); tries++) await wait(100);
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: {} } });
  const session = `/session/${sessionId}`;
  const element = async (selector) => Object.values(await ask("POST", `${session}/element`, { using: "css selector", value: selector }))[0];
  const keys = { Enter: "\uE007", Escape: "\uE00C", Tab: "\uE004" };
  const keyboard = async (value) => ask("POST", `${session}/actions`, { actions: [{ type: "key", id: "k", actions: [...value].flatMap((k) => [{ type: "keyDown", value: k }, { type: "keyUp", value: k }]) }] });
  return {
    troubles: [],
    async close() {
      await ask("DELETE", session).catch(() => {});
      driver.kill();
      screen.kill();
      await wait(200);
      await rm(home, { recursive: true, force: true }).catch(() => {});
    },
    open: (url) => ask("POST", `${session}/url`, { url }),
    async frame(selector) {
      await ask("POST", `${session}/frame`, { id: null });
      if (selector) await ask("POST", `${session}/frame`, { id: { "element-6066-11e4-a52e-4f735466cecf": await element(selector) } });
    },
    run: (f, ...args) => ask("POST", `${session}/execute/sync`, { script: `return (${f}).apply(null, arguments)`, args }),
    async click(selector) { await ask("POST", `${session}/execute/sync`, { script: "document.querySelector(arguments[0]).click()", args: [selector] }); await wait(50); },
    async type(selector, text) {
      await ask("POST", `${session}/execute/sync`, { script: "document.querySelector(arguments[0]).focus()", args: [selector] });
      await keyboard(text);
    },
    press: (key) => keyboard([keys[key] ?? key]),
    address: () => ask("GET", `${session}/url`),
  };
}

// start runs a program until kill; line resolves with its first line of output.
async function start(name, args, env) {
  const child = spawn(await find(undefined, [name], name === "Xvfb" ? "xvfb" : "webkit2gtk-driver"), args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "ignore"] });
  const first = new Promise((resolve) => child.stdout.once("data", (data) => resolve(String(data))));
  return { line: () => first, kill: () => child.kill() };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function find(given, names, debian) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const file of given ? [given] : folders.flatMap((folder) => names.map((name) => join(folder, name)))) {
    if (await access(file).then(() => true, () => false)) return file;
  }
  throw new Error(`no ${names[0]} found; on Debian: apt-get install ${debian}`);
}
