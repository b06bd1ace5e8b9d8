package locale

import (
	"fmt"
	"strings"
)

// Gettext returns the rules as GNU gettext has them in the header of a PO file
// (manual, "Plural forms"): the value of Plural-Forms. The forms are those of
// [PluralRules.Whole], in that order: gettext counts whole things alone.
//
//	nplurals=2; plural=(n != 1);
//	nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? 1 : 2);
//
// The expression is CLDR's rule read for whole numbers, on which i is n, and v, w,
// f, t, c and e are zero. Other tables of such expressions leave out what is rare
// (French "many", for millions), or have another order.
func (p PluralRules) Gettext() string {
	whole := p.Whole()
	return fmt.Sprintf("nplurals=%d; plural=(%s);", len(whole), p.expression(whole))
}

// expression is a chain of conditions; the last form needs none.
func (p PluralRules) expression(whole []string) string {
	last := len(whole) - 1
	var conditions []condition
	for _, r := range p.rules {
		if len(conditions) < last && r.category == whole[len(conditions)] {
			conditions = append(conditions, r.whole())
		}
	}
	if last == 1 && len(conditions[0]) == 1 && len(conditions[0][0]) == 1 { // as people write it
		r := conditions[0][0][0]
		r.negated = !r.negated
		return r.c(true)
	}
	var b strings.Builder
	for i, c := range conditions {
		fmt.Fprintf(&b, "%s ? %d : ", c.c(), i)
	}
	fmt.Fprint(&b, last)
	return b.String()
}

// condition is a disjunction of conjunctions, of relations on n alone.
type condition [][]relation

// whole returns what a rule asks of whole numbers: relations that hold for all of
// them are left out, and so is every conjunction with one that holds for none.
func (p pluralRule) whole() condition {
	var out condition
	for _, all := range p.any {
		var left []relation
		possible := true
		for _, r := range all {
			switch r.operand {
			case 'n', 'i':
				left = append(left, r)
			default:
				possible = possible && r.holds(decimal{whole: "0"}, 0)
			}
		}
		if possible {
			out = append(out, left)
		}
	}
	return out
}

func (c condition) c() string {
	var any []string
	for _, conjunction := range c {
		var all []string
		for _, r := range conjunction {
			all = append(all, r.c(len(conjunction) == 1))
		}
		any = append(any, strings.Join(all, " && "))
	}
	return strings.Join(any, " || ")
}

// c writes a relation in C, in brackets if it has "||" and is not alone.
func (r relation) c(alone bool) string {
	n := "n"
	if r.modulus > 0 {
		n = fmt.Sprintf("n %% %d", r.modulus)
	}
	var parts []string
	for _, span := range r.merged() {
		parts = append(parts, spanInC(n, span, r.negated))
	}
	joint := " || "
	if r.negated {
		joint = " && "
	}
	s := strings.Join(parts, joint)
	if !alone && !r.negated && len(parts) > 1 {
		return "(" + s + ")"
	}
	return s
}

func spanInC(n string, span [2]uint64, negated bool) string {
	low, high := span[0], span[1]
	switch {
	case low == high && negated:
		return fmt.Sprintf("%s != %d", n, low)
	case low == high:
		return fmt.Sprintf("%s == %d", n, low)
	case low == 0 && negated:
		return fmt.Sprintf("%s > %d", n, high)
	case low == 0:
		return fmt.Sprintf("%s <= %d", n, high)
	case negated:
		return fmt.Sprintf("(%s < %d || %s > %d)", n, low, n, high)
	}
	return fmt.Sprintf("%s >= %d && %s <= %d", n, low, n, high)
}

// merged returns the ranges with neighbours made one: 0 and 1 are 0 to 1.
func (r relation) merged() [][2]uint64 {
	var out [][2]uint64
	for _, span := range r.ranges {
		if last := len(out) - 1; last >= 0 && out[last][1]+1 == span[0] {
			out[last][1] = span[1]
			continue
		}
		out = append(out, span)
	}
	return out
}
