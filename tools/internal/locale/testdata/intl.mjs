// Writes intl.json: what Intl says to the values below, for comparison. Spaces of
// every kind come out as plain ones, and marks of direction are taken off.
//
//	node intl.mjs > intl.json

const tags = ["de", "de-AT", "de-CH", "en-GB", "en-US", "fr", "es", "pl", "ru", "ar", "he", "ja"];

const small = ["0", "1", "2", "3", "5", "7", "11", "12", "21", "22", "25", "100", "101", "111", "0.5", "1.5", "2.25", "24.99", "-1", "-7.5", "0.001", "-1234.5"];
const large = [];
for (let power = 3; power < 15; power++) {
  for (const head of ["1", "2", "5", "12", "34.3", "-3.75"]) {
    const [whole, fraction = ""] = head.split(".");
    if (fraction.length <= power && whole.replace("-", "").length + power <= 15) {
      large.push(whole + fraction + "0".repeat(power - fraction.length));
    }
  }
}
const some = [...small, ...large.filter((v) => /^.{4,6}$|^-?\d{7}$|^-?\d{10,11}$/.test(v))];

const plain = (s) => s.replace(/[\u200e\u200f\u061c]/g, "").replace(/[\u00a0\u202f]/g, " ");
const latin = (tag) => tag + "-u-nu-latn";
const sorts = {
  decimal: { maximumFractionDigits: 20 },
  percent: { style: "percent", maximumFractionDigits: 20 },
  compact: { notation: "compact", compactDisplay: "long", maximumFractionDigits: 3 },
  full: { style: "currency", currency: "USD", currencyDisplay: "narrowSymbol", minimumFractionDigits: 0, maximumFractionDigits: 20 },
  franc: { style: "currency", currency: "CHF", minimumFractionDigits: 0, maximumFractionDigits: 20 },
  long: { style: "currency", currency: "USD", currencyDisplay: "name", notation: "compact", compactDisplay: "long", minimumFractionDigits: 0, maximumFractionDigits: 3 },
  name: { style: "currency", currency: "EUR", currencyDisplay: "name", minimumFractionDigits: 0, maximumFractionDigits: 20 },
  kilometer: { style: "unit", unit: "kilometer", unitDisplay: "long", maximumFractionDigits: 20 },
  hour: { style: "unit", unit: "hour", unitDisplay: "short", maximumFractionDigits: 20 },
};

const valuesOf = (sort) => (sort === "decimal" ? [...small, ...large] : sort === "compact" || sort === "long" ? large : some);

// hundredth shifts the point, because Intl multiplies percentages.
function hundredth(v) {
  const [whole, fraction = ""] = v.replace("-", "").split(".");
  const digits = whole.padStart(3, "0");
  return (v.startsWith("-") ? "-" : "") + digits.slice(0, -2) + "." + digits.slice(-2) + fraction;
}

const answers = {};
for (const tag of tags) {
  answers[tag] = { plural: {}, date: {} };
  for (const [sort, options] of Object.entries(sorts)) {
    const format = new Intl.NumberFormat(latin(tag), options);
    answers[tag][sort] = Object.fromEntries(valuesOf(sort).map((v) => [v, plain(format.format(sort === "percent" ? hundredth(v) : v))]));
  }
  const rules = new Intl.PluralRules(tag, { maximumFractionDigits: 20 });
  for (const v of some) answers[tag].plural[v] = rules.select(Number(v));
  const long = new Intl.DateTimeFormat(latin(tag), { dateStyle: "long", timeZone: "UTC", calendar: "gregory" });
  for (let month = 1; month <= 12; month++) {
    for (const day of [1, 5, 27]) {
      const date = `2021-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
      answers[tag].date[date] = plain(long.format(new Date(date)));
    }
  }
}
const lines = Object.entries(answers).map(([tag, all]) => {
  const rows = Object.entries(all).map(([sort, list]) => `  ${JSON.stringify(sort)}: ${JSON.stringify(list)}`);
  return ` ${JSON.stringify(tag)}: {\n${rows.join(",\n")}\n }`;
});
console.log(`{\n${lines.join(",\n")}\n}`);
