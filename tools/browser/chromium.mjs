// The browser is the system's own, never a download: what the distribution
// packages and patches. CHROMIUM names another one.

import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

// Nothing here may reach past the loopback interface: host names do not
// resolve, and the browser's own background traffic is off.
export const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

// launch starts the browser without its sandbox: the pages are this project's
// own, and containers seldom allow the sandbox what it needs.
export async function launch() {
  return chromium.launch({ executablePath: await findBrowser(), args: flags, chromiumSandbox: false });
}

export async function findBrowser() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : folders.flatMap((folder) => names.map((name) => join(folder, name)));
  for (const candidate of candidates) {
    if (await access(candidate, constants.X_OK).then(() => true, () => false)) return candidate;
  }
  throw new Error(`no Chromium found (looked for ${process.env.CHROMIUM ?? names.join(", ")}); on Debian: apt-get install chromium`);
}
