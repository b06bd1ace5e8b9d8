// The language switch: at a paragraph's own address its link can be seen and clicked, and
// at the address it leads to the same paragraph is in view. Markup can promise this and
// a hidden link or a sticky header still break it. Each address is opened once in each
// window, as the start of its own trips and the end of others'; the whole way, by key, is
// gone by walk.mjs.

import { go, inTabs, laptop, phone } from "../tabs.mjs";

export const journey = [{ name: "the language switch arrives at the paragraph it left", reader: "plain", check }];

async function check(survey) {
  const trips = survey.pages.flatMap((page) => tripsFrom(survey, page));
  const stations = stationsOf(trips);
  await inTabs(survey, stations, (page, station) => look(page, survey.origin, station));
  const at = new Map(stations.map((station) => [keyOf(station), station]));
  return trips.flatMap(({ path, unit, window, to }) => {
    const says = at.get(keyOf({ path, unit, window })).links.get(to) || at.get(keyOf({ path: to, unit, window })).arrival;
    return says ? [{ path, element: `#${unit}`, says: `${says} (${window.width} px)` }] : [];
  });
}

// tripsFrom takes the first and the last paragraph that a page offers.
function tripsFrom({ page: find, local }, { path, facts }) {
  const switches = facts.links.filter(({ unit, url }) =>
    unit.startsWith("p-") && local(url) !== path && find(local(url)) && new URL(url).hash === `#${unit}`);
  const ends = new Set([switches.at(0)?.unit, switches.at(-1)?.unit]);
  const trips = switches
    .filter(({ unit }) => ends.has(unit))
    .flatMap(({ unit, url }) => [phone, laptop].map((window) => ({ path, unit, window, to: local(url) })));
  return [...new Map(trips.map((trip) => [`${keyOf(trip)} ${trip.to}`, trip])).values()];
}

const keyOf = ({ path, unit, window }) => `${path}#${unit} ${window.width}`;

// stationsOf lists every place where a trip starts or ends, each once in each window.
// links keeps for each trip from there what is wrong with it, arrival what is wrong with
// those that end there. Neighbours are places on different pages in the same window.
function stationsOf(trips) {
  const stations = new Map();
  const station = (path, { unit, window }) => {
    const place = { path, unit, window };
    if (!stations.has(keyOf(place))) stations.set(keyOf(place), { ...place, links: new Map(), arrival: "" });
    return stations.get(keyOf(place));
  };
  for (const trip of trips) {
    station(trip.path, trip).links.set(trip.to, "");
    station(trip.to, trip);
  }
  const turn = new Map();
  return [...stations.values()]
    .map((place) => {
      const page = `${place.path} ${place.window.width}`;
      turn.set(page, (turn.get(page) ?? 0) + 1);
      return { place, turn: turn.get(page) };
    })
    .sort((a, b) => a.place.window.width - b.place.window.width || a.turn - b.turn)
    .map(({ place }) => place);
}

// look opens a station and writes down what is wrong there.
async function look(page, origin, station) {
  const { path, unit, links } = station;
  try {
    await go(page, `${origin}${path}#${unit}`);
    if (!(await page.evaluate(arrived, unit))) station.arrival = `its link leads to ${path}, but the paragraph is not in view there`;
    for (const [to, says] of await page.evaluate(readLinks, { unit, to: [...links.keys()] })) links.set(to, says);
  } catch (error) {
    station.arrival = error.message.split("\n")[0];
  }
}

// readLinks runs in the page: for each way, what keeps a reader at the paragraph from
// taking its link, or nothing.
function readLinks({ unit, to }) {
  const place = document.getElementById(unit);
  const wrong = (to) => {
    const link = [...place.querySelectorAll("a[href]")].find(({ pathname, hash }) => pathname === to && hash === `#${unit}`);
    if (!link) return `has no link to ${to} any more`;
    if (!link.checkVisibility({ visibilityProperty: true })) return `its link to ${to} is hidden from a reader who came to the paragraph`;
    link.scrollIntoView({ block: "center" });
    const [box] = link.getClientRects();
    const hit = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return link.contains(hit) ? "" : `its link to ${to} cannot be clicked`;
  };
  return to.map((to) => [to, wrong(to)]);
}

// arrived: the paragraph is the target, and its first line is on the screen and
// not under something that stays there. Scrolling may round to the next pixel.
export function arrived(id) {
  const element = document.getElementById(id);
  if (!element?.matches(":target")) return false;
  const [line] = element.getClientRects();
  if (!line || line.top <= -1 || line.top >= innerHeight) return false;
  const seen = document.elementFromPoint(line.left + line.width / 2, Math.min(Math.max(line.top, 0) + 4, innerHeight - 1));
  return seen !== null && (element.contains(seen) || seen.contains(element));
}
