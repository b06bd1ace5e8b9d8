// Two tabs, as many as the smallest machine has cores, each used again and again: to
// open one costs more than most of what is done in it.

// widths are the window widths at which nothing may need sideways scrolling:
// the narrowest that WCAG 1.4.10 asks for, a phone, a tablet, a laptop.
export const widths = [320, 390, 820, 1440];

// phone is the window that facts are read in: what is visible there is what the
// narrowest readers have.
export const phone = { width: 390, height: 844 };
export const narrowest = { width: widths[0], height: 900 };
export const laptop = { width: 1440, height: 900 };

// inTabs maps items with work(page, item) for one kind of reader. A tab comes as a new
// one would, in the window that is asked for, or that the item names, and with the page
// before still in it: go leaves that.
export async function inTabs({ browser, javaScript }, items, work, { window = phone } = {}) {
  const context = await openContext(browser, javaScript);
  try {
    return await inPairs(items, async (item, tab) => {
      tab.page ??= await context.newPage();
      await clean(tab.page, item.window ?? window);
      return work(tab.page, item);
    });
  } finally {
    await context.close();
  }
}

// inPairs maps with two workers; each has an object of its own to keep things in.
export async function inPairs(items, work) {
  const results = new Array(items.length);
  let next = 0;
  const worker = async (own) => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i], own);
    }
  };
  await Promise.all([worker({}), worker({})]);
  return results;
}

// go loads an address, and loads it again where another place on the same page is
// asked for: how a reader arrives is part of what is tested.
export async function go(page, address) {
  const document = (url) => url.split("#")[0];
  if (document(page.url()) === document(address)) await page.goto("about:blank");
  await page.goto(address);
}

const still = { media: null, colorScheme: "light", reducedMotion: "reduce", forcedColors: "none" };

async function clean(page, window) {
  if (page.url() !== "about:blank") await page.emulateMedia(still);
  await fit(page, window);
}

// fit gives a page its window; to ask for the one that it has costs time as well.
export async function fit(page, { width, height }) {
  const has = page.viewportSize();
  if (has.width !== width || has.height !== height) await page.setViewportSize({ width, height });
}

// openContext makes a browser profile for one way of reading. It names no
// language, so that "/" answers with its own page instead of a language's.
async function openContext(browser, javaScript) {
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: phone,
    colorScheme: "light", reducedMotion: "reduce",
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
