// What the rules want to know about a page, read in one go from its document.
//
// readFacts runs inside the page. It can use nothing from this module, and it
// must work with scripting off, where promises and events never fire.

// unitPattern is the shape of a unit's permanent id: its kind at birth, then
// six or more hexadecimal digits.
export const unitPattern = "^(p|h|li|td|dt|cap|alt)-[0-9a-f]{6,}$";

export function readFacts(unitPattern) {
  const unitId = new RegExp(unitPattern);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const meta = (name) => document.querySelector(`meta[name="${name}" i]`)?.content.trim() ?? "";

  // The opening tag with a few words of the text: enough to find the element.
  const describe = (element) => {
    const tag = element.outerHTML.slice(0, element.outerHTML.indexOf(">") + 1).replace(/\s+/g, " ");
    const text = element.textContent.replace(/\s+/g, " ").trim();
    const cut = (s, n) => (s.length > n ? `${s.slice(0, n - 1)}…` : s);
    return cut(tag, 140) + (text ? ` “${cut(text, 40)}”` : "");
  };
  const absolute = (value) => {
    try {
      return new URL(value, document.baseURI).href;
    } catch {
      return null;
    }
  };
  const unitOf = (element) => {
    for (let e = element; e; e = e.parentElement) if (unitId.test(e.id)) return e.id;
    return "";
  };
  const within = (element) => {
    const ids = [];
    for (let e = element; e; e = e.parentElement) if (e.id) ids.push(e.id);
    return ids;
  };
  const reference = (element, value) => ({ element: describe(element), value, url: absolute(value) });

  const links = all("a[href], area[href], link[rel~=alternate]:not([hreflang]), link[rel~=next], link[rel~=prev], link[rel~=license]")
    .map((element) => ({
      ...reference(element, element.getAttribute("href")),
      unit: unitOf(element),
      within: within(element),
      visible: element.localName === "a" && element.checkVisibility({ visibilityProperty: true }),
    }));

  const loads = /\b(stylesheet|icon|apple-touch-icon|manifest|preload|modulepreload|prefetch|preconnect|dns-prefetch)\b/i;
  const resources = [
    ...all("[src]").map((e) => reference(e, e.getAttribute("src"))),
    ...all("[poster]").map((e) => reference(e, e.getAttribute("poster"))),
    ...all("object[data]").map((e) => reference(e, e.getAttribute("data"))),
    ...all("use[href], image[href]").map((e) => reference(e, e.getAttribute("href"))),
    ...all("link[href]").filter((e) => loads.test(e.rel)).map((e) => reference(e, e.getAttribute("href"))),
    ...all("[srcset]").flatMap((e) =>
      e.getAttribute("srcset").split(/,\s+/).map((entry) => reference(e, entry.trim().split(/\s+/)[0]))),
  ];

  // What is shown, or folded up behind words that are.
  const withinReach = (element) => {
    const folded = element.closest("details:not([open])");
    return element.checkVisibility({ visibilityProperty: true }) || folded?.querySelector("summary")?.checkVisibility() || false;
  };
  const values = (root) => new Map(all("a[href]:has(data[value])", root).map((a) =>
    [absolute(a.getAttribute("href")), { value: Number(a.querySelector("data").value), shown: withinReach(a) }]));
  let listed = null; // the values of the whole page, read once and only where a chart has none of its own
  const charts = all("figure.chart").map((chart) => {
    const table = chart.querySelector("table");
    const beneath = table ? values(table) : (listed ??= values());
    return {
      title: chart.querySelector("figcaption")?.textContent.replace(/\s+/g, " ").trim().slice(0, 40) ?? "",
      points: all(".point", chart).map((point) => {
        const link = point.querySelector("a[href]");
        const url = link && absolute(link.getAttribute("href"));
        return {
          id: point.dataset.id, url, panel: all("svg:has(> .point)").indexOf(point.parentElement), y: parseFloat(point.getAttribute("y")),
          name: link?.getAttribute("aria-label")?.trim() ?? "", value: null, shown: false, ...beneath.get(url),
        };
      }),
    };
  });

  // Controls that without a script do nothing.
  const idle = all("button, select, input:not([type=hidden]), textarea").filter((control) => {
    const form = control.closest("form");
    const works = control.matches("[popovertarget], [commandfor], form.filters [type=radio], form.filters [type=checkbox], form [type=reset]") ||
      (form?.hasAttribute("action") && !control.matches("button[type=button]"));
    return !works && control.checkVisibility({ visibilityProperty: true });
  }).map(describe);

  const parts = ["figure.chart", "[data-verdict]", "form.filters", "[popover]", "table", ".entry"];
  const forms = all("form[action]").map((e) => reference(e, e.getAttribute("action"))); // lead somewhere, load nothing

  const runs = (script) => !script.src && /^(|module|importmap|(text|application)\/(java|ecma)script)$/i.test(script.type);
  const inline = [
    ...all("[style]").map((e) => ({ element: describe(e), what: "style attribute" })),
    ...all("style").map((e) => ({ element: describe(e), what: "style element" })),
    ...all("script").filter(runs).map((e) => ({ element: describe(e), what: "inline script" })),
    ...all("*").flatMap((e) => [...e.attributes]
      .filter((a) => /^on/i.test(a.name) || (/^(href|src|action|formaction)$/i.test(a.name) && /^\s*javascript:/i.test(a.value)))
      .map((a) => ({ element: describe(e), what: `script in ${a.name}` }))),
  ];

  // visit.mjs has renamed http-equiv, or the document would be gone by now.
  const forward = document.querySelector('meta[data-forward="refresh" i]')?.content ?? null;
  const ids = all("[id]").map((e) => e.id);
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.getAttribute("dir") ?? "",
    kind: document.documentElement.dataset.kind ?? document.body?.dataset.kind ?? "",
    title: document.title.trim(),
    description: meta("description"),
    noindex: /noindex/i.test(meta("robots")),
    refresh: forward === null ? null : absolute(forward.replace(/^[^=]*=\s*/, "").replace(/^['"]|['"]$/g, "")),
    canonical: all("link[rel~=canonical]").map((e) => absolute(e.getAttribute("href"))),
    alternates: all("link[rel~=alternate][hreflang]").map((e) => ({
      language: e.getAttribute("hreflang"),
      url: absolute(e.getAttribute("href")),
    })),
    headings: all("h1").map(describe),
    ids: [...new Set(ids), ...all("a[name]").map((e) => e.getAttribute("name"))],
    repeatedIds: [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))],
    units: [...new Set(ids.filter((id) => unitId.test(id)))],
    links,
    claims: all("[id]:has(> [data-verdict])").map((claim) => ({
      id: claim.id,
      links: all("a[href]", claim).map((element) => reference(element, element.getAttribute("href"))),
    })),
    parts: parts.filter((selector) => document.querySelector(selector)),
    entries: all(".entry[id]").map(({ id }) => id),
    charts,
    idle,
    refused: all("*").filter((e) => [...e.attributes].some(({ name, value }) => /zgotmplz/i.test(name + value))).map(describe),
    resources,
    forms,
    inline,
    blocking: all("script[src]:not([defer]):not([async]):not([type=module])").map(describe),
    animated: document.getAnimations().length,
  };
}

// readOverflow runs inside the page too: the elements that make it wider than
// the window, innermost last; none where nothing has to be scrolled sideways.
export function readOverflow() {
  const root = document.scrollingElement;
  const room = root.clientWidth;
  if (root.scrollWidth <= room) return null;
  const clipped = (element) => {
    for (let e = element.parentElement; e && e !== document.body; e = e.parentElement) {
      if (getComputedStyle(e).overflowX !== "visible") return true;
    }
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")]
    .filter((e) => (e.getBoundingClientRect().right > room + 0.5 || e.getBoundingClientRect().left < -0.5) && !clipped(e))
    .map((e) => e.outerHTML.slice(0, e.outerHTML.indexOf(">") + 1).replace(/\s+/g, " ").slice(0, 140));
  return { width: root.scrollWidth, room, elements: wide.slice(-2) };
}
