// Who listens: what the browser hands to a screen reader holds every text that the
// page shows, in the order of the page, and tells none twice in a row; every stop has a
// name, and an open card is a part of the page with a name. On a laptop, where a page
// shows most; with the first card open where there is one.

import { go, inTabs, laptop } from "../tabs.mjs";
import { specimens } from "./access.mjs";
import { openCard } from "./cards.mjs";

export const heard = [{ name: "who listens is told all that a page shows, and nothing twice", reader: "plain", check }];

const stops = ["link", "button", "radio", "checkbox", "combobox", "searchbox", "textbox", "doc-noteref", "region", "navigation", "form"];

async function check(survey) {
  const found = await inTabs(survey, specimens(survey), async (page, { path }) => {
    try {
      await go(page, survey.origin + path);
      const card = await openCard(page);
      const told = await listen(page);
      const shown = await page.evaluate(readShown);
      return faults(told, shown, card).map((finding) => ({ path, ...finding }));
    } catch (error) {
      return [{ path, says: `cannot be listened to: ${error.message.split("\n")[0]}` }];
    }
  }, { window: laptop });
  return found.flat();
}

// inline are what stands in a line of text.
const inline = new Set(["StaticText", "InlineTextBox", "none", "generic", "link", "strong", "emphasis", "LabelText", "time"]);

// listen returns what is told, in order: dicts role, name, and block, the node of the
// paragraph, item or heading that it is told in.
async function listen(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Accessibility.enable");
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const told = [];
  const walk = (node, block) => {
    if (!node) return;
    const role = node.role?.value;
    if (!node.ignored) told.push({ role, name: node.name?.value?.trim() ?? "", block });
    for (const id of node.childIds ?? []) walk(byId.get(id), node.ignored || inline.has(role) ? block : node.nodeId);
  };
  walk(nodes[0], "");
  await session.detach();
  return told;
}

// readShown runs in the page: the words of each text that can be seen, and is not kept
// from who listens because it says the same to the eye only.
function readShown() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (element.closest("[aria-hidden=true], select, script, svg desc, svg title") || !element.checkVisibility({ visibilityProperty: true })) continue;
    const words = walker.currentNode.textContent.replace(/\s+/g, "");
    if (words) texts.push(words);
  }
  return texts;
}

function faults(told, shown, card) {
  const words = (name) => name.replace(/\s+/g, "");
  const all = told.filter(({ role }) => role === "StaticText" || stops.includes(role)).map(({ name }) => words(name)).join("");
  const texts = told.filter(({ role, name }) => role === "StaticText" && name);
  return [
    ...shown.filter((text) => !all.includes(text)).slice(0, 5).map((text) => ({ element: text.slice(0, 60), says: "is shown, but not told" })),
    ...told.filter(({ role, name }) => stops.includes(role) && !name).slice(0, 5).map(({ role }) => ({ says: `tells of a ${role} without a name` })),
    ...texts.filter(({ name, block }, i) => name.length > 4 && name === texts[i - 1]?.name && block === texts[i - 1].block).slice(0, 5).map(({ name }) => ({ element: name.slice(0, 60), says: "is told twice in a row" })),
    ...(card && !told.some(({ role, name }) => ["region", "dialog", "group"].includes(role) && name) ? [{ element: `#${card}`, says: "opens as no part of the page with a name" }] : []),
  ];
}
