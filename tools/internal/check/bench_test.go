package check

import (
	"testing"

	"dossier/tools/internal/project"
)

// BenchmarkCheck applies every rule to the dossier of this repository, in all of
// its languages, once it is loaded.
func BenchmarkCheck(b *testing.B) {
	p, findings := project.Load("../../..")
	if p == nil || len(p.Pages) == 0 {
		b.Fatal(findings)
	}
	bytes := 0
	for _, page := range p.Pages {
		bytes += len(page.Doc.Source)
	}
	b.ReportMetric(float64(bytes)/1000, "kB-of-source")
	for b.Loop() {
		Project(p)
	}
}
