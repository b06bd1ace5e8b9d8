package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dossier/tools/internal/check"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
	"dossier/tools/internal/render"
	"dossier/tools/internal/search"
	"dossier/tools/internal/stage"
	"dossier/tools/internal/verify"
)

// BenchmarkBuild builds generated dossiers of 100, 1,000 and 5,000 chapters in two
// languages, each chapter with twelve paragraphs, eight figures and two events,
// a tenth of it translated. It reports the seconds of each step (load, check,
// stage, hugo, index, verify) of a first build, of staging again when nothing changed
// (restage), of Hugo alone on the same staged tree with a layout that prints
// nothing but the text (bare), and what the tool adds as a share of Hugo's time.
//
//	go test ./tools/dossier -bench Build -benchtime 1x -run '^$'
func BenchmarkBuild(b *testing.B) {
	for _, chapters := range []int{100, 1000, 5000} {
		b.Run(fmt.Sprintf("chapters=%d", chapters), func(b *testing.B) {
			dir := b.TempDir()
			generate(b, dir, chapters)
			peak := peakMemory(b, dir, "build")
			spent := map[string]time.Duration{}
			for b.Loop() {
				buildOnce(b, dir, spent)
			}
			own := spent["load"] + spent["check"] + spent["stage"] + spent["index"] + spent["verify"]
			again := own - spent["stage"] + spent["restage"]
			for step, d := range spent {
				b.ReportMetric(d.Seconds()/float64(b.N), step+"-s")
			}
			b.ReportMetric(100*own.Seconds()/spent["hugo"].Seconds(), "own/hugo-%")
			b.ReportMetric(100*again.Seconds()/spent["hugo"].Seconds(), "own-again/hugo-%")
			b.ReportMetric(float64(peak)/1e6, "peak-MB")
		})
	}
}

func buildOnce(b *testing.B, dir string, spent map[string]time.Duration) {
	b.Helper()
	step := func(name string, f func() diag.List) {
		start := time.Now()
		findings := f()
		spent[name] += time.Since(start)
		if findings.HasErrors() {
			b.Fatalf("%s: %v", name, findings.Sorted()[0])
		}
	}
	must := func(err error) {
		if err != nil {
			b.Fatal(err)
		}
	}
	must(os.RemoveAll(filepath.Join(dir, disk.Work)))
	var p *project.Project
	var tree *stage.Tree
	out := filepath.Join(dir, disk.Work, "next")
	step("load", func() (l diag.List) { p, l = project.Load(dir); return l })
	step("check", func() diag.List { return check.Project(p) })
	staging := func() (l diag.List) {
		tree, l = stage.Build(p, stage.Options{Date: time.Unix(1700000000, 0).UTC(), Have: staged(dir)})
		folder, err := disk.Open(dir)
		must(err)
		defer folder.Close()
		_, err = tree.Apply(folder)
		must(err)
		return l
	}
	step("stage", staging)
	step("restage", staging)
	step("hugo", func() diag.List {
		return render.Build(render.Options{Root: dir, Config: stage.Configs, Out: out})
	})
	step("index", func() diag.List {
		files, err := search.Site(os.DirFS(out), tree.Languages())
		must(err)
		for name, data := range files {
			write(b, filepath.Join(out, name), string(data))
		}
		return nil
	})
	step("verify", func() diag.List {
		l, err := verify.Site(os.DirFS(out), verify.Options{BaseURL: tree.BaseURL, Prefix: "public", Languages: tree.Languages()})
		must(err)
		return l
	})
	bare(b, dir)
	step("bare", func() diag.List {
		return render.Build(render.Options{Root: dir, Config: stage.Configs + "," + disk.Work + "/bare.toml", Out: out + "-bare"})
	})
}

// bare writes a layout that prints the text of each page and nothing around it,
// and lets links and shortcodes through.
func bare(b *testing.B, dir string) {
	b.Helper()
	files := map[string]string{
		"bare/all.html":                  `<!doctype html><title>{{ .Title }}</title>{{ .Content }}`,
		"bare/_markup/render-link.html":  `<a href="{{ .Destination }}">{{ .Text }}</a>`,
		"bare/_shortcodes/unit.html":     `<div>`,
		"bare/_shortcodes/unit-end.html": `</div>`,
		"bare/_shortcodes/pair.html":     `<div>`,
		"bare/_shortcodes/pair-end.html": `</div>`,
		"bare/_shortcodes/side.html":     `<div>`,
		"bare/_shortcodes/side-end.html": `</div>`,
		"bare/_shortcodes/ledger.html":   ``,
		"bare/_shortcodes/part.html":     `<span>`,
		"bare/_shortcodes/part-end.html": `</span>`,
		"bare.toml":                      "[module]\n" + bareMounts(dir),
	}
	for name, text := range files {
		write(b, filepath.Join(dir, disk.Work, name), text)
	}
}

// bareMounts repeats the mounts of the staged configuration with other layouts.
func bareMounts(dir string) string {
	config, _ := os.ReadFile(filepath.Join(dir, disk.Work, "hugo.toml"))
	_, mounts, _ := strings.Cut(string(config), "[[module.mounts]]")
	mounts, _, _ = strings.Cut("[[module.mounts]]"+mounts, "\n[languages.")
	for _, theme := range []string{"site/layouts", disk.Work + "/site/layouts"} {
		mounts = strings.ReplaceAll(mounts, `"`+theme+`"`, `"`+disk.Work+`/bare"`)
	}
	return mounts
}

// generate writes a dossier with catalogs in which every tenth chapter is
// translated.
func generate(b *testing.B, dir string, chapters int) {
	b.Helper()
	config, err := os.ReadFile(filepath.Join("testdata", "hafen", "config.toml"))
	if err != nil {
		b.Fatal(err)
	}
	write(b, filepath.Join(dir, "config.toml"), string(config))
	var records strings.Builder
	records.WriteString("[[actor]]\nid = \"amt\"\nlabel = \"Amt\"\n[[measure]]\nid = \"menge\"\nlabel = \"Menge\"\n[[unit]]\nid = \"stueck\"\nlabel = \"Stück\"\n")
	for i := range chapters {
		fmt.Fprintf(&records, "[[source]]\nid = \"s%d\"\ntype = \"webpage\"\ntitle = \"Bericht %d\"\npublisher = \"Amt %d\"\nissued = \"2023-05-04\"\nURL = \"https://amt.example/%d\"\nlanguage = \"de\"\ngrade = \"A\"\nseen = true\n", i, i, i, i)
		fmt.Fprintf(&records, "[[figure]]\nid = \"f%d\"\nlabel = \"Menge %d\"\nvalue = \"%d000000\"\nunit = \"stueck\"\nas_of = \"2022\"\nmeasure = \"menge\"\n[[figure.evidence]]\nsource = \"s%d\"\norigin = \"amt\"\nvalue = \"%d000000\"\nrelation = \"supports\"\nbasis = \"official-statistics\"\n", i, i, i%900+1, i, i%900+1)
		fmt.Fprintf(&records, "[[event]]\nid = \"e%d\"\ndate = \"2022-%02d\"\ntitle = \"Ereignis %d\"\nweight = 1\nsources = [\"s%d\"]\n", i, i%12+1, i, i)
		write(b, filepath.Join(dir, "content", fmt.Sprintf("kapitel-%d.md", i)), chapter(i, chapters))
	}
	write(b, filepath.Join(dir, "content", "records.toml"), records.String())
	p, findings := project.Load(dir)
	if findings.HasErrors() {
		b.Fatal(findings.Sorted()[0])
	}
	folder, err := disk.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer folder.Close()
	for _, plan := range p.Sync() {
		for _, name := range plan.Names() {
			if data, _ := plan.Get(name); strings.HasSuffix(name, "0.en.toml") {
				plan.Write(name, translated(data))
			}
		}
		plan.Durable = false
		if _, err := folder.Apply(plan); err != nil {
			b.Fatal(err)
		}
	}
}

// english are the words of a chapter that its numbers are held against.
var english = strings.NewReplacer("Millionen", "million", "Absatz", "paragraph", "Kapitel", "chapter")

// translated fills a catalog with its own German, which is as long as English.
func translated(data []byte) []byte {
	var out strings.Builder
	german := ""
	for line := range strings.Lines(string(data)) {
		if text, ok := strings.CutPrefix(line, "#: "); ok {
			german = strings.TrimSpace(text)
		}
		if line == "other = \"\"\n" {
			line = fmt.Sprintf("other = %q\n", english.Replace(german))
		}
		out.WriteString(line)
	}
	return []byte(out.String())
}

func chapter(i, n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "+++\ntitle = \"Kapitel %d\"\nsummary = \"Was in Kapitel %d steht.\"\nweight = %d\n+++\n", i, i, i+1)
	for p := range 12 {
		if p%4 == 0 {
			fmt.Fprintf(&b, "\n## Abschnitt %c von Kapitel %d\n", 'A'+p/4, i)
		}
		fmt.Fprintf(&b, "\nAbsatz %d von Kapitel %d erzählt in einigen Sätzen, was in jenem Jahr geschah und wer davon wusste. ", p, i)
		b.WriteString("Die Angaben stammen aus Berichten, die das Amt herausgegeben hat, und sie wurden seither nicht berichtigt. ")
		if p%3 != 2 {
			f := (i*8 + p) % n
			fmt.Fprintf(&b, "Gezählt wurden [%d Millionen](fig:f%d) Stück.[](src:s%d) ", f%900+1, f, f)
		} else if p < 6 {
			fmt.Fprintf(&b, "Das zeigte ein [Ereignis](event:e%d) im selben Jahr. ", (i+p)%n)
		}
		b.WriteString("Mehr ist darüber nicht bekannt.\n")
	}
	return b.String()
}

func write(b *testing.B, name, text string) {
	b.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		b.Fatal(err)
	}
}

// peakMemory runs a command in a process of its own and returns its largest
// resident set in bytes. It comes first: a new process is counted with the memory
// of the one that started it.
func peakMemory(b *testing.B, dir, command string) int64 {
	b.Helper()
	cmd := program(dir, command)
	if out, err := cmd.CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss << 10 // Linux counts in kilobytes
}
