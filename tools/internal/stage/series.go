package stage

import (
	"strconv"

	"dossier/tools/internal/record"
)

// seriesPlace is where a figure stands among those of its measure and scope.
type seriesPlace struct {
	Panel    string `json:"panel"` // of the chart that shows it; "" if only the appendix does
	N        string `json:"n"`     // from 1, by date
	Of       string `json:"of"`
	Previous string `json:"previous"` // figure ids, or ""
	Next     string `json:"next"`
}

// drawn is how many figures a series may have to be drawn on the page of each of
// them and in the chapters that use it. Of a longer one every page would be as long
// as the series: it is drawn once, in the appendix.
const drawn = 60

// places finds every figure that is part of a series.
func places(all []record.Series) map[string]*seriesPlace {
	found := map[string]*seriesPlace{}
	for _, s := range all {
		for i, f := range s.Figures {
			p := &seriesPlace{N: strconv.Itoa(i + 1), Of: strconv.Itoa(len(s.Figures))}
			if len(s.Figures) <= drawn {
				p.Panel = panelID(s)
			}
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
