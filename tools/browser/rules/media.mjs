// What readers ask of their browser is heard: colours of their own, no motion,
// text four times as large.

import { fit, go, inTabs } from "../tabs.mjs";
import { specimens } from "./access.mjs";

// wishes are what each promise is looked at with, in this order and in one visit: what a
// browser is asked for changes, the page stays.
const wishes = [
  { name: "with forced colours every mark can be seen and told apart", read: readMarks, media: ["light", "dark"].map((colorScheme) => ({ forcedColors: "active", colorScheme })) },
  { name: "who wants no motion gets none", read: readMotion, media: [{ forcedColors: "none", colorScheme: "light", reducedMotion: "reduce" }] },
  // 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10); that nothing scrolls sideways is
  // seen on every page, at 320 px.
  { name: "at 400 % nothing that stays covers the page", read: readCover, media: [{}], window: { width: 320, height: 256 } },
];

export const media = wishes.map(({ name }) => ({
  name,
  reader: "plain",
  check: async (survey) => (await looked(survey)).filter(({ wish }) => wish === name),
}));

// looked visits the pages of a survey once, for the first who asks.
const visits = new WeakMap();
function looked(survey) {
  if (!visits.has(survey)) visits.set(survey, inTabs(survey, specimens(survey), (page, { path }) => look(page, survey.origin, path)).then((found) => found.flat()));
  return visits.get(survey);
}

async function look(page, origin, path) {
  await go(page, origin + path);
  const findings = new Map();
  for (const { name, read, media, window } of wishes) {
    if (window) await fit(page, window);
    for (const wanted of media) {
      await page.emulateMedia(wanted);
      for (const { element, says } of await page.evaluate(read)) findings.set(`${name} ${element} ${says}`, { wish: name, path, element, says });
    }
  }
  return [...findings.values()];
}

// readMarks runs in the page, as all that follow. Lines, strokes and fills keep
// their author's colour where forced colours do not reach, so each is measured
// against the ground that the reader chose.
function readMarks() {
  const found = [];
  const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = colour;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const light = ([r, g, b]) => [r, g, b]
    .map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = light(rgba("Canvas"));
  const contrast = (colour) => {
    const painted = rgba(colour);
    if (painted[3] === 0) return 1;
    const own = light(painted);
    return (Math.max(own, ground) + 0.05) / (Math.min(own, ground) + 0.05);
  };
  const tag = (element) => element.outerHTML.slice(0, element.outerHTML.indexOf(">") + 1).replace(/\s+/g, " ").slice(0, 120);

  // The line that says a status: there, strong enough, and not that of another.
  const styles = new Map();
  for (const element of document.querySelectorAll("[data-status]:is(.line, .mark)")) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element, element.matches(".mark") ? "::before" : undefined);
    if (style.textDecorationLine === "none") found.push({ element: tag(element), says: "has no line" });
    else if (contrast(style.textDecorationColor) < 3) found.push({ element: tag(element), says: `its line is ${style.textDecorationColor}` });
    const drawn = `${style.textDecorationLine} ${style.textDecorationStyle}`;
    if (!styles.has(drawn)) styles.set(drawn, element.dataset.status);
    const other = styles.get(drawn);
    if (other !== element.dataset.status) found.push({ element: tag(element), says: `is drawn like ${other}` });
  }

  for (const shape of document.querySelectorAll("svg :is(path, line, rect, circle, ellipse, polygon, polyline, text)")) {
    if (!shape.checkVisibility() || shape.closest("defs, clipPath, mask, pattern")) continue;
    const { fill, stroke, strokeWidth } = getComputedStyle(shape);
    const colours = [shape.matches("line") ? "none" : fill, parseFloat(strokeWidth) > 0 ? stroke : "none"].filter((colour) => colour !== "none" && rgba(colour)[3] > 0);
    if (colours.length > 0 && Math.max(...colours.map(contrast)) < 3) {
      found.push({ element: tag(shape), says: `is drawn in ${colours.join(" and ")}` });
    }
  }

  // What is chosen differs from what is not by more than a ground.
  const look = (element) => {
    const { outlineStyle, textDecorationLine, fontWeight, borderBlockEndStyle, borderBlockStartStyle } = getComputedStyle(element);
    return [outlineStyle, textDecorationLine, fontWeight, borderBlockEndStyle, borderBlockStartStyle].join();
  };
  const pairs = [["label:has(:checked)", "label:not(:has(:checked))"], ["nav [aria-current]", "nav a:not([aria-current])"]];
  for (const [chosen, other] of pairs) {
    for (const element of document.querySelectorAll(chosen)) {
      const group = element.closest("fieldset, ul, ol, nav");
      const rest = [...(group?.querySelectorAll(other) ?? [])].filter((e) => e.checkVisibility());
      if (element.checkVisibility() && rest.some((e) => look(e) === look(element))) {
        found.push({ element: tag(element), says: "is chosen and looks as if it were not" });
      }
    }
  }
  return found;
}

function readMotion() {
  const found = [];
  const seconds = (list) => Math.max(...list.split(",").map(parseFloat));
  // Of elements that no rule is likely to tell apart one is enough.
  const alike = new Map();
  for (const element of document.querySelectorAll("*")) {
    alike.set(`${element.parentElement?.className} ${element.localName} ${element.getAttribute("class")}`, element);
  }
  for (const element of alike.values()) {
    for (const pseudo of [undefined, "::before", "::after"]) {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element, pseudo);
      const moves = [
        animationName !== "none" && `is animated by ${animationName}`,
        seconds(transitionDuration) > 0.01 && `changes over ${transitionDuration}`,
        !pseudo && scrollBehavior === "smooth" && "scrolls smoothly",
      ].filter(Boolean);
      for (const says of moves) found.push({ element: element.outerHTML.slice(0, element.outerHTML.indexOf(">") + 1).slice(0, 120) + (pseudo ?? ""), says });
    }
  }
  return found;
}

function readCover() {
  scrollTo(0, 400);
  return [...document.querySelectorAll("body *")]
    .filter((e) => ["fixed", "sticky"].includes(getComputedStyle(e).position) && e.checkVisibility() && !e.matches("[popover]"))
    .map((e) => ({ e, box: e.getBoundingClientRect() }))
    .filter(({ box }) => box.top < innerHeight && box.bottom > 0 && Math.min(box.bottom, innerHeight) - Math.max(box.top, 0) > innerHeight / 3)
    .map(({ e, box }) => ({
      element: e.outerHTML.slice(0, e.outerHTML.indexOf(">") + 1).slice(0, 120),
      says: `stays over ${Math.round(box.height)} of ${innerHeight} px`,
    }));
}
