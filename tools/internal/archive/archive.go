// Package archive looks for quotations in the kept texts of their sources.
//
// A kept text is a file named after the source, content/archive/ID.html or .txt,
// .md, .pdf, or the same in a folder elsewhere. It stays with the author: a build
// publishes the quotation, its place and the file's SHA-256, never the text,
// which is somebody else's.
//
// Texts and quotations are compared folded: spaces of every kind are one space,
// quotation marks, apostrophes and dashes are the plain ones, letters are
// composed (Unicode NFC), soft hyphens are gone. What a person took from the page
// by hand is then found in what a program saved of it, and nothing else is: case,
// words and digits count. A quotation that stands twice proves nothing about
// where, and is reported.
package archive

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// MaxFile is how large a kept text may be, in bytes.
const MaxFile = 64 << 20

// Suffixes are the endings of kept texts, in the order in which they are tried.
var Suffixes = []string{".txt", ".md", ".html", ".htm", ".pdf"}

// Text is a kept text.
type Text struct {
	Name   string
	SHA256 string // of the file as it is, in lower-case hex
	Folded string
}

// ErrNone says that a source has no kept text.
var ErrNone = errors.New("no kept text")

// Open reads the kept text of a source from a folder.
func Open(ctx context.Context, root *os.Root, id string) (Text, error) {
	for _, suffix := range Suffixes {
		name := id + suffix
		info, err := root.Lstat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return Text{}, err
		case !info.Mode().IsRegular():
			return Text{Name: name}, fmt.Errorf("%s is no ordinary file", name)
		case info.Size() > MaxFile:
			return Text{Name: name}, fmt.Errorf("%s has %d MB; %d are read at most", name, info.Size()>>20, MaxFile>>20)
		}
		return read(ctx, root, name)
	}
	return Text{}, ErrNone
}

func read(ctx context.Context, root *os.Root, name string) (Text, error) {
	f, err := root.Open(name)
	if err != nil {
		return Text{Name: name}, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, MaxFile+1))
	if err != nil {
		return Text{Name: name}, err
	}
	sum := sha256.Sum256(data)
	t := Text{Name: name, SHA256: hex.EncodeToString(sum[:])}
	plain, err := extract(ctx, path.Ext(name), data)
	t.Folded = Fold(plain)
	return t, err
}

// extract returns the words of a file.
func extract(ctx context.Context, suffix string, data []byte) (string, error) {
	switch suffix {
	case ".pdf":
		return fromPDF(ctx, data)
	case ".html", ".htm":
		return fromHTML(decode(data)), nil
	}
	return decode(data), nil
}

// decode returns text as UTF-8; what is none is taken for Windows-1252, as
// browsers do.
func decode(data []byte) string {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if utf8.Valid(data) {
		return string(data)
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(data)
	if err != nil {
		return strings.ToValidUTF8(string(data), "\ufffd")
	}
	return string(text)
}

// silent are the elements whose text nobody reads.
var silent = map[atom.Atom]bool{atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Head: true, atom.Title: true, atom.Svg: true}

// within are the elements that stand inside a line: they separate no words.
var within = []atom.Atom{
	atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.I, atom.Ins, atom.Kbd, atom.Mark,
	atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup, atom.Time, atom.U, atom.Var, atom.Wbr, atom.Font,
}

// fromHTML returns the text of a page. The tokenizer needs no well-formed page
// and no depth.
func fromHTML(page string) string {
	var b strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	var skip atom.Atom // the silent element that is open
	depth := 0
	for {
		switch kind := z.Next(); kind {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if depth == 0 {
				b.Write(z.Text())
			}
		case html.StartTagToken, html.EndTagToken, html.SelfClosingTagToken:
			raw, _ := z.TagName()
			tag := atom.Lookup(raw)
			switch {
			case depth > 0 && tag == skip && kind == html.StartTagToken:
				depth++
			case depth > 0 && tag == skip && kind == html.EndTagToken:
				depth--
			case depth == 0 && silent[tag] && kind == html.StartTagToken:
				skip, depth = tag, 1
			case depth == 0 && !slices.Contains(within, tag):
				b.WriteByte(' ')
			}
		}
	}
}

// pdfTime bounds how long a PDF may take.
const pdfTime = 60 * time.Second

// fromPDF asks pdftotext (poppler).
func fromPDF(ctx context.Context, data []byte) (string, error) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		return "", errors.New("a PDF needs pdftotext (Debian: poppler-utils)")
	}
	ctx, cancel := context.WithTimeout(ctx, pdfTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, "pdftotext", "-enc", "UTF-8", "-", "-")
	cmd.Stdin = bytes.NewReader(data)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(stderr.String()), "\n")
		return "", fmt.Errorf("pdftotext: %w %s", err, first)
	}
	return string(out), nil
}

// Fold makes what differs only in writing the same.
func Fold(s string) string {
	s = norm.NFC.String(s)
	var b strings.Builder
	b.Grow(len(s))
	space := true // nothing yet: no space at the beginning
	for _, r := range s {
		switch {
		case unicode.IsSpace(r) || r == '\u200b' || r == '\u2060' || r == '\ufeff':
			if !space && !zeroWidth(r) {
				b.WriteByte(' ')
				space = true
			}
			continue
		case r == '\u00ad':
			continue
		}
		b.WriteRune(plain(r))
		space = false
	}
	return strings.TrimSuffix(b.String(), " ")
}

func zeroWidth(r rune) bool { return r == '\u200b' || r == '\u2060' || r == '\ufeff' }

func plain(r rune) rune {
	switch r {
	case '„', '“', '”', '‟', '«', '»', '″':
		return '"'
	case '‚', '‘', '’', '‛', '‹', '›', '′', 'ʼ', '`', '´':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−':
		return '-'
	}
	return r
}

// Found is where a quotation stands, in characters of the folded text.
type Found struct{ Start, End int }

// Find looks for a quotation; n is how often it stands there. "…" and "[…]" in a
// quotation leave something out: its parts must follow each other.
func (t Text) Find(quote string) (at Found, n int) {
	var parts []string
	for _, p := range strings.Split(strings.NewReplacer("[…]", "…", "[...]", "…", "...", "…").Replace(Fold(quote)), "…") {
		if p = strings.TrimSpace(p); p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return Found{}, 0
	}
	text := strings.ReplaceAll(t.Folded, "...", "…")
	for from := 0; ; {
		i := strings.Index(text[from:], parts[0])
		if i < 0 {
			return at, n
		}
		start := from + i
		if end, ok := rest(text, start+len(parts[0]), parts[1:]); ok {
			if n++; n == 1 {
				at = Found{utf8.RuneCountInString(text[:start]), utf8.RuneCountInString(text[:end])}
			}
		}
		from = start + 1
	}
}

// reach is how far apart the parts of one quotation may stand, in bytes.
const reach = 3000

func rest(text string, end int, parts []string) (int, bool) {
	for _, p := range parts {
		i := strings.Index(text[end:min(len(text), end+reach)], p)
		if i < 0 {
			return end, false
		}
		end += i + len(p)
	}
	return end, true
}
