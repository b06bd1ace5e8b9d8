package markdown

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
)

// The cases of this package are text files under testdata, made to be read and
// extended without knowing Go. testdata/README.md tells how. With -update the
// sections that hold answers are written anew.

var update = flag.Bool("update", false, "write the answers in testdata anew")

// visible stands for bytes that a text file would hide.
var visible = strings.NewReplacer("␣", " ", "␍", "\r", "→", "\t", "␀", "\x00", "␛", "\x1b")

// eachCase runs a test for each case of the files, a case being the sections
// NAME/… of one archive. answer gets the sections and returns those that it is
// able to work out.
func eachCase(t *testing.T, pattern string, answer func(in map[string]string) map[string]string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files %s", pattern)
	}
	for _, file := range files {
		a, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		in := map[string]map[string]string{}
		for _, f := range a.Files {
			name, section, _ := strings.Cut(f.Name, "/")
			if in[name] == nil {
				in[name], names = map[string]string{}, append(names, name)
			}
			in[name][section] = string(f.Data)
		}
		for _, name := range names {
			t.Run(strings.TrimSuffix(filepath.Base(file), ".txt")+"/"+name, func(t *testing.T) {
				compare(t, a, name, in[name], answer(in[name]))
			})
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// compare checks the answers, or writes them into the archive.
func compare(t *testing.T, a *txtar.Archive, name string, in, out map[string]string) {
	t.Helper()
	for _, section := range slices.Sorted(maps.Keys(out)) {
		got, want := out[section], in[section]
		if got == want {
			continue
		}
		if !*update {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", section, got, want)
			continue
		}
		i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == name+"/"+section })
		if i < 0 {
			i = len(a.Files)
			for i > 0 && !strings.HasPrefix(a.Files[i-1].Name, name+"/") {
				i--
			}
			a.Files = slices.Insert(a.Files, i, txtar.File{Name: name + "/" + section})
		}
		a.Files[i].Data = []byte(got)
	}
}

func page(s string) []byte { return []byte(visible.Replace(s)) }

func TestSegment(t *testing.T) {
	eachCase(t, "segment/*.txt", func(in map[string]string) map[string]string {
		src := page(in["page"])
		p, found := Parse("page.md", src)
		if problem := laws(src); problem != "" {
			t.Error(problem)
		}
		var units, findings strings.Builder
		for _, u := range p.Units {
			units.WriteString(describe(u))
		}
		for _, f := range found.Sorted() {
			fmt.Fprintf(&findings, "%d:%d %s %s: %s\n", f.Line, f.Col, f.Severity, f.Code, f.Message)
			if f.Hint == "" {
				t.Errorf("no hint for %v", f)
			}
		}
		out := map[string]string{"units": units.String()}
		if findings.Len() > 0 || in["findings"] != "" {
			out["findings"] = findings.String()
		}
		return out
	})
}

// describe writes a unit as the corpora do: h2 {id} [path]  text.
func describe(u Unit) string {
	s := string(u.Kind)
	if u.Level > 0 {
		s += fmt.Sprint(u.Level)
	}
	if u.FixedID != "" {
		s += " {" + u.FixedID + "}"
	}
	if u.Path != "" {
		s += " [" + u.Path + "]"
	}
	for _, f := range []struct {
		is   bool
		word string
	}{{u.Top, "top"}, {u.Tight, "tight"}, {u.Footnote, "footnote"}} {
		if f.is {
			s += " " + f.word
		}
	}
	return s + "  " + strings.NewReplacer("\n", "⏎", "\r", "␍", "\t", "→").Replace(u.Text) + "\n"
}

func TestTextsInPlaces(t *testing.T) {
	eachCase(t, "splice/*.txt", func(in map[string]string) map[string]string {
		p, _ := Parse("page.md", page(in["page"]))
		with := map[string]string{}
		for l := range strings.Lines(in["with"]) {
			old, text, _ := strings.Cut(strings.TrimSuffix(l, "\n"), " => ")
			with[old] = strings.ReplaceAll(visible.Replace(text), "⏎", "\n")
		}
		got := p.Rewrite(func(_ int, u Unit) (string, bool) {
			text, ok := with[strings.ReplaceAll(u.Text, "\n", "⏎")]
			return text, ok
		})
		shown := strings.ReplaceAll(string(got), "\r", "␍")
		return map[string]string{"result": strings.ReplaceAll(shown, " \n", "␣\n")}
	})
}

func TestTexts(t *testing.T) {
	eachCase(t, "texts/*.txt", func(in map[string]string) map[string]string {
		text := strings.ReplaceAll(strings.TrimSuffix(string(page(in["text"])), "\n"), "⏎\n", "\\\n")
		if problem := lawOfRefs(text); problem != "" {
			t.Error(problem)
		}
		out := map[string]string{
			"plain": strings.ReplaceAll(Plain(text), "\n", "⏎") + "\n",
			"words": fmt.Sprintln(Words(text)),
			"shape": InlineShape(text) + "\n",
		}
		if ps := Placeholders(text); len(ps) > 0 || in["placeholders"] != "" {
			out["placeholders"] = strings.Join(ps, "\n") + "\n"
		}
		var refs strings.Builder
		for _, r := range Refs(text) {
			kind := "link"
			if r.Image {
				kind = "image"
			}
			fmt.Fprintf(&refs, "%s %d-%d scheme=%q id=%q text=%q title=%q dest=%q\n", kind, r.Start, r.End,
				r.Scheme, r.ID, r.Text, r.Title, text[r.DestStart:r.DestEnd])
		}
		if refs.Len() > 0 || in["refs"] != "" {
			out["refs"] = refs.String()
		}
		return out
	})
}
