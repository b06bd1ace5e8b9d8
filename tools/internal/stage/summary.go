package stage

import "fmt"

// Summary counts what was staged: "2 chapters, 41 figures, 68 events, 118
// sources in 2 languages".
func (t *Tree) Summary() string {
	p := t.project
	l := language{project: p}
	return fmt.Sprintf("%s, %s, %s, %s in %s", count(l.chapters(), "chapter"), count(len(p.Records.Figures), "figure"),
		count(len(p.Records.Events), "event"), count(len(p.Records.Sources), "source"), count(len(p.Config.Languages), "language"))
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
