package record

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
)

// Place is where a quotation of a piece of evidence was found.
type Place struct {
	Figure   string
	Evidence *Evidence
	SHA256   string
	Start    int
	End      int
}

// WritePassages writes the file of passages, in the order of figures and sources.
func WritePassages(places []Place) []byte {
	places = slices.Clone(places)
	slices.SortStableFunc(places, func(a, b Place) int {
		return cmp.Or(cmp.Compare(a.Figure, b.Figure), cmp.Compare(a.Evidence.Source, b.Evidence.Source), cmp.Compare(a.Start, b.Start))
	})
	var b bytes.Buffer
	b.WriteString("# Written by \"dossier sources verify\": where each quotation stands in the kept text of its\n# source, in characters of the folded text. The texts themselves are not published.\n")
	ids := map[string]int{}
	for _, p := range places {
		id := p.Figure + "--" + p.Evidence.Source
		if len(id) > most-4 {
			id = id[:most-4]
		}
		if ids[id]++; ids[id] > 1 {
			id += "-" + strconv.Itoa(ids[id])
		}
		b.WriteString("\n[[passage]]\n")
		for _, kv := range [][2]string{
			{"id", id}, {"figure", p.Figure}, {"source", p.Evidence.Source}, {"quote_sha256", QuoteHash(p.Evidence.Quote)},
			{"sha256", p.SHA256}, {"start", strconv.Itoa(p.Start)}, {"end", strconv.Itoa(p.End)},
		} {
			b.WriteString(kv[0] + " = \"" + kv[1] + "\"\n")
		}
	}
	return b.Bytes()
}
