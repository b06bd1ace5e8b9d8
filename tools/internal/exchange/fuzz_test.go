package exchange

import (
	"math/rand/v2"
	"testing"
)

// fuzz reads foreign bytes as a format. Whatever they are, reading ends; what was
// read without an error can be written, and is the same when it is read again.
func fuzz(f *testing.F, format Format) {
	for _, c := range bad {
		if len(c.data) < 4096 {
			f.Add(c.data)
		}
	}
	if format == TBX {
		data, _ := Write(&Document{Source: "de", Target: "en", Concepts: []Concept{{ID: "a", Term: "b", Target: "c", Forbidden: []string{"d"}}}}, TBX)
		f.Add(data)
	}
	if format == PO {
		for _, c := range pluralFiles {
			f.Add([]byte(pluralFile(c.lang, c.header, c.body)))
		}
	}
	r := rand.New(rand.NewPCG(7, 7))
	for range 5 {
		data, _ := Write(randomDocument(r), format)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<16 {
			return
		}
		d, findings := Read("x"+format.Extension(), data, "")
		if d == nil || findings.HasErrors() || format == TBX && len(d.Concepts) == 0 || d.Source == "" {
			return // not what we write: a dossier has a language
		}
		if format == TMX && d.Source == d.Target {
			return // what tells the two apart is their language
		}
		for i := range d.Units {
			u := &d.Units[i]
			if u.ID == "" || u.Source == "" { // not what we write
				return
			}
			if u.State != Outdated {
				u.Previous = ""
			}
		}
		first, findings := Write(d, format)
		if findings.HasErrors() {
			return // a character that the format cannot hold
		}
		back, findings := Read("x"+format.Extension(), first, "")
		whole := byID(d)
		if format == PO {
			d.withoutFollowers(whole)
		}
		if findings.HasErrors() || len(back.Units) != len(whole) {
			t.Fatalf("%v\n%q\n%s", findings, data, first)
		}
		if format == TBX && len(back.Concepts) != len(d.Concepts) {
			t.Fatalf("%d concepts, then %d\n%q\n%s", len(d.Concepts), len(back.Concepts), data, first)
		}
		again := byID(back)
		for _, u := range whole {
			if b := again[u.ID]; b.Source != u.Source || b.Target != u.Target || b.Previous != u.Previous {
				t.Fatalf("%q\nwas %q → %q (%q)\n is %q → %q (%q)", data, u.Source, u.Target, u.Previous, b.Source, b.Target, b.Previous)
			}
		}
	})
}

func FuzzPO(f *testing.F)     { fuzz(f, PO) }
func FuzzXLIFF1(f *testing.F) { fuzz(f, XLIFF1) }
func FuzzXLIFF2(f *testing.F) { fuzz(f, XLIFF2) }
func FuzzTMX(f *testing.F)    { fuzz(f, TMX) }
func FuzzTBX(f *testing.F)    { fuzz(f, TBX) }
func FuzzCSV(f *testing.F)    { fuzz(f, CSV) }
