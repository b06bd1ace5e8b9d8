// One visit: open an address as a reader would, and keep what went wrong while
// it loaded and what the document says.

import { readFacts, readOverflow, unitPattern } from "./facts.mjs";

// widths are the window widths at which nothing may need sideways scrolling:
// the narrowest that WCAG 1.4.10 asks for, a phone, a tablet, a laptop.
export const widths = [320, 390, 820, 1440];

// phone is the window that facts are read in: what is visible there is what the
// narrowest readers have.
export const phone = { width: 390, height: 844 };
export const laptop = { width: 1440, height: 900 };

// openContext makes a browser profile for one way of reading. It names no
// language, so that "/" answers with its own page instead of a language's.
export async function openContext(browser, { javaScript }) {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: phone,
    reducedMotion: "reduce",
    serviceWorkers: "block",
    extraHTTPHeaders: { "Accept-Language": "*" },
  });
  await context.addInitScript(() => {
    globalThis.policyViolations = [];
    globalThis.layoutShift = { by: 0, of: new Set() };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries().filter((entry) => !entry.hadRecentInput)) {
        globalThis.layoutShift.by += entry.value;
        for (const { node } of entry.sources) globalThis.layoutShift.of.add(node?.id || node?.className || node?.nodeName);
      }
    }).observe({ type: "layout-shift", buffered: true });
    addEventListener("securitypolicyviolation", (event) => {
      const where = event.sourceFile ? ` (${event.sourceFile}:${event.lineNumber})` : "";
      globalThis.policyViolations.push(`${event.effectiveDirective} forbids ${event.blockedURI || event.sample}${where}`);
    });
  });
  return context;
}

// visit returns { facts, troubles, overflow }. A brief one reads the document and
// measures it at the narrowest width only, without waiting for what comes later.
export async function visit(context, address, { brief = false, javaScript = true } = {}) {
  const page = await context.newPage();
  try {
    const troubles = watch(page, new URL(address).origin);
    await holdStill(page, address);
    await page.goto(address, { waitUntil: "load" });
    if (!brief) await settle(page, javaScript);
    const facts = await page.evaluate(readFacts, unitPattern);
    const shift = await page.evaluate(() => ({ by: globalThis.layoutShift?.by ?? 0, of: [...(globalThis.layoutShift?.of ?? [])] }));
    if (shift.by > 0) troubles.push({ kind: "shift", says: `moves while it loads, by ${shift.by.toFixed(4)} (${shift.of.join(", ")})` });
    const overflow = await measure(page, brief ? widths.slice(0, 1) : widths);
    for (const says of (await page.evaluate(() => globalThis.policyViolations)) ?? []) {
      troubles.push({ kind: "policy", says });
    }
    return { facts, troubles, overflow };
  } finally {
    await page.close();
  }
}

const refresh = /http-equiv=(["']?)refresh/i;

// holdStill keeps a page that only forwards from leaving before it is read: its
// refresh is renamed on the way in.
async function holdStill(page, address) {
  const markup = await (await fetch(address, { redirect: "manual" })).text();
  if (!refresh.test(markup)) return;
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace(refresh, "data-forward=$1refresh") });
  });
}

// watch collects what the page complains about and what it asks the network for.
function watch(page, origin) {
  const troubles = [];
  const note = (kind, says) => troubles.push({ kind, says });
  page.on("console", (message) => {
    const type = message.type();
    if (type !== "error" && type !== "warning") return;
    const kind = /Content.Security.Policy|Trusted ?(Type|HTML|Script)/i.test(message.text()) ? "policy" : "console";
    note(kind, `${type}: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => note("console", `uncaught: ${error.message}`));
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && asked !== origin) note("foreign", `asks ${request.url()}`);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== "csp") note("request", `${request.url()}: ${reason}`); // the policy reports its own
  });
  page.on("response", (response) => {
    if (response.status() >= 400) note("request", `${response.url()} answers ${response.status()}`);
  });
  return troubles;
}

// settle scrolls through the page, which starts what waits to be seen, and
// leaves scripts a moment: two frames before the first scroll, which would hide what
// moves, and then by the clock because, with scripting off, no event inside the page
// ever arrives.
async function settle(page, javaScript) {
  if (javaScript) await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(go, 20)))));
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(60);
  await page.evaluate(() => scrollTo(0, 0));
}

async function measure(page, at) {
  const found = [];
  for (const width of at) {
    await page.setViewportSize({ width, height: 900 });
    const overflow = await page.evaluate(readOverflow);
    if (overflow) found.push({ at: width, ...overflow });
  }
  return found;
}
