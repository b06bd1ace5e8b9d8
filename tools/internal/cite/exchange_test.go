package cite

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/rogpeppe/go-internal/txtar"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// TestImport reads each file of testdata/import and compares what it became, as
// CSL-JSON, and what was said about it.
func TestImport(t *testing.T) {
	names, err := filepath.Glob("testdata/import/*.txtar")
	if err != nil || len(names) < 5 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			a, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			in := a.Files[0]
			items, findings := Read(FormatOf(in.Name, in.Data), in.Name, in.Data)
			if d := cmp.Diff(string(a.Files[1].Data), string(writeCSL(items))); d != "" {
				t.Errorf("items (-want +got):\n%s", d)
			}
			var b strings.Builder
			for _, f := range findings.Sorted() {
				b.WriteString(f.String() + "\n")
			}
			if d := cmp.Diff(string(a.Files[2].Data), b.String()); d != "" {
				t.Errorf("findings (-want +got):\n%s", d)
			}
		})
	}
}

// TestRoundTrip writes items that use every field in every format and reads
// them back. What RIS and BibTeX have no place for is named here.
func TestRoundTrip(t *testing.T) {
	items := []Item{
		{
			ID: "a-2023", Type: "article-newspaper", Title: "„Äpfel“ & 100 % {Birnen} \\ #1_x – ein Fall", Author: []Name{{Family: "von Müller", Given: "Jörg"}, {Literal: "Reuters"}},
			ContainerTitle: "Die Zeitung", Publisher: "Verlag & Söhne", PublisherPlace: "Köln", Volume: "3", Issue: "4", Page: "12-19",
			Issued: day(t, "2023-03-05"), Accessed: day(t, "2023-04-01"), URL: "https://example.org/a_b?c=%20&d=~e#f", DOI: "10.1000/a_b", ISSN: "1234-5678",
			Language: "en", Note: "Nur S. 12.",
		},
		{ID: "b", Type: "webpage", Title: "Ein Jahr", Author: []Name{{Literal: "Amt"}}, Issued: day(t, "2021"), URL: "https://example.org/b"},
		{ID: "c", Type: "book", Title: "Monat", Editor: []Name{{Family: "Łukasz", Given: "N."}}, Issued: day(t, "2021-05"), Publisher: "P", ISBN: "978-3-16-148410-0", Edition: "2"},
		{ID: "d", Type: "report", Title: "Bericht", Number: "R-7", Publisher: "Amt", Issued: day(t, "2020")},
	}
	same := cmp.Options{
		cmpopts.IgnoreFields(Item{}, "Pos"),
		cmp.Comparer(func(a, b edtf.Date) bool { return a.Raw() == b.Raw() }), cmpopts.EquateEmpty(),
	}
	for _, format := range Formats {
		got, findings := Read(format, "x", Write(format, items))
		if len(findings) > 0 {
			t.Errorf("%s: %v", format, findings)
		}
		if d := cmp.Diff(items, got, same); d != "" {
			t.Errorf("%s (-want +got):\n%s", format, d)
		}
	}
}

// TestDatesComeBack holds the dates that CSL's date-parts can and cannot say.
func TestDatesComeBack(t *testing.T) {
	for _, s := range []string{"2023-03-05", "2023-03", "2023", "2023~", "2023-21", "2021/2023", "2021-03/2021-04", "201X", "2023-36", "../2021", "0044"} {
		items, findings := Read("csl", "x", writeCSL([]Item{{ID: "a", Type: "book", Title: "T", Issued: day(t, s)}}))
		if len(items) != 1 || items[0].Issued.Raw() != s {
			t.Errorf("%s: %v %v", s, items, findings)
		}
	}
}

func TestLooseDates(t *testing.T) {
	for in, want := range map[string]string{
		"5.3.2023": "2023-03-05", "05. 03. 2023": "2023-03-05", "5. März 2023": "2023-03-05", "March 5, 2023": "2023-03-05", "5 March 2023": "2023-03-05",
		"Mar 2023": "2023-03", "2023/03": "2023-03", "2023-3-5": "2023-03-05", "2023-03-05T12:00:00Z": "2023-03-05", "ca. 1990": "1990~",
		"03/04/2023": "", "2023-02-30": "", "yesterday": "", "99": "",
	} {
		d, ok := looseDate(in)
		if d.Raw() != want || ok != (want != "") {
			t.Errorf("%q: %q, %v", in, d.Raw(), ok)
		}
	}
}

func TestEncodings(t *testing.T) {
	latin := []byte("TY  - BOOK\r\nTI  - \xdcber K\xf6ln\r\nER  - \r\n")
	items, findings := Read("ris", "x.ris", latin)
	if len(items) != 1 || items[0].Title != "Über Köln" || len(findings) != 1 || findings[0].Code != "import-encoding" {
		t.Errorf("Latin-1: %v %v", items, findings)
	}
	items, findings = Read("ris", "x.ris", []byte("\xef\xbb\xbfTY  - BOOK\nTI  - Köln\nER  - \n"))
	if len(items) != 1 || items[0].Title != "Köln" || len(findings) > 0 {
		t.Errorf("BOM: %v %v", items, findings)
	}
	if items, findings = Read("ris", "x.ris", []byte("\xff\xfeT\x00Y\x00")); len(items) > 0 || !findings.HasErrors() {
		t.Errorf("UTF-16: %v %v", items, findings)
	}
}

// What is far too large is refused; what stands beside it is read.
func TestTooLarge(t *testing.T) {
	long := strings.Repeat("x", maxText+1)
	items, findings := Read("csl", "x.json", []byte(`[{"id":"a","type":"book","title":"`+long+`"},{"id":"b","type":"book","title":"B"}]`))
	if len(items) != 1 || items[0].ID != "b" || len(findings) != 1 || findings[0].Code != "import-size" {
		t.Errorf("%d items, %.200v", len(items), findings)
	}
	if items, findings = Read("bibtex", "x.bib", bytes.Repeat([]byte("x"), MaxFile+1)); len(items) > 0 || findings[0].Code != "import-size" {
		t.Errorf("%d items, %v", len(items), findings)
	}
}

// What nobody closed is no source, and is read in time that grows with its length:
// eight times as long for eight times the text, where the square would take
// sixty-four times.
func TestBrokenBibTeXIsReadInLinearTime(t *testing.T) {
	for _, c := range []struct{ head, piece string }{
		{"", "@a{"}, {"", "{"}, {"@a{b, t={", "{"}, {"", `@a{b,t="`}, {"", "@a{b,t={\n"}, {"", "@a{b,t=\"\n"}, {"", "@comment{\n"},
	} {
		took := func(n int) time.Duration {
			bad, start := []byte(c.head+strings.Repeat(c.piece, n)), time.Now()
			if items, _ := Read("bibtex", "x.bib", bad); len(items) > 0 {
				t.Errorf("%q: %d items", c.piece, len(items))
			}
			return time.Since(start)
		}
		const n = 2_000
		short, long := min(took(n), took(n), took(n)), took(8*n)
		if long > 30*short+50*time.Millisecond {
			t.Errorf("%q: %v for the text, %v for eight of it", c.piece, short, long)
		}
	}
}

func FuzzRead(f *testing.F) {
	names, _ := filepath.Glob("testdata/import/*.txtar")
	for _, name := range names {
		if a, err := txtar.ParseFile(name); err == nil {
			for i := range Formats {
				f.Add(uint8(i), a.Files[0].Data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, n uint8, src []byte) {
		format := Formats[int(n)%len(Formats)]
		items, findings := Read(format, "x", src)
		for _, it := range items {
			if it.Title == "" {
				t.Error("an item without a title")
			}
		}
		again, _ := Read("csl", "x", writeCSL(items))
		if len(again) != len(items) {
			t.Errorf("%d items became %d: %v", len(items), len(again), findings)
		}
		for _, to := range []string{"bibtex", "ris"} {
			back, more := Read(to, "x", Write(to, items))
			if len(back) != len(items) {
				t.Errorf("%s: %d items became %d: %v\n%s", to, len(items), len(back), more, Write(to, items))
			}
		}
		var l diag.List
		l.Add(findings...)
		l.Sorted()
	})
}

// A journal's article names volume, issue and pages, a report its number.
func TestFormatParts(t *testing.T) {
	article := Item{
		Type: "article-journal", Title: "Ein Aufsatz", Author: []Name{{Family: "Müller", Given: "Jörg"}}, ContainerTitle: "Zeitschrift",
		Volume: "12", Issue: "3", Page: "45-67", Issued: day(t, "2021"),
	}
	report := Item{Type: "report", Title: "Bericht", Publisher: "Amt", Number: "R-7", Issued: day(t, "2020-05")}
	for _, c := range []struct {
		it   Item
		lang string
		want string
	}{
		{article, "de-DE", "Jörg Müller: „Ein Aufsatz“. In: Zeitschrift 12 (3), 2021, S. 45–67."},
		{article, "en-GB", "Jörg Müller, ‘Ein Aufsatz’, Zeitschrift 12 (3), 2021, pp. 45–67."},
		{report, "de-DE", "Bericht. Amt Nr. R-7, Mai 2020."},
		{report, "en-GB", "Bericht, Amt no. R-7, May 2020."},
	} {
		if got := spaces.Replace(Format(c.it, in(t, c.lang))); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.lang, got, c.want)
		}
	}
}

func TestPrinted(t *testing.T) {
	for _, c := range []struct {
		in   string
		want Name
	}{
		{"Kate O'Keeffe", Name{Literal: "Kate O'Keeffe"}}, {"O'Keeffe, Kate", Name{Family: "O'Keeffe", Given: "Kate"}},
		{"{Meta Platforms, Inc.}", Name{Literal: "Meta Platforms, Inc."}}, {"Reuters", Name{Literal: "Reuters"}},
	} {
		if got := Printed([]string{c.in})[0]; got != c.want || got.Record() != c.in {
			t.Errorf("%s: %+v, %s", c.in, got, got.Record())
		}
	}
}
