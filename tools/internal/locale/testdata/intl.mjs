// Writes intl/TAG.tsv: what Intl of Node 20 or later (ICU, with CLDR inside) makes
// of numbers, money, measures and dates, as an oracle for package locale. Run
//
//	node testdata/intl.mjs
//
// in the package's folder. The first line of each file names the versions. A line
// is kind, argument, value, text, with tabs between; spaces that do not break are
// written as ICU has them, and the test compares without regard to the kind of
// space.
import { readdirSync, writeFileSync } from 'node:fs'

const tags = readdirSync('data').map(name => name.replace('.json', '')).filter(tag => tag !== 'all')
const decimals = ['0', '1', '2', '3', '5', '12', '100', '999', '1000', '1234', '9999', '10000', '19600', '999999', '1000000',
  '1234567.5', '0.5', '0.25', '24.99', '1000.5', '123456789012345678901234567890', '-1', '-1234.5']
const large = ['1000000', '1001000', '1100000', '2000000', '2500000', '3000000', '5000000', '9990000', '11000000', '15500000',
  '21000000', '22000000', '100000000', '101000000', '102000000', '123400000', '999000000', '1000000000', '1500000000', '2000000000',
  '5000000000', '34300000000', '21000000000', '105000000000', '1000000000000', '1234000000000', '2000000000000', '5000000000000',
  '10000000000000', '100000000000000', '1500000000000000', '-2500000', '-1000000000']
const counted = ['0', '1', '2', '3', '4', '5', '6', '10', '11', '12', '14', '20', '21', '22', '25', '100', '101', '102', '103', '111',
  '112', '1000', '1000000', '0.0', '0.5', '1.0', '1.1', '1.5', '2.0', '2.5', '0.01', '1.21', '5.20']
const amounts = ['1', '7.5', '1234', '-1234.56']
const scaled = ['1000000', '2000000', '34300000000']
const ranges = [['1000000', '2000000'], ['2500000000', '3000000000'], ['1000000', '5000000'], ['21000000', '22000000']]

for (const tag of tags) {
  const lines = [`# Node ${process.versions.node}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}`]
  const add = (kind, argument, value, text) => lines.push([kind, argument, value, text].join('\t'))
  const number = options => new Intl.NumberFormat(tag, { numberingSystem: 'latn', maximumFractionDigits: 20, ...options })
  const magnitude = display => ({ notation: 'compact', compactDisplay: display, minimumFractionDigits: 0, maximumFractionDigits: 3 })

  for (const v of decimals) add('decimal', '', v, number().format(v))
  for (const v of large) {
    add('compact', 'long', v, number(magnitude('long')).format(v))
    add('compact', 'short', v, number(magnitude('short')).format(v))
  }
  for (const [low, high] of ranges) {
    add('range', 'short', `${low} ${high}`, number(magnitude('short')).formatRange(low, high))
  }
  for (const currency of ['USD', 'EUR', 'CHF', 'JPY']) {
    const money = options => number({ style: 'currency', currency, ...options })
    const units = { minimumFractionDigits: currency === 'JPY' ? 0 : 2, trailingZeroDisplay: 'stripIfInteger' }
    for (const v of amounts) {
      add('money-full', currency, v, money(units).format(v))
      add('money-long', currency, v, money({ ...units, currencyDisplay: 'name' }).format(v))
    }
    for (const v of scaled) {
      add('money-short', currency, v, money(magnitude('short')).format(v))
      add('money-long', currency, v, money({ ...magnitude('long'), currencyDisplay: 'name' }).format(v))
    }
  }
  for (const v of ['0', '1', '12', '-3', '1234']) add('percent', '', v, number({ style: 'percent' }).format(`${v}e-2`))
  for (const unit of ['hour', 'day', 'year', 'kilometer', 'gigabyte']) {
    for (const v of ['1', '2', '5', '1.5', '1234']) {
      add('unit-full', unit, v, number({ style: 'unit', unit, unitDisplay: 'long' }).format(v))
      add('unit-short', unit, v, number({ style: 'unit', unit, unitDisplay: 'short' }).format(v))
    }
    add('unit-long', unit, '34300000000', number({ ...magnitude('long'), style: 'unit', unit, unitDisplay: 'long' }).format('34300000000'))
  }
  for (const v of counted) {
    const minimumFractionDigits = (v.split('.')[1] ?? '').length
    add('plural', '', v, new Intl.PluralRules(tag, { minimumFractionDigits }).select(Number(v)))
  }
  const date = options => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', ...options })
  for (let month = 1; month <= 12; month++) {
    const day = new Date(Date.UTC(2023, month - 1, 2 * month))
    const v = day.toISOString().slice(0, 10)
    add('date', 'long', v, date({ dateStyle: 'long' }).format(day))
    add('date', 'short', v, date({ year: 'numeric', month: 'short', day: 'numeric' }).format(day))
    add('date', 'month', v, date({ year: 'numeric', month: 'long' }).format(day))
    add('date', 'day', v, date({ month: 'long', day: 'numeric' }).format(day))
  }
  add('date', 'month-short', '2023-09-01', date({ year: 'numeric', month: 'short' }).format(new Date(Date.UTC(2023, 8, 1))))
  add('name', '', '', new Intl.DisplayNames(tag, { type: 'language' }).of(tag === 'en-US' ? 'en' : tag))
  writeFileSync(new URL(`intl/${tag}.tsv`, import.meta.url), lines.join('\n') + '\n')
}
