package locale

import (
	"math"
	"strconv"
	"strings"
)

// Plural rules, as in UTS 35, part 3, "Language Plural Rules": for each category a
// condition such as
//
//	v = 0 and i % 10 = 2..4 and i % 100 != 12..14
//
// over the operands of a number: n its absolute value, i the digits before the
// point, f and t those after it with and without zeros at the end, v and w how
// many these are, c and e the power of ten of a number in a magnitude (6 for "1.2
// million"). All is decided on the digits: a number may have any length.

// Plural returns the plural category of a number: zero, one, two, few, many or
// other. Visible decimals count: in German "1" is one, "1.0" is other. The sign
// does not.
func (l *Locale) Plural(v string) string {
	d, ok := parse(v)
	if !ok {
		return "other"
	}
	return l.category(d, 0)
}

// category is Plural for a number that is written with a magnitude of 10^exponent;
// the number is the whole one.
func (l *Locale) category(d decimal, exponent int) string {
	for _, r := range l.table.rules {
		if r.matches(d, exponent) {
			return r.category
		}
	}
	return "other"
}

// rangeCategory is the category of "2 to 5", from those of its ends (UTS 35, part
// 3, "Plural Ranges").
func (l *Locale) rangeCategory(low, high string) string {
	if c, ok := l.table.PluralRanges[low+" "+high]; ok {
		return c
	}
	return high
}

// pluralRule is a disjunction of conjunctions.
type pluralRule struct {
	category string
	any      [][]relation
}

// relation is "i % 100 != 12..14".
type relation struct {
	operand byte
	modulus uint64 // 0: none
	negated bool
	ranges  [][2]uint64
}

func compile(rules map[string]string) []pluralRule {
	var out []pluralRule
	for _, category := range []string{"zero", "one", "two", "few", "many"} {
		rule, ok := rules[category]
		if !ok {
			continue
		}
		r := pluralRule{category: category}
		for condition := range strings.SplitSeq(rule, " or ") {
			var all []relation
			for text := range strings.SplitSeq(condition, " and ") {
				all = append(all, compileRelation(strings.TrimSpace(text)))
			}
			r.any = append(r.any, all)
		}
		out = append(out, r)
	}
	return out
}

func compileRelation(text string) relation {
	left, right, negated := strings.Cut(text, " != ")
	if !negated {
		left, right, _ = strings.Cut(text, " = ")
	}
	name, modulus, mod := strings.Cut(left, " % ")
	r := relation{operand: name[0], negated: negated}
	if mod {
		r.modulus = integer(modulus)
	}
	for span := range strings.SplitSeq(right, ",") {
		low, high, isSpan := strings.Cut(span, "..")
		if !isSpan {
			high = low
		}
		r.ranges = append(r.ranges, [2]uint64{integer(low), integer(high)})
	}
	return r
}

func integer(s string) uint64 {
	n, err := strconv.ParseUint(s, 10, 64)
	must(err)
	return n
}

func (p pluralRule) matches(d decimal, exponent int) bool {
	for _, all := range p.any {
		holds := true
		for _, r := range all {
			holds = holds && r.holds(d, exponent)
		}
		if holds {
			return true
		}
	}
	return false
}

func (r relation) holds(d decimal, exponent int) bool {
	in := false
	if x, ok := r.value(d, exponent); ok {
		for _, span := range r.ranges {
			in = in || span[0] <= x && x <= span[1]
		}
	}
	return in != r.negated
}

// value returns the operand, after the modulus; false if it is no integer, and so
// in no range.
func (r relation) value(d decimal, exponent int) (uint64, bool) {
	trimmed := strings.TrimRight(d.fraction, "0")
	switch r.operand {
	case 'i':
		return remainder(d.whole, r.modulus), true
	case 'n':
		return remainder(d.whole, r.modulus), trimmed == ""
	case 'f':
		return remainder(d.fraction, r.modulus), true
	case 't':
		return remainder(trimmed, r.modulus), true
	case 'v':
		return uint64(len(d.fraction)), true
	case 'w':
		return uint64(len(trimmed)), true
	case 'c', 'e':
		return uint64(exponent), true
	}
	panic("locale: data: plural operand " + string(r.operand))
}

// remainder returns digits modulo m, or their value if m is 0; a value that is too
// large for the type is the largest, which is above all that rules mention.
func remainder(digits string, m uint64) uint64 {
	var n uint64
	for _, c := range []byte(digits) {
		if m == 0 && n > math.MaxUint64/10-1 {
			return math.MaxUint64
		}
		n = n*10 + uint64(c-'0')
		if m > 0 {
			n %= m
		}
	}
	return n
}
