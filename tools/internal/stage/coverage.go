package stage

import (
	"strconv"

	"dossier/tools/internal/account"
	"dossier/tools/internal/record"
)

// coverage is how the figures of the prose are accounted for, counted by the build
// and the same in every language.
type coverage struct {
	Figures  string      `json:"figures"` // in the prose
	Bound    string      `json:"bound"`   // that lead to a record, each use
	Exempt   string      `json:"exempt"`  // that need none,
	Reasons  []statusRow `json:"reasons"` // and why
	Statuses []statusRow `json:"statuses"`
	Dates    string      `json:"dates"` // dates and ordinals, which are no figures
}

func (l *language) coverage() coverage {
	c := l.account.Coverage()
	d := coverage{
		Figures: strconv.Itoa(c.Figures), Bound: strconv.Itoa(c.By[account.Bound]), Dates: strconv.Itoa(c.Dates),
		Reasons: []statusRow{}, Statuses: []statusRow{},
	}
	exempt := 0
	for _, s := range account.Exempt {
		if n := c.By[s]; n > 0 {
			exempt += n
			d.Reasons = append(d.Reasons, statusRow{string(s), l.say("exempt_" + string(s)), strconv.Itoa(n)})
		}
	}
	d.Exempt = strconv.Itoa(exempt)
	counts := map[record.Status]int{}
	for _, id := range c.Records {
		if f, ok := l.project.Records.Figure(id); ok {
			counts[l.project.Records.Status(f)]++
		}
	}
	for _, s := range record.Statuses {
		if n := counts[s]; n > 0 {
			d.Statuses = append(d.Statuses, statusRow{string(s), l.say("status_" + string(s)), strconv.Itoa(n)})
		}
	}
	return d
}
