package quantity

import (
	"time"

	"dossier/tools/internal/edtf"
)

func (p *parser) dates(i int) (Quantity, int) { return Quantity{}, i }

func (p *parser) dateDotted(i int) bool { return false }

// bounds returns the days that a date and its part span. The parts are thirds of
// the span.
func bounds(s, mod string) (from, to time.Time, ok bool) {
	if s == "" {
		return from, to, false
	}
	d, err := edtf.Parse(s)
	if err != nil {
		return from, to, false
	}
	from, to = d.Min(), d.Max()
	days := int(to.Sub(from).Hours()/24) + 1
	switch mod {
	case "early":
		to = from.AddDate(0, 0, (days+2)/3-1)
	case "mid":
		from, to = from.AddDate(0, 0, days/3), to.AddDate(0, 0, -(days/3))
	case "late":
		from = to.AddDate(0, 0, 1-(days+2)/3)
	}
	return from, to, true
}
