// Every rule that a built site is held to. A rule has
//
//   name     the promise it tests, in words
//   reader   "plain" (scripting off), "scripted", or absent for both
//   check    from a survey to findings: { path, element?, says }
//
// A rule knows nothing about one particular dossier, and each is proved able to
// fail by a fault planted in testdata/faults.toml.

import { access } from "./rules/access.mjs";
import { arriving } from "./rules/arriving.mjs";
import { cards } from "./rules/cards.mjs";
import { charts } from "./rules/charts.mjs";
import { claims } from "./rules/claims.mjs";
import { contents } from "./rules/contents.mjs";
import { filters } from "./rules/filters.mjs";
import { heard } from "./rules/heard.mjs";
import { hosting } from "./rules/hosting.mjs";
import { journey } from "./rules/journey.mjs";
import { languages } from "./rules/languages.mjs";
import { layout } from "./rules/layout.mjs";
import { links } from "./rules/links.mjs";
import { markup } from "./rules/markup.mjs";
import { media } from "./rules/media.mjs";
import { nu } from "./rules/nu.mjs";
import { print as onPaper } from "./rules/print.mjs";
import { quiet } from "./rules/quiet.mjs";
import { walks } from "./rules/walk.mjs";
import { weight } from "./rules/weight.mjs";

const rules = [...quiet, ...markup, ...links, ...claims, ...languages, ...journey, ...layout, ...walks, ...media, ...onPaper, ...cards, ...charts, ...contents, ...arriving, ...filters, ...weight, ...access, ...heard, ...nu, ...hosting];

// rulesFor gives the rules for one kind of reader.
export const rulesFor = (reader) => rules.filter((rule) => !rule.reader || rule.reader === reader);

// print writes a finding on one line, so that page and element stand together.
export const print = ({ path, element, says }) => `${path}  ${element ? `${element}  ` : ""}${says}`;
