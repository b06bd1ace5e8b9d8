package stage

import (
	"strconv"

	"dossier/tools/internal/record"
)

// seriesPlace is where a figure stands among those of its measure and scope.
type seriesPlace struct {
	Panel    string `json:"panel"` // of the chart that shows it
	N        string `json:"n"`     // from 1, by date
	Of       string `json:"of"`
	Previous string `json:"previous"` // figure ids, or ""
	Next     string `json:"next"`
}

// places finds every figure that is part of a series.
func places(all []record.Series) map[string]*seriesPlace {
	found := map[string]*seriesPlace{}
	for _, s := range all {
		for i, f := range s.Figures {
			p := &seriesPlace{Panel: panelID(s), N: strconv.Itoa(i + 1), Of: strconv.Itoa(len(s.Figures))}
			if i > 0 {
				p.Previous = s.Figures[i-1].ID
			}
			if i+1 < len(s.Figures) {
				p.Next = s.Figures[i+1].ID
			}
			found[f.ID] = p
		}
	}
	return found
}
