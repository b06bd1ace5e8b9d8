//go:build unix

package check

import (
	"syscall"
	"testing"
	"time"

	"dossier/tools/internal/project"
)

// BenchmarkCheck applies every rule to the dossier of this repository, in all of
// its languages, once it is loaded. cpu-ms/op counts the time of all processors
// together, so that other work on the machine does not weigh:
//
//	go test ./tools/internal/check -run '^$' -bench Check -benchmem
func BenchmarkCheck(b *testing.B) {
	p, findings := project.Load("../../..")
	if p == nil || len(p.Pages) == 0 {
		b.Fatal(findings)
	}
	bytes := 0
	for _, page := range p.Pages {
		bytes += len(page.Doc.Source)
	}
	b.ReportAllocs()
	start := processorTime()
	for b.Loop() {
		Project(p)
	}
	b.ReportMetric(float64((processorTime()-start).Microseconds())/1000/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(bytes)/1000, "kB-of-source")
}

// processorTime is what this process has used up so far, the collector included.
func processorTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
