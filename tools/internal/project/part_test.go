package project

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/tools/internal/diag"
)

// A sync by what the last one left does what one without it does, and says the
// same.
func TestASyncOfAPartIsASync(t *testing.T) {
	parts := 0
	for seed := range histories() {
		h := newHistory(100 + seed)
		h.write()
		h.sync(t)
		var ledger *Ledger
		for step := range 30 {
			if step%3 == 0 {
				h.translate()
			} else {
				h.author()
			}
			h.disturb()
			if ledger = h.both(t, ledger, &parts); t.Failed() {
				t.Fatalf("seed %d, step %d", seed, step)
			}
		}
	}
	if all := int(histories()) * 30; parts < all/3 {
		t.Errorf("only %d of %d were of a part", parts, all)
	}
}

// both syncs in both ways and returns the ledger for the next time, sent through
// its file.
func (h *history) both(t *testing.T, l *Ledger, parts *int) *Ledger {
	t.Helper()
	sums := SumsOf(h.files)
	whole, found := LoadFiles("", h.files)
	if whole == nil || found.HasErrors() {
		if p, _, ok := LoadPart("", h.files, sums, l); ok {
			t.Errorf("a part was loaded of what has errors: %v", p.Pages)
		}
		h.sound()
		return l
	}
	want := applied(h.files, whole)
	p, findings, ok := LoadPart("", h.files, sums, l)
	if ok {
		*parts++
		same(t, applied(h.files, p), want)
		if got, all := fmt.Sprint(findings.Sorted()), fmt.Sprint(found.Sorted()); got != all {
			t.Errorf("a part says %s\nthe whole says %s", got, all)
		}
	} else {
		p, findings = whole, found
	}
	next := ReadLedger(p.Ledger(sums, findings, p.Sync()).Bytes("this"), "this")
	h.files = want
	again, about := LoadFiles("", want)
	said, settled := next.Settled(SumsOf(want))
	if !settled || fmt.Sprint(said.Sorted()) != fmt.Sprint(about.Sorted()) || len(applied(want, again)) != len(want) {
		t.Errorf("settled: %v; says %v, would say %v", settled, said.Sorted(), about.Sorted())
	}
	return next
}

func same(t *testing.T, got, want map[string][]byte) {
	t.Helper()
	for _, name := range sortedNames(want) {
		if string(got[name]) != string(want[name]) {
			t.Errorf("%s of a part:\n%s\nof the whole:\n%s", name, got[name], want[name])
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("a part leaves %s", name)
		}
	}
}

// disturb does what happens to files now and then.
func (h *history) disturb() {
	name := sortedNames(h.files)[h.IntN(len(h.files))]
	page := h.page()
	switch h.IntN(14) {
	case 0: // a file is lost, or was never added to git
		if strings.HasPrefix(name, "i18n/") {
			delete(h.files, name)
		}
	case 1: // the author names a paragraph as another one is named
		units := h.synced()
		other := h.page()
		if ids := units[other.name]; len(ids) > 0 && page.texts[0].mark == "" {
			page.texts[0].text += " {#" + ids[h.IntN(len(ids))].ID + "}"
		}
		h.write()
	case 2: // two pages with one address
		data := string(h.files["content/"+page.name+".md"])
		h.files["content/"+page.name+".md"] = []byte(strings.Replace(data, "+++\n", "+++\nslug = \""+h.page().name+"\"\n", 1))
	case 3: // a catalog of a language that the site does not have
		h.files["i18n/pages/"+page.name+".pl.toml"] = []byte("[p-123456]\nother = \"x\"\n")
	case 4: // a language comes, or goes
		config := string(h.files["config.toml"])
		const french = "[languages.fr]\nweight = 3\ntitle = \"Chronique\"\n"
		if strings.Contains(config, french) {
			h.files["config.toml"] = []byte(historyConfig)
		} else {
			h.files["config.toml"] = []byte(config + french)
		}
	case 5: // git could not merge
		if strings.HasSuffix(name, ".toml") && strings.HasPrefix(name, "i18n/") {
			h.files[name] = []byte("<<<<<<< HEAD\n" + string(h.files[name]))
		}
	case 6: // raw HTML, about which there is something to say
		h.files["content/"+page.name+".md"] = append(h.files["content/"+page.name+".md"], "\n<div>x</div>\n"...)
	}
}

// sound mends what keeps a dossier from being loaded.
func (h *history) sound() {
	for name, data := range h.files {
		h.files[name] = []byte(strings.TrimPrefix(string(data), "<<<<<<< HEAD\n"))
	}
	for _, s := range h.pages {
		for _, t := range s.texts {
			t.text, _, _ = strings.Cut(t.text, " {#")
		}
	}
	h.write()
}

// A ledger that is not just what this program left is none.
func TestALedgerOfAnother(t *testing.T) {
	h := newHistory(7)
	h.write()
	p, findings := LoadFiles("", h.files)
	findings.Add(diag.Warnf(diag.Pos{File: "content/a.md", Line: 3, Col: 4}, "x", "y").WithHint("z"))
	data := p.Ledger(SumsOf(h.files), findings, p.Sync()).Bytes("this")
	if l := ReadLedger(data, "this"); l == nil || fmt.Sprint(l.findings) != fmt.Sprint(findings) {
		t.Fatal("the program's own is refused")
	}
	if ReadLedger(data, "that") != nil {
		t.Error("another program's is taken")
	}
	for n := range len(data) {
		if ReadLedger(data[:n], "this") != nil {
			t.Fatalf("cut off after %d bytes it is taken", n)
		}
	}
	for range 200 {
		bad := slices.Clone(data)
		bad[h.IntN(len(bad))] ^= byte(1 + h.IntN(255))
		if ReadLedger(bad, "this") != nil {
			t.Error("with a byte changed it is taken")
		}
	}
}
