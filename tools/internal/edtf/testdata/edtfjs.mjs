// Writes edtfjs.tsv: what the npm package edtf (4.11.1, the reference
// implementation in JavaScript) makes of the strings of parse.txt and errors.txt, as
// an oracle for package edtf. In the package's folder, with DIR any other:
//
//	npm install --prefix DIR edtf@4.11.1
//	node testdata/edtfjs.mjs DIR/node_modules/edtf/index.js
//
// A line is the string, its first and its last day, with tabs between; "-" stands
// for an end that is open or unknown, and for both where the string is refused.
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const { default: edtf } = await import(pathToFileURL(process.argv[2]))
const here = name => new URL(name, import.meta.url)

const strings = ['parse.txt', 'errors.txt'].flatMap(name => readFileSync(here(name), 'utf8').split('\n'))
  .filter(line => line.includes('|') && !line.startsWith('#'))
  .map(line => line.split('|')[0].trim().replace('␣', ' ').replace('∅', ''))

function day(end, bound) {
  const date = new Date(end[bound])
  if (Number.isNaN(date.getTime())) return '-' // JavaScript has no such day
  const year = date.getUTCFullYear()
  const digits = String(Math.abs(year)).padStart(4, '0')
  return (year < 0 ? '-' : '') + digits + date.toISOString().slice(-20, -14)
}

const known = end => end !== null && end !== undefined && end !== Infinity && end !== -Infinity && typeof end === 'object'

function meaning(s) {
  let value
  try {
    value = edtf(s)
  } catch {
    return ['-', '-']
  }
  const [lower, upper] = value.type === 'Interval' ? [value.lower, value.upper] : [value, value]
  return [known(lower) ? day(lower, 'min') : '-', known(upper) ? day(upper, 'max') : '-']
}

const lines = strings.filter(s => s !== '').map(s => [s, ...meaning(s)].join('\t'))
writeFileSync(here('edtfjs.tsv'), '# npm edtf 4.11.1\n' + lines.join('\n') + '\n')
