//go:build unix

package quantity

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
	"time"
)

// prose is German news as it comes: about six figures and dates to a thousand
// characters.
const prose = `Die Videoplattform gehört zu den am schnellsten wachsenden Diensten der vergangenen Jahre. Im September 2021 meldete das Unternehmen mehr als eine Milliarde monatlich aktive Nutzer, gut vier Jahre nach dem Start außerhalb Chinas. Der Umsatz des Mutterkonzerns soll 2022 auf rund 80 Milliarden US-Dollar gestiegen sein, ein Plus von mehr als 30 Prozent gegenüber dem Vorjahr. Kritiker werfen der Firma vor, sie gebe Daten an die Behörden weiter; das Unternehmen bestreitet das und verweist auf seine Rechenzentren in Europa und in den Vereinigten Staaten. Eine unabhängige Prüfung steht bisher aus, und auch die Aufsicht in Irland hat ihr Verfahren noch nicht abgeschlossen. Fachleute rechnen damit, dass es sich hinziehen wird, denn die Fragen sind verwickelt, und keine der beiden Seiten zeigt sich bereit, der anderen entgegenzukommen. Für die Beschäftigten bedeutet das vor allem eines: Ungewissheit darüber, wie es weitergeht und wo sie im nächsten Jahr arbeiten werden.
`

// BenchmarkScan reads German prose of several lengths, beside a bare pass over the
// same bytes that only finds where words begin. MB/cpu-s counts the time of the
// processor only, so that other work on the machine does not weigh:
//
//	go test ./tools/internal/quantity -run '^$' -bench Scan -benchmem
func BenchmarkScan(b *testing.B) {
	for _, size := range [...]int{1_000, 100_000, 10_000_000, 100_000_000} {
		text := strings.Repeat(prose, size/len(prose)+1)[:size]
		b.Run(fmt.Sprintf("figures/%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var found []Quantity
			start := processorTime()
			for b.Loop() {
				found = Append(found[:0], text, Options{Lang: "de"})
			}
			b.ReportMetric(speed(size, b.N, processorTime()-start), "MB/cpu-s")
			b.ReportMetric(float64(len(found))*1000/float64(size), "findings/kB")
		})
		b.Run(fmt.Sprintf("words/%d", size), func(b *testing.B) {
			b.SetBytes(int64(size))
			start := processorTime()
			for b.Loop() {
				if wordStarts(text) == 0 {
					b.Fatal("no words")
				}
			}
			b.ReportMetric(speed(size, b.N, processorTime()-start), "MB/cpu-s")
		})
	}
}

// wordStarts counts the words of a text, as the scanner tells them.
func wordStarts(text string) int {
	n, inside := 0, false
	for i := range len(text) {
		word := kinds[text[i]] == inWord
		if word && !inside {
			n++
		}
		inside = word
	}
	return n
}

// speed returns megabytes a second.
func speed(size, n int, took time.Duration) float64 {
	return float64(size) * float64(n) / 1e6 / took.Seconds()
}

// processorTime is what this process has used up so far, the collector included.
func processorTime() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
