// A figure's card, by keyboard and without a script: it opens at its number, leaves the
// number to be seen on a phone, and gives the focus back when it closes.

import { fit, go, inTabs, laptop, phone } from "../tabs.mjs";
import { specimens } from "./access.mjs";

export const cards = [{ name: "a card opens by keyboard, hides nothing that called it, and closes again", reader: "plain", check }];

async function check(survey) {
  const found = await inTabs(survey, specimens(survey), (page, { path }) => walk(page, survey.origin, path));
  return found.flat();
}

// openCard opens the first card of a page by its key and returns its id, if it did open.
export async function openCard(page) {
  const button = page.locator("button[popovertarget]:visible").first();
  if ((await button.count()) === 0) return "";
  await button.focus();
  await page.keyboard.press("Enter");
  const id = await button.getAttribute("popovertarget");
  return (await page.evaluate((id) => document.getElementById(id)?.matches(":popover-open"), id)) ? id : "";
}

async function walk(page, origin, path) {
  const found = new Map();
  try {
    await go(page, origin + path);
    for (const window of [phone, laptop]) {
      await fit(page, window);
      const buttons = await page.locator("button[popovertarget]:visible").all();
      for (const i of new Set([0, Math.floor(buttons.length / 2), buttons.length - 1])) {
        if (!buttons[i]) continue;
        const says = await open(page, buttons[i], window);
        if (says) found.set(`${says} ${window.width}`, { path, element: await buttons[i].evaluate((b) => b.outerHTML.slice(0, 120)), says: `${says} (${window.width} px)` });
      }
    }
  } catch (error) {
    return [{ path, says: `cannot be walked: ${error.message.split("\n")[0]}` }];
  }
  return [...found.values()];
}

// open returns what went wrong, or nothing.
async function open(page, button, window) {
  await button.evaluate((b) => b.scrollIntoView({ block: "center" }));
  await button.focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(50);
  const seen = await button.evaluate((b) => {
    const card = document.getElementById(b.getAttribute("popovertarget"));
    if (!card?.matches(":popover-open")) return { open: false };
    const a = b.getBoundingClientRect(), c = card.getBoundingClientRect();
    const apart = a.bottom <= c.top + 1 || a.top >= c.bottom - 1 || a.right <= c.left + 1 || a.left >= c.right - 1;
    return { open: true, apart, inside: c.left >= -1 && c.right <= innerWidth + 1 && c.top >= -1 && c.bottom <= innerHeight + 1 };
  });
  if (!seen.open) return "opens nothing";
  await page.keyboard.press("Escape");
  const after = await button.evaluate((b) => ({
    closed: !document.getElementById(b.getAttribute("popovertarget")).matches(":popover-open"),
    focused: document.activeElement === b,
  }));
  if (!seen.apart) return "its card covers it";
  if (!seen.inside) return "its card stands partly off the screen";
  if (!after.closed) return "its card does not close with Escape";
  return after.focused ? "" : "does not get the focus back";
}
