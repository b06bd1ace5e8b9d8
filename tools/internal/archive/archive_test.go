package archive

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
	"unicode/utf8"
)

func TestFind(t *testing.T) {
	for _, c := range []struct {
		name, text, quote string
		n                 int
	}{
		{"plain", "It has more than 1 billion users.", "more than 1 billion users", 1},
		{"spaces and breaks", "more\u00a0than\n\t1\u202fbillion   users", "more than 1 billion users", 1},
		{"quotation marks", "he said “it’s 1 billion” – so", `he said "it's 1 billion" - so`, 1},
		{"decomposed letters", "fu\u0308nf Millionen", "fünf Millionen", 1},
		{"soft hyphens", "Mil\u00adliarden", "Milliarden", 1},
		{"case counts", "More than 1 billion", "more than 1 billion", 0},
		{"digits count", "1.5 billion", "15 billion", 0},
		{"twice", "one billion, one billion", "one billion", 2},
		{"left out", "a billion users, said the firm, every single month", "a billion users […] every single month", 1},
		{"left out, the wrong way round", "every single month, a billion users", "a billion users … every single month", 0},
		{"left out, after a first half alone", "a billion. " + strings.Repeat("x", reach) + " a billion users every month", "a billion … every month", 1},
		{"nothing", "text", " … ", 0},
	} {
		if _, n := (Text{Folded: Fold(c.text)}).Find(c.quote); n != c.n {
			t.Errorf("%s: found %d times, want %d", c.name, n, c.n)
		}
	}
	at, _ := Text{Folded: Fold("Äh, ein Wort.")}.Find("ein Wort")
	if at != (Found{4, 12}) {
		t.Errorf("place %v", at)
	}
}

func folder(t *testing.T, files map[string]string) *os.Root {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return root
}

func TestOpen(t *testing.T) {
	root := folder(t, map[string]string{
		"page.html": "<!doctype html><head><title>1 billion</title></head><script>var x = '9 billion'</script><p>More than <b>1</b>&nbsp;bil<i>lion</i></p><p>people<br>now</p><svg><text>7 billion</text></svg>",
		"latin.txt": "f\xfcnf Millionen",
		"plain.md":  "**Ein** Text",
	})
	for id, want := range map[string]string{"page": "More than 1 billion people now", "latin": "fünf Millionen", "plain": "**Ein** Text"} {
		got, err := Open(context.Background(), root, id)
		if err != nil || got.Folded != want || len(got.SHA256) != 64 {
			t.Errorf("%s: %q, %v", id, got.Folded, err)
		}
	}
	if _, err := Open(context.Background(), root, "none"); !errors.Is(err, ErrNone) {
		t.Errorf("none: %v", err)
	}
}

// What is no ordinary file is refused, and never read.
func TestOpenRefuses(t *testing.T) {
	root := folder(t, map[string]string{"real.txt": "x"})
	if err := os.Symlink("real.txt", filepath.Join(root.Name(), "link.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/dev/zero", filepath.Join(root.Name(), "device.txt")); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(filepath.Join(root.Name(), "pipe.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(root.Name(), "folder.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	big, err := os.Create(filepath.Join(root.Name(), "big.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if err := big.Truncate(MaxFile + 1); err != nil {
		t.Fatal(err)
	}
	big.Close()
	start := time.Now()
	for _, id := range []string{"link", "device", "pipe", "folder", "big"} {
		if text, err := Open(context.Background(), root, id); err == nil || errors.Is(err, ErrNone) || text.Folded != "" {
			t.Errorf("%s was read", id)
		}
	}
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

func TestPDF(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		root := folder(t, map[string]string{"a.pdf": "%PDF-1.4"})
		if _, err := Open(context.Background(), root, "a"); err == nil || !strings.Contains(err.Error(), "poppler") {
			t.Errorf("without pdftotext: %v", err)
		}
		return
	}
	root := folder(t, map[string]string{"a.pdf": onePage("More than 1 billion people"), "broken.pdf": "no PDF at all"})
	text, err := Open(context.Background(), root, "a")
	if _, n := text.Find("More than 1 billion"); err != nil || n != 1 {
		t.Errorf("%q, %v", text.Folded, err)
	}
	if _, err := Open(context.Background(), root, "broken"); err == nil {
		t.Error("a broken PDF was read")
	}
}

// onePage is a PDF with one line of text.
func onePage(line string) string {
	content := "BT /F1 12 Tf 72 700 Td (" + line + ") Tj ET"
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		"<< /Length " + itoa(len(content)) + " >>\nstream\n" + content + "\nendstream", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
	}
	b := "%PDF-1.4\n"
	var offsets []int
	for i, o := range objects {
		offsets = append(offsets, len(b))
		b += itoa(i+1) + " 0 obj\n" + o + "\nendobj\n"
	}
	xref := len(b)
	b += "xref\n0 6\n0000000000 65535 f \n"
	for _, o := range offsets {
		s := itoa(o)
		b += strings.Repeat("0", 10-len(s)) + s + " 00000 n \n"
	}
	return b + "trailer << /Size 6 /Root 1 0 R >>\nstartxref\n" + itoa(xref) + "\n%%EOF\n"
}

func itoa(n int) string {
	s := ""
	for ; n > 0; n /= 10 {
		s = string(rune('0'+n%10)) + s
	}
	if s == "" {
		return "0"
	}
	return s
}

// Searching is bounded however the text repeats itself.
func TestFindIsBounded(t *testing.T) {
	start := time.Now()
	text := Text{Folded: strings.Repeat("a ", 1<<20)}
	if _, n := text.Find("a … b"); n != 0 {
		t.Error("found what is not there")
	}
	text.Find("a a a a")
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}
}

func FuzzFold(f *testing.F) {
	f.Add("<p>Mehr als „1 Milliarde“</p>")
	f.Add("a\u00ad\u200b b")
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(fromHTML(decode([]byte(s))))
		if !utf8.ValidString(folded) {
			t.Errorf("%q is not UTF-8", folded)
		}
		if again := Fold(folded); again != folded {
			t.Errorf("%q folds to %q", folded, again)
		}
		if at, n := (Text{Folded: folded}).Find(folded); n > 0 && at.End < at.Start {
			t.Error(at)
		}
	})
}
