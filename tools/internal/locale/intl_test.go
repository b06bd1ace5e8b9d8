package locale

import (
	"bufio"
	"os"
	"strconv"
	"strings"
	"testing"
)

// oracle is a line of testdata/intl: what ICU makes of a value.
type oracle struct{ kind, argument, value, want string }

// TestIntl compares with ICU (testdata/intl.mjs), but for the kind of space and
// what departs lists.
func TestIntl(t *testing.T) {
	compared := 0
	for tag := range load().tables {
		l := language(t, tag)
		for _, o := range readOracle(t, "testdata/intl/"+tag+".tsv") {
			if l.departs(o) {
				continue
			}
			compared++
			if got := sameSpaces(l.like(o)); got != sameSpaces(o.want) {
				t.Errorf("%s, %s %s of %s: %q, ICU has %q", tag, o.kind, o.argument, o.value, got, o.want)
			}
		}
	}
	if compared < 6000 {
		t.Errorf("only %d values compared", compared)
	}
}

func readOracle(t *testing.T, file string) []oracle {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []oracle
	for s := bufio.NewScanner(f); s.Scan(); {
		if !strings.HasPrefix(s.Text(), "#") {
			c := strings.Split(s.Text(), "\t")
			out = append(out, oracle{c[0], c[1], c[2], c[3]})
		}
	}
	return out
}

// like does what intl.mjs did.
func (l *Locale) like(o oracle) string {
	style := map[string]Style{"long": Long, "short": Short, "full": Full}
	kind, form, _ := strings.Cut(o.kind, "-")
	switch kind {
	case "decimal":
		return l.Decimal(o.value)
	case "compact":
		return l.compact(o.value, l.magnitudes(style[o.argument]))
	case "range":
		low, high, _ := strings.Cut(o.value, " ")
		return l.RangeShort(low, high)
	case "money":
		return l.Money(o.value, o.argument, style[form])
	case "percent":
		return l.Percent(o.value)
	case "unit":
		text, _ := l.Unit(o.value, o.argument, style[form])
		return text
	case "plural":
		return l.Plural(o.value)
	case "date":
		return l.likeDate(o.argument, o.value)
	}
	return l.Name()
}

func (l *Locale) likeDate(form, value string) string {
	part := strings.Split(value, "-")
	y, m, d := atoi(part[0]), atoi(part[1]), atoi(part[2])
	switch form {
	case "long":
		return l.Date(y, m, d)
	case "short":
		return l.DateShort(y, m, d)
	case "month":
		return l.Month(y, m)
	case "month-short":
		return l.MonthShort(y, m)
	}
	return l.Day(m, d)
}

// departs knows where we mean to write otherwise (house.go). ICU repeats a
// magnitude that is one letter ("1m – 2m"); we share it.
func (l *Locale) departs(o oracle) bool {
	scaled := len(o.value) > firstPower
	switch o.kind {
	case "range":
		latin := strings.ContainsAny(o.want, "0123456789") // ICU leaves out the numbering that was asked for
		return len(strings.Fields(sameSpaces(o.want))) >= 3 || !latin
	case "money-short", "money-full":
		return houseSymbol(l.data, o.argument) != ""
	case "money-long", "unit-long":
		return scaled && l.ofMagnitude("x") != ""
	}
	return false
}

func sameSpaces(s string) string {
	return strings.NewReplacer(noBreak, " ", narrow, " ", "\u2009", " ").Replace(s)
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err)
	}
	return n
}
