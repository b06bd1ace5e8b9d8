package prose

import (
	"math/big"

	"dossier/tools/internal/quantity"
)

// A dimension is what can be compared: hours with minutes, a third with 33 per
// cent, but no percentages with percentage points.
type dimension string

// The dimensions that are no unit of measure.
const (
	counted  dimension = ""
	money    dimension = "money"
	share    dimension = "share"
	points   dimension = "points"
	multiple dimension = "multiple"
)

// measure is a unit of a dimension: how many of the dimension's base it is.
type measure struct {
	dimension
	factor *big.Rat
}

// measures are CLDR's units that stand to each other in a fixed ratio. Days and
// months do not.
var measures = map[string]measure{
	"second": {"time", n(1)}, "minute": {"time", n(60)}, "hour": {"time", n(3600)}, "day": {"time", n(86400)},
	"week": {"time", n(604800)}, "millisecond": {"time", big.NewRat(1, 1000)},
	"month": {"calendar", n(1)}, "quarter": {"calendar", n(3)}, "year": {"calendar", n(12)}, "decade": {"calendar", n(120)},
	"century":    {"calendar", n(1200)},
	"millimeter": {"length", n(1)}, "centimeter": {"length", n(10)}, "meter": {"length", n(1000)}, "kilometer": {"length", n(1000000)},
	"square-meter": {"area", n(1)}, "hectare": {"area", n(10000)}, "square-kilometer": {"area", n(1000000)},
	"gram": {"mass", n(1)}, "kilogram": {"mass", n(1000)}, "tonne": {"mass", n(1000000)},
	"liter": {"volume", n(1)}, "cubic-meter": {"volume", n(1000)},
	"bit": {"data", n(1)}, "byte": {"data", n(8)}, "kilobyte": {"data", n(8e3)}, "megabyte": {"data", n(8e6)},
	"gigabyte": {"data", n(8e9)}, "terabyte": {"data", n(8e12)}, "petabyte": {"data", n(8e15)},
	"watt": {"power", n(1)}, "kilowatt": {"power", n(1e3)}, "megawatt": {"power", n(1e6)}, "gigawatt": {"power", n(1e9)},
	"percent": {share, big.NewRat(1, 100)}, "permille": {share, big.NewRat(1, 1000)},
	"percentage-point": {points, n(1)}, "percentagepoint": {points, n(1)}, "percentpoint": {points, n(1)}, "percent-point": {points, n(1)},
}

func n(v int64) *big.Rat { return big.NewRat(v, 1) }

var one = n(1)

// measure returns what a finding measures.
func measureFor(q quantity.Quantity) measure {
	switch q.Kind {
	case quantity.Money:
		return measure{money, one}
	case quantity.Percent:
		return measures["percent"]
	case quantity.PercentPoint:
		return measures["percent-point"]
	case quantity.Fraction:
		return measure{share, one}
	case quantity.Multiple:
		return measure{multiple, one}
	case quantity.Duration, quantity.Age, quantity.Amount:
		return measureOf(q.Unit)
	}
	return measure{counted, one}
}

// measureOf returns what a unit measures: one that is not in the table, itself.
func measureOf(unit string) measure {
	if m, ok := measures[unit]; ok {
		return m
	}
	return measure{dimension(unit), one}
}
