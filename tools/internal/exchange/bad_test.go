package exchange

import (
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

const poHead = "msgid \"\"\nmsgstr \"\"\n\"Language: en\\n\"\n\"Content-Type: text/plain; charset=%s\\n\"\n\n"

func latin1(s string) []byte {
	b, err := charmap.Windows1252.NewEncoder().Bytes([]byte(s))
	if err != nil {
		panic(err)
	}
	return b
}

func utf16le(s string) []byte {
	b := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func message(id, source, target string) string {
	return fmt.Sprintf("msgctxt %q\nmsgid %q\nmsgstr %q\n", id, source, target)
}

// bad are files that came from elsewhere: what is read of them, and what is said.
var bad = []struct {
	name, file string
	data       []byte
	want       string // "id source → target" a line, then findings
}{
	{"a PO in Latin-1 that says UTF-8", "a.po", latin1(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "Häfen", "“Ports”")),
		"p-1 Häfen → “Ports”\na.po:1:1: warning[exchange-encoding]: is not UTF-8; it was read as Windows-1252 (Latin-1)"},
	{"a PO in Latin-1 that says nothing", "a.po", latin1("msgid \"\"\nmsgstr \"Language: en\\n\"\n\n" + message("p-1", "Häfen", "x")),
		"p-1 Häfen → x\na.po:1:1: warning[exchange-encoding]: is not UTF-8; it was read as Windows-1252 (Latin-1)"},
	{"a PO in Latin-1 that says so", "a.po", latin1(fmt.Sprintf(poHead, "ISO-8859-1") + message("p-1", "Häfen", "x")), "p-1 Häfen → x"},
	{"a PO in an encoding that nobody knows", "a.po", []byte(fmt.Sprintf(poHead, "KLINGON-8") + message("p-1", "a", "x")),
		`a.po: error[exchange-encoding]: declares the encoding "KLINGON-8", which is not known`},
	{"UTF-8 with a broken byte", "a.po", append([]byte(fmt.Sprintf(poHead, "UTF-8")+message("p-1", "Häfen", "größer")), 0xE4),
		"a.po:9:1: error[exchange-encoding]: byte 0xe4 is not UTF-8, though others in the file are"},
	{"a PO that says ASCII and is not", "a.po", []byte(fmt.Sprintf(poHead, "ASCII") + message("p-1", "Häfen", "x")), "p-1 Häfen → x"},
	{"a PO with the marks of a conflict", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "a", "x") + "\n<<<<<<< HEAD\n" + message("p-2", "b", "y") + "=======\n"),
		"p-1 a → x\np-2 b → y\na.po:10:1: error[exchange-syntax]: unknown keyword \"<<<<<<<\"\na.po:14:1: error[exchange-syntax]: unknown keyword \"=======\""},
	{"half a PO", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "a", "x") + "\nmsgctxt \"p-2\"\nmsgid \"b"),
		"p-1 a → x\na.po:11:1: error[exchange-syntax]: a text in quotes was expected"},
	{"a PO with plural forms", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + "msgctxt \"p-1\"\nmsgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"\nmsgstr[1] \"d\"\n"),
		"p-1.one a → c\np-1.other b → d"},
	{"an id twice", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "a", "x") + "\n" + message("p-1", "a", "y")),
		"p-1 a → x\na.po:10:1: error[exchange-duplicate]: p-1 stands twice"},
	{"an id twice, the same", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "a", "x") + "\n" + message("p-1", "a", "x")), "p-1 a → x"},
	{"an id twice, once without a translation", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "a", "") + "\n" + message("p-1", "a", "x")), "p-1 a → x"},
	{"an id twice, once obsolete, as msgmerge has it", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "b", "y") + "\n#~ msgctxt \"p-1\"\n#~ msgid \"a\"\n#~ msgstr \"x\"\n"), "p-1 b → y"},
	{"an id twice, only the obsolete one translated", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + message("p-1", "b", "") + "\n#~ msgctxt \"p-1\"\n#~ msgid \"a\"\n#~ msgstr \"x\"\n"), "p-1 a → x"},
	{"two files put together by msgcat", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + "#, fuzzy\nmsgctxt \"p-1\"\nmsgid \"a\"\nmsgstr \"\"\n\"#-#-#-#-#  a.po  #-#-#-#-#\\n\"\n\"x\\n\"\n\"#-#-#-#-#  b.po  #-#-#-#-#\\n\"\n\"y\"\n"),
		"a.po:7:1: error[exchange-syntax]: a message with two translations, as msgcat writes it"},
	{"a PO with Windows line ends", "a.po", []byte(strings.ReplaceAll(fmt.Sprintf(poHead, "UTF-8")+"#, fuzzy, c-format\n#| msgid \"o\"\nmsgctxt \"p-1\"\nmsgid \"\"\n\"a \"\n\"b\"\nmsgstr \"\"\n\"x \"\n\"y\"\n", "\n", "\r\n")), "p-1 a b → x y"},
	{"a PO from a Macintosh", "a.po", []byte(strings.ReplaceAll(fmt.Sprintf(poHead, "UTF-8")+message("p-1", "a", "x"), "\n", "\r")), "p-1 a → x"},
	{"octal and hexadecimal escapes", "a.po", []byte(fmt.Sprintf(poHead, "UTF-8") + "msgctxt \"p-1\"\nmsgid\t\"a\\x41\\102\\\"\\\\n\"\nmsgstr \"x\"\n"), `p-1 aAB"\n → x`},
	{"an external entity", "a.xlf", []byte(`<!DOCTYPE xliff [<!ENTITY x SYSTEM "file:///etc/passwd">]><xliff version="1.2"><file target-language="en"><body><trans-unit id="p-1"><source>a</source><target>&x;</target></trans-unit></body></file></xliff>`),
		"a.xlf:1:1: error[exchange-entity]: the document type declares entities or elements"},
	{"a billion laughs", "a.tmx", []byte(`<?xml version="1.0"?>` + "\n" + `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><tmx version="1.4"><header srclang="de"/><body/></tmx>`),
		"a.tmx:2:1: error[exchange-entity]: the document type declares entities or elements"},
	{"an entity that is not declared", "a.xlf", []byte(`<xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source>a</source><target>&nbsp;</target></trans-unit></body></file></xliff>`),
		"a.xlf:1:123: error[exchange-syntax]: invalid character entity &nbsp;"},
	{"half an XLIFF", "a.xlf", []byte(`<xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source>a</source><target>b</target></trans-unit><trans-unit id="p-2"><source>a`),
		"p-1 a → b\na.xlf:1:176: error[exchange-syntax]: unexpected EOF"},
	{"an XLIFF in UTF-16", "a.xlf", utf16le(`<?xml version="1.0" encoding="UTF-16"?><xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source>ä</source><target>b</target></trans-unit></body></file></xliff>`), "p-1 ä → b"},
	{"an XLIFF in Latin-1", "a.xlf", latin1(`<?xml version="1.0" encoding="iso-8859-1"?><xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source>ä</source><target>b</target></trans-unit></body></file></xliff>`), "p-1 ä → b"},
	{"codes that a program made", "a.xlf", []byte(`<xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source>a</source><target>b<x id="7"/></target></trans-unit></body></file></xliff>`),
		`a.xlf:1:124: error[exchange-code]: p-1 holds a code <x id="7"> that has no Markdown`},
	{"codes handed back empty", "a.xlf", []byte(`<xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source><bpt id="1">[</bpt>a<ept id="1">](fig:b)</ept><ph id="2">[](src:c)</ph></source><target><x id="2"/><g id="1">z</g></target></trans-unit></body></file></xliff>`),
		"p-1 [a](fig:b)[](src:c) → [](src:c)[z](fig:b)"},
	{"marks of segments", "a.xlf", []byte(`<xliff version="1.2"><file source-language="de" target-language="en"><body><trans-unit id="p-1"><source>a. b.</source><seg-source><mrk mtype="seg" mid="1">a.</mrk> <mrk mtype="seg" mid="2">b.</mrk></seg-source><target><mrk mtype="seg" mid="1">c.</mrk> <mrk mtype="seg" mid="2">d.</mrk></target></trans-unit></body></file></xliff>`),
		"p-1 a. b. → c. d."},
	{"what memoQ adds", "a.xlf", []byte(`<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff"><file source-language="de" target-language="en"><body><trans-unit id="p-1" mq:status="ManuallyConfirmed" mq:translate="no"><mq:source>z</mq:source><source>a</source><target mq:state="new">b</target><mq:note>n</mq:note><mq:minorversions><mq:historical-unit><source>o</source><target>p</target></mq:historical-unit></mq:minorversions></trans-unit></body></file></xliff>`),
		"p-1 a → b"},
	{"what Crowdin leaves empty", "a.xlf", []byte(`<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="de" target-language="en"><body><trans-unit id="1" resname="p-1"><source>a</source><target state="needs-translation"/></trans-unit><trans-unit id="2" resname="p-2"><source>b</source><target state="needs-translation">b</target></trans-unit></body></file></xliff>`),
		"p-1 a → \np-2 b → "},
	{"a TMX without a language", "a.tmx", []byte(`<tmx version="1.4"><header srclang="de"/><body><tu tuid="p-1"><tuv xml:lang="de"><seg>a</seg></tuv><tuv><seg>b</seg></tuv><tuv xml:lang="en"><seg>c</seg></tuv></tu></body></tmx>`),
		"p-1 a → c\na.tmx:1:100: error[exchange-language]: a text does not say which language it is in"},
	{"a CSV with blanks about an id", "a.csv", []byte("id;source de;target en\n p-1\t;a;b\n"), "p-1 a → b"},
	{"two target languages", "a.tmx", []byte(`<tmx version="1.4"><header srclang="de"/><body><tu tuid="p-1"><tuv xml:lang="de"><seg>a</seg></tuv><tuv xml:lang="en"><seg>b</seg></tuv><tuv xml:lang="fr"><seg>c</seg></tuv></tu></body></tmx>`),
		"p-1 a → b\na.tmx:1:137: error[exchange-language]: a second target language, \"fr\" beside \"en\""},
	{"a CSV as Excel writes it in Germany", "a.csv", []byte("\xEF\xBB\xBFid;source de;target en;state\r\np-1;\"Häfen; \"\"groß\"\"\";Ports;translated\r\np-2;'-5;'-5;\r\n;;;\r\n"),
		"p-1 Häfen; \"groß\" → Ports\np-2 -5 → -5"},
	{"a CSV in Windows-1252", "a.csv", latin1("id;source de;target en\r\np-1;Häfen;Ports\r\n"),
		"p-1 Häfen → Ports\na.csv:1:1: warning[exchange-encoding]: is not UTF-8; it was read as Windows-1252 (Latin-1)"},
	{"Unicode text from Excel", "a.txt", utf16le("id\tsource de\ttarget en\r\np-1\tHäfen\tPorts\r\n"), "p-1 Häfen → Ports"},
	{"a CSV that names its separator", "a.csv", []byte("sep=;\r\nid;source de;target en\r\np-1;a;b\r\n"), "p-1 a → b"},
	{"a CSV that names its separator, saved again", "a.csv", []byte("\"sep=;\"\r\nid;source de;target en\r\np-1;a;b\r\n"), "p-1 a → b"},
	{"a CSV from a Macintosh", "a.csv", []byte("id;source de;target en\rp-1;a;b\r"), "p-1 a → b"},
	{"a table's name above", "a.csv", []byte("Tabelle 1\n\nid;source\u00a0de;target\u00a0en;\np-1;a;b;\n"), "p-1 a → b"},
	{"tabs, and quotation marks as they are", "a.tsv", []byte("id\tsource de\ttarget en\np-1\t\"Quai\" heißt Kai\tsays \"quay\"\np-2\tb\tc\n"), "p-1 \"Quai\" heißt Kai → says \"quay\"\np-2 b → c"},
	{"tabs, quoted", "a.tsv", []byte("id\tsource de\ttarget en\np-1\t\"\"\"Quai\"\" heißt\nKai\"\tb\n"), "p-1 \"Quai\" heißt\nKai → b"},
	{"a workbook", "a.xlsx", []byte("PK\x03\x04…"), "a.xlsx: error[exchange-format]: is a zip archive"},
	{"a CSV without its first line", "a.csv", []byte("p-1,a,b\r\n"), `a.csv:1:1: error[exchange-syntax]: the first line names no column "id"`},
	{"a CSV with a quote that does not end", "a.csv", []byte("id,source de,target en\np-1,a,b\np-2,\"a,b\n"),
		"p-1 a → b\na.csv:3:10: error[exchange-syntax]: extraneous or missing \" in quoted-field"},
	{"a zip archive", "a.xlf", []byte("PK\x03\x04…"), "a.xlf: error[exchange-format]: is a zip archive"},
	{"something else", "a.docx", []byte("Hallo"), "a.docx:1:1: error[exchange-format]: is none of PO, XLIFF, TMX, TBX, CSV"},
	{"another kind of XML", "a.xml", []byte("<html/>"), "a.xml:1:1: error[exchange-format]: is none of PO, XLIFF, TMX, TBX, CSV"},
	{"nothing", "a.po", nil, "a.po:1:1: error[exchange-language]: does not say which language it is translated into"},
	{"elements without end", "a.xlf", []byte(`<xliff version="1.2">` + strings.Repeat("<group>", 1000)), "a.xlf:1:463: error[exchange-syntax]: elements stand more than 64 deep inside each other"},
	{"more than we read", "a.po", bytes.Repeat([]byte{' '}, MaxSize+1), "a.po: error[exchange-size]: is larger than 32 MB"},
}

func TestBadInput(t *testing.T) {
	for _, c := range bad {
		t.Run(c.name, func(t *testing.T) {
			d, findings := Read(c.file, c.data, "")
			var lines []string
			if d != nil {
				for _, u := range d.Units {
					lines = append(lines, fmt.Sprintf("%s %s → %s", u.ID, u.Source, u.Target))
				}
			}
			for _, f := range findings {
				lines = append(lines, f.String())
				if f.Hint == "" && !strings.Contains(f.Message, "deep") {
					t.Errorf("no hint: %s", f)
				}
			}
			if got := strings.Join(lines, "\n"); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// What another program says in its own words is not taken for ours.
func TestForeignNames(t *testing.T) {
	for _, c := range bad {
		if c.name != "what memoQ adds" {
			continue
		}
		d, _ := Read(c.file, c.data, "")
		if u := d.Units[0]; u.State != Translated || u.Obsolete || len(u.Comments) > 0 {
			t.Errorf("%+v", u)
		}
	}
}

// Time stays in proportion to the file, whatever it is made of.
func TestLinear(t *testing.T) {
	head := `<xliff version="2.0" srcLang="de" trgLang="en"><file id="f"><unit id="p-1" name="p-1">`
	for name, make := range map[string]func(n int) string{
		"a.po": func(n int) string {
			return fmt.Sprintf(poHead, "UTF-8") + "msgctxt \"p-1\"\nmsgid \"a\"\nmsgstr \"\"\n" + strings.Repeat("\"b\"\n", n)
		},
		"b.po": func(n int) string {
			return fmt.Sprintf(poHead, "UTF-8") + strings.Repeat("# c\n", n) + message("p-1", "a", "b")
		},
		"a.xlf": func(n int) string {
			return head + strings.Repeat("<segment><source>a</source><target>b</target></segment>", n/10)
		},
		"b.xlf": func(n int) string { return head + "<segment><source>" + strings.Repeat("<mrk>a</mrk>", n/4) },
		"a.csv": func(n int) string { return "id,source de,target en" + strings.Repeat(",x", n) + "\r\np-1,a,b\r\n" },
	} {
		took := func(n int) time.Duration {
			data, best := []byte(make(n)), time.Hour
			for range 3 {
				start := time.Now()
				Read(name, data, "")
				best = min(best, time.Since(start))
			}
			return best
		}
		if small, large := took(20_000), took(200_000); large > 40*small+100*time.Millisecond {
			t.Errorf("%s: %v for ten times %v", name, large, small)
		}
	}
}

// Memory stays in proportion to the file, for the largest that is read.
func TestMemory(t *testing.T) {
	unit := `<trans-unit id="p-%07d"><source>Der [Satz](fig:a) ist</source><target>The [sentence](fig:a) is</target></trans-unit>` + "\n"
	var b bytes.Buffer
	b.WriteString(`<xliff version="1.2"><file source-language="de" target-language="en"><body>`)
	for i := 0; b.Len() < 8<<20; i++ {
		fmt.Fprintf(&b, unit, i)
	}
	b.WriteString(`</body></file></xliff>`)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	d, findings := Read("a.xlf", b.Bytes(), "")
	runtime.GC()
	runtime.ReadMemStats(&after)
	if len(findings) > 0 || len(d.Units) < 50000 {
		t.Fatal(len(d.Units), findings)
	}
	if kept := int(after.HeapAlloc - before.HeapAlloc); kept > 12*b.Len() {
		t.Errorf("%d bytes kept of a file of %d", kept, b.Len())
	}
	runtime.KeepAlive(d)
}

// The states of XLIFF as programs write them.
func TestStates(t *testing.T) {
	for _, c := range []struct {
		unit, target string
		want         State
	}{
		{`approved="no"`, `state="needs-adaptation"`, Outdated}, // as exported
		{`approved="yes"`, `state="needs-adaptation"`, Translated},
		{`approved="no"`, `state="translated"`, Translated},
		{`approved="no"`, `state="final"`, Reviewed},
		{`approved="no"`, ``, Outdated},
		{``, `state="needs-review-translation"`, Outdated},
		{``, ``, Translated},
		{`approved="yes"`, ``, Translated},
	} {
		d, findings := Read("a.xlf", fmt.Appendf(nil, `<xliff version="1.2"><file source-language="de" target-language="en"><body>
			<trans-unit id="p-1" %s><source>a</source><target %s>b</target></trans-unit></body></file></xliff>`, c.unit, c.target), "")
		if len(findings) > 0 || d.Units[0].State != c.want {
			t.Errorf("%s %s: %v, want %s %v", c.unit, c.target, d.Units, c.want, findings)
		}
	}
	for state, want := range map[string]State{"": Translated, "initial": Outdated, "translated": Translated, "reviewed": Reviewed, "final": Reviewed} {
		if state != "" {
			state = fmt.Sprintf(`state=%q subState="dossier:outdated"`, state)
		}
		d, findings := Read("a.xlf", fmt.Appendf(nil, `<xliff version="2.2" xmlns="urn:oasis:names:tc:xliff:document:2.2" srcLang="de" trgLang="en"><file id="f">
			<unit id="u1" name="p-1"><segment %s><source>a</source><target>b</target></segment></unit></file></xliff>`, state), "")
		if len(findings) > 0 || d.Units[0].State != want {
			t.Errorf("%s: %v, want %s %v", state, d.Units, want, findings)
		}
	}
}

// A target that a program filled with the source to begin with is none.
func TestPrefilled(t *testing.T) {
	d, _ := Read("a.xlf", []byte(`<xliff version="1.2"><file source-language="de" target-language="en"><body>
		<trans-unit id="p-1"><source>Der Satz</source><target state="new">Der Satz</target></trans-unit></body></file></xliff>`), "")
	if u := d.Units[0]; u.Target != "" || u.State != Missing {
		t.Error(u)
	}
}
