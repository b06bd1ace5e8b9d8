package locale

import (
	"embed"
	"encoding/json"
	"strings"
	"sync"
)

//go:embed data/*.json
var data embed.FS

// tables is data/: a table for each tag, and in all.json what concerns all of them.
type tables struct {
	CLDR    string            // version
	Parents map[string]string // tags whose data are not their language's; "": nobody's
	Minor   map[string]int    // decimals of a currency, where they are not two

	tables map[string]func() *table // each read once, when it is asked for
}

// table is what CLDR says of one locale. Patterns are CLDR's, described in UTS 35,
// part 3 (numbers) and part 4 (dates); a map from plural categories has at least
// "other".
type table struct {
	Base   string // the variant it completes
	Name   string
	Quotes []string

	Decimal, Group, MoneyGroup, Minus, Approximately string
	MinGrouping                                      int // digits before the first separator, at least
	Percent, Range                                   string

	Long, Short, MoneyShort map[string][]string // plural category: patterns of 10⁶ to 10¹⁴
	Money                   string              // "#,##0.00 ¤"
	MoneyName               map[string]string   // plural category: "{0} {1}"
	Currencies              map[string]map[string]string
	Units                   map[string]unit

	Plurals      map[string]string // category: rule
	PluralRanges map[string]string // categories of both ends: category, where it is not that of the end

	Months, MonthsShort           []string
	MonthsAlone, MonthsAloneShort []string
	Quarters, QuartersShort       []string
	Era                           string
	Dates                         datePatterns

	rules []pluralRule
}

// unit has the patterns of a measuring unit, "{0} Stunden", by plural category.
type unit struct{ Long, Short map[string]string }

type datePatterns struct {
	Date, DateShort, Day, DayShort   string
	Month, MonthShort                string
	Quarter, QuarterShort            string
	Year, Years                      string
	EraDate, EraDateShort            string
	EraMonth, EraMonthShort, EraYear string
}

// load reads what concerns all tables, once. The files are generated and every test
// reads them, so what is wrong with them is a mistake in the program.
var load = sync.OnceValue(func() *tables {
	var t tables
	must(json.Unmarshal(file("all"), &t))
	files, err := data.ReadDir("data")
	must(err)
	t.tables = make(map[string]func() *table, len(files))
	for _, f := range files {
		if tag := strings.TrimSuffix(f.Name(), ".json"); tag != "all" {
			t.tables[tag] = sync.OnceValue(func() *table { return read(tag) })
		}
	}
	return &t
})

// read makes a table; that of a variant is laid over its base.
func read(tag string) *table {
	raw := file(tag)
	var head struct{ Base string }
	must(json.Unmarshal(raw, &head))
	var out table
	if head.Base != "" {
		must(json.Unmarshal(file(head.Base), &out))
	}
	must(json.Unmarshal(raw, &out))
	out.rules = compile(out.Plurals)
	return &out
}

func file(name string) []byte {
	raw, err := data.ReadFile("data/" + name + ".json")
	must(err)
	return raw
}

func must(err error) {
	if err != nil {
		panic("locale: data: " + err.Error())
	}
}
