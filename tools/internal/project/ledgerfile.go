package project

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"strings"

	"dossier/tools/internal/diag"
)

// A ledger as a file: numbers as unsigned varints, texts with their length before
// them, lists with their number; before all of it its SHA-256. A file that is not
// just what a program of this build wrote is no ledger.

// Bytes writes a ledger. program names the build of the program: another one may
// see the same files otherwise.
func (l *Ledger) Bytes(program string) []byte {
	var w ledgerWriter
	w.text(program)
	w.number(len(l.sums))
	for _, name := range sortedNames(l.sums) {
		sum := l.sums[name]
		w.text(name)
		w.b = append(w.b, sum[:]...)
	}
	w.number(len(l.groups))
	for _, base := range sortedNames(l.groups) {
		g := l.groups[base]
		w.text(base)
		w.number(len(g.addresses))
		for _, a := range g.addresses {
			w.text(a)
		}
		w.number(len(g.mentions))
		for _, m := range g.mentions {
			w.mention(m)
		}
	}
	w.number(len(l.findings))
	for _, f := range l.findings {
		w.finding(f)
	}
	sum := sha256.Sum256(w.b)
	return append(sum[:], w.b...)
}

// ReadLedger reads what [Ledger.Bytes] wrote. It returns nil if that is damaged or
// another build of the program wrote it.
func ReadLedger(data []byte, program string) *Ledger {
	if len(data) < sha256.Size {
		return nil
	}
	if sum := sha256.Sum256(data[sha256.Size:]); !bytes.Equal(sum[:], data[:sha256.Size]) {
		return nil
	}
	r := ledgerReader{rest: string(data[sha256.Size:])}
	if r.text() != program {
		return nil
	}
	l := &Ledger{Sums{}, map[string]*settled{}, nil}
	for range r.number() {
		name := r.text()
		l.sums[name] = [sha256.Size]byte([]byte(r.bytes(sha256.Size)))
	}
	for range r.number() {
		base, g := r.text(), &settled{}
		for range r.number() {
			g.addresses = append(g.addresses, r.text())
		}
		n := r.number()
		g.mentions = make([]mention, 0, n)
		for range n {
			g.mentions = append(g.mentions, r.mention())
		}
		l.groups[base] = g
	}
	for range r.number() {
		l.findings.Add(r.finding())
	}
	if r.bad || r.rest != "" {
		return nil
	}
	return l
}

type ledgerWriter struct{ b []byte }

func (w *ledgerWriter) number(n int) { w.b = binary.AppendUvarint(w.b, uint64(n)) } //nolint:gosec // none is negative

func (w *ledgerWriter) text(s string) {
	w.number(len(s))
	w.b = append(w.b, s...)
}

// The hash of a mention is written as the bytes it stands for, if it is one that
// this program made.
const (
	mentionLiving = iota
	mentionGone
	mentionHash
	mentionText
)

const hashPrefix = "sha1-"

func (w *ledgerWriter) mention(m mention) {
	w.text(m.id)
	digits, ours := strings.CutPrefix(m.hash, hashPrefix)
	raw, err := hex.DecodeString(digits)
	switch {
	case m.living:
		w.number(mentionLiving)
	case m.hash == "":
		w.number(mentionGone)
	case ours && err == nil && hashPrefix+hex.EncodeToString(raw) == m.hash:
		w.number(mentionHash)
		w.text(string(raw))
	default:
		w.number(mentionText)
		w.text(m.hash)
	}
}

func (w *ledgerWriter) finding(f diag.Finding) {
	for _, s := range []string{f.File, f.Code, f.Message, f.Hint} {
		w.text(s)
	}
	for _, n := range []int{f.Line, f.Col, int(f.Severity)} {
		w.number(n)
	}
}

// ledgerReader reads; where the bytes end too early it is bad and reads nothing.
type ledgerReader struct {
	rest string
	bad  bool
}

func (r *ledgerReader) number() int {
	n, k := uint64(0), 0
	for shift := 0; k < len(r.rest); shift += 7 {
		c := r.rest[k]
		k++
		n |= uint64(c&0x7F) << shift
		if c < 0x80 {
			r.rest = r.rest[k:]
			if n <= uint64(len(r.rest)) || n < 1<<31 {
				return int(n) //nolint:gosec // just bounded
			}
			break
		}
	}
	r.bad, r.rest = true, ""
	return 0
}

func (r *ledgerReader) bytes(n int) string {
	if n > len(r.rest) {
		r.bad, r.rest = true, ""
		return strings.Repeat("\x00", min(n, sha256.Size))
	}
	s := r.rest[:n]
	r.rest = r.rest[n:]
	return s
}

func (r *ledgerReader) text() string { return r.bytes(r.number()) }

func (r *ledgerReader) mention() mention {
	m := mention{id: r.text()}
	switch r.number() {
	case mentionLiving:
		m.living = true
	case mentionGone:
	case mentionHash:
		m.hash = hashPrefix + hex.EncodeToString([]byte(r.text()))
	default:
		m.hash = r.text()
	}
	return m
}

func (r *ledgerReader) finding() diag.Finding {
	var f diag.Finding
	f.File, f.Code, f.Message, f.Hint = r.text(), r.text(), r.text(), r.text()
	f.Line, f.Col, f.Severity = r.number(), r.number(), diag.Severity(r.number())
	return f
}
