package record

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

// BenchmarkLoad reads and validates dossiers of n figures, 3n pieces of evidence
// and n sources, each figure in its own words and with one quotation. The time
// per figure and the memory per figure must not grow with n.
func BenchmarkLoad(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 40_000} {
		files := generated(n)
		size := 0
		for _, f := range files {
			size += len(f)
		}
		b.Run(fmt.Sprintf("figures=%d", n), func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			var set *Set
			for b.Loop() {
				s, findings := Load(files)
				if len(findings) > 0 {
					b.Fatal(findings[0])
				}
				set = s
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/figure")
			b.ReportMetric(float64(kept(set))/1e6, "MB-kept")
		})
	}
}

// kept returns how many bytes a set holds on to.
func kept(set *Set) uint64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	*set = Set{}
	runtime.GC()
	runtime.ReadMemStats(&after)
	return before.HeapAlloc - min(before.HeapAlloc, after.HeapAlloc)
}

// generated makes the records of a dossier without a fault.
func generated(n int) map[string][]byte {
	var figures, sources, rest strings.Builder
	for i := range n {
		fmt.Fprintf(&sources, `[[source]]
id = "zeitung-%[1]d"
type = "article-newspaper"
title = "Bericht Nummer %[1]d über die Zahl der Nutzer"
author = ["Anna Beispiel"]
publisher = "Zeitung %[1]d"
issued = "2021-09-28"
URL = "https://zeitung.example/2021/09/28/bericht-%[1]d"
language = "en"
grade = "B"
seen = true

`, i)
		fmt.Fprintf(&figures, `[[figure]]
id = "nutzer-%[1]d"
label = "Monatlich aktive Nutzer, Zählung %[1]d"
value = "%[2]d300000"
unit = "person"
comparator = "more-than"
as_of = "2021-09-27"
measure = "mau"
scope = "land-%[3]d"
note = "Angabe des Unternehmens, nicht von außen geprüft."

`, i, i%900+1, i%100)
		for k, value := range []string{"300000", "304000", "300000"} {
			fmt.Fprintf(&figures, `  [[figure.evidence]]
  source = "zeitung-%d"
  origin = "zaehler-%d"
  value = "%d%s"
  relation = "supports"
  basis = "reporting"
  locator = "S. 3"
`, (i+k)%n, k, i%900+1, value)
			if k == 0 {
				fmt.Fprintf(&figures, "  quote = \"the app now has %d.3 million users in 2021\"\n  quote_lang = \"en\"\n", i%900+1)
			}
			figures.WriteString("\n")
		}
	}
	rest.WriteString("[[measure]]\nid = \"mau\"\nlabel = \"Nutzer\"\n[[unit]]\nid = \"person\"\nlabel = \"Personen\"\n")
	for i := range 100 {
		fmt.Fprintf(&rest, "[[scope]]\nid = \"land-%d\"\nlabel = \"Land %d\"\n", i, i)
	}
	for i := range 3 {
		fmt.Fprintf(&rest, "[[actor]]\nid = \"zaehler-%d\"\nlabel = \"Zähler %d\"\n", i, i)
	}
	return map[string][]byte{
		"content/figures.toml": []byte(figures.String()), "content/sources.toml": []byte(sources.String()), "content/measures.toml": []byte(rest.String()),
	}
}
