package quantity

import (
	"os"
	"strings"
	"testing"
	"time"
)

// TestProse reads sentences as they stand in newspapers. Each line of
// testdata/prose.txt and news.txt (held out from the rules), spans.txt and labels.txt (written
// with them) that begins with a language is a sentence; the indented lines
// below it are all that is to be found, in order: the words, the kind, and what they
// mean. A sentence without any is there because its numbers are none.
func TestProse(t *testing.T) {
	sentences := 0
	for _, file := range []string{"prose.txt", "spans.txt", "news.txt", "labels.txt"} {
		sentences += proseFile(t, "testdata/"+file)
	}
	if sentences < 440 {
		t.Errorf("only %d sentences", sentences)
	}
}

// proseFile reads the sentences of a file and returns how many there are.
func proseFile(t *testing.T, file string) int {
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sentences := 0
	for _, block := range strings.Split(strings.TrimSpace(string(text)), "\n\n") {
		lines := strings.Split(block, "\n")
		if lines[0][0] == '#' {
			continue
		}
		sentences++
		if got := proseCase(lines[0]); got != block {
			t.Errorf("got\n%s\nwant\n%s", got, block)
		}
	}
	return sentences
}

func proseCase(line string) string {
	lang, sentence, _ := strings.Cut(line, " ")
	var b strings.Builder
	b.WriteString(line)
	for _, q := range Scan(sentence, Options{Lang: lang, Date: time.Date(2023, 3, 11, 0, 0, 0, 0, time.UTC)}) {
		b.WriteString("\n  " + sentence[q.Start:q.End] + " = " + q.Kind.String())
		for _, s := range []string{q.Value.String(), q.Max.String(), q.Unit, q.Currency, q.Per, q.EDTF, q.Mod} {
			if s != "" {
				b.WriteString(" " + s)
			}
		}
		if q.Approx != Exact {
			b.WriteString(" " + q.Approx.String())
		}
	}
	return b.String()
}
