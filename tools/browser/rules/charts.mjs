// Charts, without a script: every point leads to its figure, stands where its value
// belongs, and has that value beneath, in the chart's table or among the page's own
// entries; with keys, each takes the focus in turn and shows it.
//
// The contract: figure.chart with elements .point[data-id], each at its y and with a
// link; the values are data elements in links to the same addresses.

import { go, inTabs, laptop, phone } from "../tabs.mjs";
import { specimens } from "./access.mjs";

export const charts = [
  { name: "every point of a chart leads to its figure and has its value beneath", reader: "plain", check: values },
  { name: "every point of a chart takes the focus in turn and shows it", reader: "plain", check: keys },
];

function values({ pages, page, local }) {
  return pages.flatMap(({ path, facts }) => facts.charts.flatMap(({ title, points }) => [
    ...(points.length > 0 ? [] : [{ path, element: title, says: "draws nothing" }]),
    ...points.flatMap((point) => wrong(point, page, local).map((says) => ({ path, element: `${title}: ${point.id}`, says }))),
    ...misplaced(points).map(({ id, says }) => ({ path, element: `${title}: ${id}`, says })),
  ]));
}

function wrong({ id, url, name, value, shown }, page, local) {
  if (!url || !page(local(url)) || !namesIt(new URL(url), id)) return ["does not lead to its figure"];
  return [
    ...(name ? [] : ["has no name"]),
    ...(value === null ? ["has no value beneath"] : []),
    ...(value === null || shown ? [] : ["has a value beneath that nobody can get to"]),
  ];
}

const namesIt = ({ pathname, hash }, id) => pathname.split("/").includes(id) || hash === `#${id}`;

// misplaced compares the heights of the points of a panel with the values of their
// figures: all stand on one linear scale, that of the lowest and the highest.
function misplaced(points) {
  const drawn = points.filter(({ id, url, value }) => value !== null && namesIt(new URL(url), id));
  return [...new Set(drawn.map(({ panel }) => panel))].flatMap((number) => {
    const panel = drawn.filter(({ panel }) => panel === number);
    const sorted = panel.toSorted((a, b) => a.value - b.value);
    const low = sorted[0], high = sorted.at(-1);
    if (low.value === high.value) return [];
    return panel.flatMap(({ id, value, y }) => {
      const wanted = low.y + ((high.y - low.y) * (value - low.value)) / (high.value - low.value);
      return Math.abs(wanted - y) < 0.5 ? [] : [{ id, says: `stands at ${y} %, and its value ${value} at ${wanted.toFixed(2)} %` }];
    });
  });
}

async function keys(survey) {
  const drawn = specimens(survey).filter(({ facts }) => facts.charts.length > 0);
  const found = await inTabs(survey, [phone, laptop].flatMap((window) => drawn.map(({ path }) => ({ path, window }))), async (page, { path, window }) => {
    await go(page, survey.origin + path);
    const faults = [...await page.evaluate(readFocus), ...await page.evaluate(readCuts), ...await tabThrough(page)];
    return faults.map(({ element, says }) => ({ path, element, says: `${says} (${window.width} px)` }));
  });
  return found.flat();
}

// readFocus runs in the page: the points that look the same with the focus as without.
function readFocus() {
  const look = (link) => [link, ...link.querySelectorAll("*")]
    .map((e) => {
      const { outlineStyle, outlineWidth, stroke, strokeWidth, fill, opacity, visibility } = getComputedStyle(e);
      return [outlineStyle === "none" ? "" : outlineStyle + outlineWidth, stroke === "none" ? "" : stroke + strokeWidth, fill, opacity, visibility].join();
    }).join(";");
  return [...document.querySelectorAll("figure.chart .point a[href]")].flatMap((link) => {
    const before = look(link);
    link.focus({ focusVisible: true, preventScroll: true });
    const element = link.parentElement.dataset.id;
    if (document.activeElement !== link) return [{ element, says: "does not take the focus" }];
    return look(link) === before ? [{ element, says: "does not show that it has the focus" }] : [];
  });
}

// readCuts runs in the page: the points, with their labels, that reach over the edge of a
// chart that cuts off what does.
function readCuts() {
  return [...document.querySelectorAll("figure.chart")].flatMap((chart) => {
    const { contentVisibility, contain, overflow, overflowClipMargin } = getComputedStyle(chart);
    if (contentVisibility === "visible" && !/paint|strict|content/.test(contain) && overflow === "visible") return [];
    const room = parseFloat(/[\d.]+px/.exec(overflowClipMargin)?.[0] ?? "0");
    chart.style.contentVisibility = "visible"; // far from the window nothing of it has a place
    const edge = chart.getBoundingClientRect();
    return [...chart.querySelectorAll(".point[data-id]")].flatMap((point) => {
      const boxes = [...point.querySelectorAll("circle, path, text")].filter((e) => e.getClientRects().length > 0).map((e) => e.getBoundingClientRect());
      const over = Math.max(...boxes.map((box) => Math.max(edge.left - box.left, edge.top - box.top, box.right - edge.right, box.bottom - edge.bottom))) - room;
      return over > 0.5 ? [{ element: point.dataset.id, says: `is cut off by ${over.toFixed(1)} px` }] : [];
    });
  });
}

// tabThrough goes through the points of the first chart by the key.
async function tabThrough(page) {
  const ids = await page.evaluate(() => {
    const links = [...document.querySelector("figure.chart").querySelectorAll(".point a[href]")];
    links[0]?.focus();
    return links.map((link) => link.parentElement.dataset.id);
  });
  for (const id of ids.slice(1, 20)) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => document.activeElement.parentElement?.dataset.id ?? document.activeElement.outerHTML.slice(0, 80));
    if (at !== id) return [{ element: id, says: `is passed over by the key, which leads to ${at}` }];
  }
  return [];
}
