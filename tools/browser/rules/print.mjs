// On paper: the browser prints to PDF, and the PDF's own text is read. Every
// page carries its number, every address of a link is written out, every number
// bound to a figure names it, every note and source has the number that the text
// calls it by, and the date of a kept copy stands where the screen shows it; only a
// card, which nothing opens on paper, may keep it to itself.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { go, inTabs, laptop } from "../tabs.mjs";
import { specimens } from "./access.mjs";

export const print = [{ name: "a printed page is numbered and names what it rests on", reader: "plain", check }];

const kinds = ["chapter", "timeline", "figures", "sources"];

async function check(survey) {
  const folder = await mkdtemp(join(tmpdir(), "dossier-print-"));
  try {
    const found = await inTabs(survey, specimens(survey).filter(({ facts }) => kinds.includes(facts.kind)), async (page, { path }) => {
      await go(page, survey.origin + path);
      await page.emulateMedia({ media: "print", colorScheme: "light" });
      const wanted = await page.evaluate(readWanted);
      const file = join(folder, `${path.replace(/\W+/g, "-")}.pdf`);
      await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
      return compare(wanted, await readPages(file, "-raw"), await readPages(file, "-layout")).map((finding) => ({ path, ...finding }));
    }, { window: laptop });
    return found.flat();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

// readWanted runs in the page, as it is laid out for paper.
function readWanted() {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true });
  const links = [...document.querySelectorAll('main a[href^="http"]')].filter(shown);
  return {
    addresses: [...new Set(links.map((e) => e.getAttribute("href")))],
    figures: [...document.querySelectorAll("main .fig")].filter(shown).map((figure) => {
      const number = figure.querySelector(".fig-no");
      return { text: figure.textContent.replace(/\s+/g, " ").trim().slice(0, 60), number: number && shown(number) ? number.lastChild.textContent.trim() : "" };
    }),
    numbered: [...document.querySelectorAll("main li > .no + *")].filter(shown).map((e) => {
      const words = e.textContent.replace(/\s+/g, "");
      const known = words.slice(0, 20).replace(/[^!-\u024f\u2000-\u206f].*/, ""); // a machine may have no font for the rest
      return { number: e.previousElementSibling.lastChild.textContent.trim() + known, text: words.slice(0, 40) };
    }),
    archived: [...document.querySelectorAll("main [data-archived]")].filter((e) => !e.closest("[popover]")).map((e) => e.textContent.replace(/\s+/g, "")),
  };
}

// readPages gives the text of each sheet: in the order of the document, or in lines as
// they stand on the sheet.
async function readPages(file, order) {
  const { stdout } = await promisify(execFile)("pdftotext", [order, file, "-"], { maxBuffer: 1 << 27 }).catch((error) => {
    throw new Error(`pdftotext did not run (Debian: poppler-utils): ${error.message.split("\n")[0]}`);
  });
  return stdout.split("\f").slice(0, -1);
}

function compare({ addresses, figures, numbered, archived }, pages, sheets) {
  const number = (i) => new RegExp(`\\b${i + 1}\\s*/\\s*${pages.length}\\b`);
  // A line may break anywhere in an address, even where a page ends.
  const text = pages.map((page, i) => page.replace(number(i), "").replace(/\s+/g, "")).join("");
  const lines = sheets.join("").replace(/\s+/g, "");
  return [
    ...pages.flatMap((page, i) => (number(i).test(page) ? [] : [{ says: `sheet ${i + 1} of ${pages.length} has no number` }])),
    ...addresses.filter((address) => !text.includes(address)).map((address) => ({ says: `does not write out ${address}` })),
    ...figures
      .filter((figure) => !figure.number || !text.includes(figure.number))
      .map((figure) => ({ element: figure.text, says: "does not name its figure" })),
    ...numbered.filter(({ number }) => !lines.includes(number)).map(({ text }) => ({ element: text, says: "is printed without its number" })),
    ...archived.filter((words) => !text.includes(words)).map((words) => ({ says: `does not say ${words}` })),
  ];
}
