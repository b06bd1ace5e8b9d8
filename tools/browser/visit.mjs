// One visit: open an address as a reader would, and keep what went wrong while
// it loaded and what the document says.

import { readFacts, readOverflow, unitPattern } from "./facts.mjs";
import { fit, narrowest, widths } from "./tabs.mjs";

// visit returns { facts, troubles, overflow }. A brief one reads the document and
// measures it as it stands, in the narrowest window, without waiting for what comes later.
export async function visit(page, address, { brief = false, javaScript = true } = {}) {
  const { troubles, end } = watch(page, new URL(address).origin);
  try {
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
    end();
    await page.unrouteAll();
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

// watch collects what the page complains about and what it asks the network for, until
// its end. What the page before left unfinished is not this one's.
function watch(page, origin) {
  const troubles = [], asked = new Set(), ears = [];
  const note = (kind, says) => troubles.push({ kind, says });
  const hear = (event, what) => {
    page.on(event, what);
    ears.push(() => page.off(event, what));
  };
  hear("console", (message) => {
    const type = message.type();
    if (type !== "error" && type !== "warning") return;
    const kind = /Content.Security.Policy|Trusted ?(Type|HTML|Script)/i.test(message.text()) ? "policy" : "console";
    note(kind, `${type}: ${message.text()} (${message.location().url})`);
  });
  hear("pageerror", (error) => note("console", `uncaught: ${error.message}`));
  hear("request", (request) => {
    asked.add(request);
    const { protocol, origin: to } = new URL(request.url());
    if (protocol !== "data:" && protocol !== "blob:" && to !== origin) note("foreign", `asks ${request.url()}`);
  });
  hear("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (asked.has(request) && reason !== "csp") note("request", `${request.url()}: ${reason}`); // the policy reports its own
  });
  hear("response", (response) => {
    if (asked.has(response.request()) && response.status() >= 400) note("request", `${response.url()} answers ${response.status()}`);
  });
  return { troubles, end: () => ears.forEach((deaf) => deaf()) };
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
    await fit(page, { width, height: narrowest.height });
    const overflow = await page.evaluate(readOverflow);
    if (overflow) found.push({ at: width, ...overflow });
  }
  return found;
}
