package record

import (
	"bytes"
	"fmt"
	"net/url"
	"strings"

	"dossier/tools/internal/cite"
)

// Sources that come from somewhere else join those that are there: the same DOI,
// address or id is the same source. Of one that is there only what it lacks is
// filled in; what a person wrote is never changed. A new one is of grade D and
// unseen until somebody has read it, so that it carries nothing.

// Imported is what becomes of an item.
type Imported struct {
	Item   cite.Item
	ID     string
	New    bool
	By     string   // how it was found to be there: "DOI", "address", "id"
	Filled []string // the keys that were filled in
	Other  []string // the keys in which it says something else
}

// ImportSources joins items to the sources of a set. It returns what becomes of
// each, and the files that change: those that hold sources which lack something,
// and file, at whose end the new ones stand. files has today's bytes by name.
func (s *Set) ImportSources(items []cite.Item, files map[string][]byte, file, grade string) ([]Imported, map[string][]byte) {
	m := &merge{set: s, byKey: map[string]*Source{}, taken: map[string]bool{}, inserts: map[string]map[int]string{}}
	for _, src := range s.Sources {
		m.index(src)
	}
	var done []Imported
	var added bytes.Buffer
	for _, it := range items {
		src, by := m.find(it)
		if src == nil {
			id := m.mint(it)
			done = append(done, Imported{Item: it, ID: id, New: true})
			writeSource(&added, id, it, grade)
			m.index(&Source{Base: Base{ID: id}, DOI: it.DOI, URL: it.URL})
			continue
		}
		d := Imported{Item: it, ID: src.ID, By: by}
		if src.lines != nil { // not one that came with these items
			d.Filled, d.Other = m.fill(src, it)
		}
		done = append(done, d)
	}
	return done, m.files(files, file, added.Bytes())
}

type merge struct {
	set     *Set
	byKey   map[string]*Source
	taken   map[string]bool
	inserts map[string]map[int]string // file, line: what is inserted below it
}

func (m *merge) index(src *Source) {
	m.taken[src.ID] = true
	for _, key := range keysOf(src.ID, src.DOI, src.URL) {
		if _, there := m.byKey[key[1]]; !there {
			m.byKey[key[1]] = src
		}
	}
}

// keysOf are the ways in which a source can be the same, the strongest first,
// each with its name.
func keysOf(id, doi, address string) [][2]string {
	var keys [][2]string
	if doi != "" {
		keys = append(keys, [2]string{"DOI", "doi:" + strings.ToLower(doi)})
	}
	if a := sameAddress(address); a != "" {
		keys = append(keys, [2]string{"address", "url:" + a})
	}
	if id != "" {
		keys = append(keys, [2]string{"id", "id:" + id})
	}
	return keys
}

func (m *merge) find(it cite.Item) (*Source, string) {
	for _, key := range keysOf(it.ID, it.DOI, it.URL) {
		if src, ok := m.byKey[key[1]]; ok {
			return src, key[0]
		}
	}
	return nil, ""
}

// sameAddress is an address without what does not matter: scheme, www, fragment,
// a slash at the end, the parameters by which newsletters count their readers.
func sameAddress(s string) string {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil || u.Host == "" {
		return ""
	}
	q := u.Query()
	for name := range q {
		if strings.HasPrefix(strings.ToLower(name), "utm_") || name == "fbclid" || name == "gclid" {
			q.Del(name)
		}
	}
	key := strings.TrimPrefix(strings.ToLower(u.Host), "www.") + strings.TrimSuffix(u.EscapedPath(), "/")
	if len(q) > 0 {
		key += "?" + q.Encode()
	}
	return key
}

// mint makes an id: the citation key if it is one, else publisher and date, as
// in wsj-2023-03-05.
func (m *merge) mint(it cite.Item) string {
	base := it.ID
	if base == "" || len(base) > most-4 || strings.Trim(base, idLetters) != "" {
		name := it.ContainerTitle
		for _, other := range []string{it.Publisher, hostOf(it.URL)} {
			if name == "" {
				name = other
			}
		}
		if name == "" && len(it.Author) > 0 {
			name = it.Author[0].String()
		}
		if name == "" {
			name = it.Title
		}
		base = slug(name)
		if len(base) > 30 {
			base = strings.Trim(base[:30], "-")
		}
		if d := it.Issued; d.Raw() != "" && !d.IsInterval() && !d.OpenStart() {
			base += "-" + strings.Trim(strings.ToLower(d.Raw()), "~?%")
		}
	}
	if base = slug(base); base == "" {
		base = "quelle"
	}
	id := base
	for n := 2; m.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", base, n)
	}
	return id
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// sourceField is a key of a source with what it says here and there.
type sourceField struct{ key, here, there string }

// same reports whether the two differ only in writing.
func (f sourceField) same() bool {
	switch f.key {
	case "URL":
		return sameAddress(f.here) == sameAddress(f.there)
	case "DOI":
		return strings.EqualFold(f.here, f.there)
	}
	return f.here == f.there
}

func (s *Source) against(it cite.Item) []sourceField {
	return []sourceField{
		{"title", s.Title, it.Title}, {"author", list1(s.Author), list1(recordNames(it.Author))}, {"editor", list1(s.Editor), list1(recordNames(it.Editor))},
		{"container-title", s.ContainerTitle, it.ContainerTitle}, {"publisher", s.Publisher, it.Publisher}, {"publisher-place", s.PublisherPlace, it.PublisherPlace},
		{"volume", s.Volume, it.Volume}, {"issue", s.Issue, it.Issue}, {"page", s.Page, it.Page}, {"number", s.Number, it.Number}, {"edition", s.Edition, it.Edition},
		{"issued", s.Issued.Raw(), it.Issued.Raw()}, {"URL", s.URL, it.URL}, {"DOI", s.DOI, checkedDOI(it.DOI)}, {"ISBN", s.ISBN, it.ISBN}, {"ISSN", s.ISSN, it.ISSN},
		{"accessed", s.Accessed.Raw(), it.Accessed.Raw()}, {"language", s.Language, it.Language},
	}
}

// fill plans the insertion of what a source lacks, below the line of its id.
func (m *merge) fill(src *Source, it cite.Item) (filled, other []string) {
	at := src.At("id")
	var lines strings.Builder
	for _, f := range src.against(it) {
		switch {
		case f.there == "" || f.here == f.there:
		case f.here != "" || src.has(f.key):
			if !f.same() {
				other = append(other, f.key)
			}
		default:
			filled = append(filled, f.key)
			writeKey(&lines, f.key, f.there)
		}
	}
	if lines.Len() > 0 {
		if m.inserts[at.File] == nil {
			m.inserts[at.File] = map[int]string{}
		}
		m.inserts[at.File][at.Line] += lines.String()
	}
	return filled, other
}

// files applies the insertions and appends the new sources.
func (m *merge) files(files map[string][]byte, file string, added []byte) map[string][]byte {
	out := map[string][]byte{}
	for name, at := range m.inserts {
		var b bytes.Buffer
		n := 0
		for line := range bytes.Lines(files[name]) {
			n++
			b.Write(line)
			if text := at[n]; text != "" {
				if !bytes.HasSuffix(line, []byte("\n")) {
					b.WriteByte('\n')
				}
				b.WriteString(text)
			}
		}
		out[name] = b.Bytes()
	}
	if len(added) > 0 {
		old, ok := out[file]
		if !ok {
			old = files[file]
		}
		if len(old) > 0 && !bytes.HasSuffix(old, []byte("\n")) {
			old = append(bytes.Clone(old), '\n')
		}
		out[file] = append(bytes.Clone(old), added...)
	}
	return out
}
