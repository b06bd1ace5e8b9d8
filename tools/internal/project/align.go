package project

import (
	"slices"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/markdown"
)

// align carries the units' ids over from the source catalogs of the last sync.
func (p *Project) align() {
	var units []catalog.New
	for _, page := range p.Pages {
		for _, u := range page.Units {
			units = append(units, catalog.New{Page: page.Name, Kind: string(u.Kind), Text: u.Text, Fixed: u.FixedID})
		}
	}
	carried := catalog.Align(p.remembered(units), units, p.taken)
	state := p.pageMemory()
	for _, page := range p.Pages {
		for i := range page.Units {
			u, c := &page.Units[i], carried[0]
			carried = carried[1:]
			u.ID = c.ID
			if c.Renamed != "" {
				p.rename(c.Renamed, c.ID)
				c.Absorbed = append(c.Absorbed, c.Renamed)
			}
			u.Also = state.Absorbed(c.ID)
			for _, id := range c.Absorbed {
				u.Also = append(append(u.Also, id), state.Absorbed(id)...)
			}
			if whole := state.Whole(c.ID); whole != "" {
				p.split[c.ID] = whole
			}
			if c.Split != "" {
				p.split[c.ID] = c.Split
			}
		}
	}
	p.onlyDead()
	p.formerly()
}

// part returns, of a unit without a translation that was split off another, the id
// of that and the translation of the two together, as long as it is outdated.
func (p *Project) part(lang, id, text string) (whole, translation string) {
	whole = p.split[id]
	if whole == "" || catalog.StateOf(p.entries[lang][id], text) != catalog.Missing {
		return "", ""
	}
	m, _, ok := p.message(whole)
	if e := p.entries[lang][whole]; ok && catalog.StateOf(e, m.Text) == catalog.Outdated {
		return whole, e.Other
	}
	return "", ""
}

// onlyDead leaves ids that are in use again to the units that have them.
func (p *Project) onlyDead() {
	living := p.living()
	for _, page := range p.Pages {
		for i := range page.Units {
			also := slices.DeleteFunc(page.Units[i].Also, func(id string) bool { return living[id] })
			slices.Sort(also)
			page.Units[i].Also = slices.Compact(also)
		}
	}
}

// remembered returns the units of the last sync: from the source catalogs, and
// where one is lost or damaged, from what the translators' catalogs show of the
// German.
func (p *Project) remembered(units []catalog.New) []catalog.Old {
	var old []catalog.Old
	texts := map[string]string{}
	for _, u := range units {
		texts[catalog.Hash(u.Text)] = u.Text
	}
	have := map[string]bool{}
	for _, name := range sortedNames(p.catalogs) {
		if catalogLanguage(name) != p.Language().Tag || !strings.HasPrefix(name, pagesDir+"/") {
			continue
		}
		for _, e := range p.catalogs[name].Entries {
			if have[e.ID] || e.Other == "" {
				continue // of half a message the text is missing
			}
			old = append(old, oldUnit(name, e.ID, e.Other))
			have[e.ID] = true
		}
	}
	for _, name := range sortedNames(p.catalogs) {
		if !strings.HasPrefix(name, pagesDir+"/") || !p.lost(name) || !p.hasLanguage(catalogLanguage(name)) {
			continue // nobody keeps the catalog of a language that the site has no more
		}
		for _, e := range p.catalogs[name].Entries {
			text := e.German()
			if text == "" && !e.Obsolete {
				text, p.unsure = texts[e.Hash], true
			}
			if have[e.ID] || e.Obsolete || text == "" {
				continue
			}
			old = append(old, oldUnit(name, e.ID, text))
			have[e.ID] = true
			p.german[e.ID] = text
		}
	}
	return old
}

func oldUnit(file, id, text string) catalog.Old {
	return catalog.Old{Page: pageOf(file), ID: id, Kind: catalog.KindOf(id), Text: text}
}

// lost reports whether the source catalog beside a translator's catalog is gone
// or damaged.
func (p *Project) lost(name string) bool {
	source := baseOf(name) + "." + p.Language().Tag + ".toml"
	return name != source && (p.catalogs[source] == nil || p.damaged[source])
}

// taken returns the ids that are or were in use beside those of the source
// catalogs, with the hash of the German that a translation was made from.
func (p *Project) taken() map[string]string {
	taken := map[string]string{}
	for _, m := range p.memories {
		for _, id := range m.Retired() {
			taken[id] = ""
		}
	}
	for _, lang := range sortedNames(p.entries) {
		for id, e := range p.entries[lang] {
			if strings.Contains(id, "/") {
				continue // a record's field
			}
			if hash, twice := taken[id]; !twice || hash == "" {
				taken[id] = e.Hash
			}
		}
	}
	p.rest.each(func(m mention) { taken[m.id] = m.hash })
	return taken
}

// settle reads what translators mean that did not touch a hash, so that every
// later question finds a hash that says it:
//
//   - a text without a hash confirms the German that its translator read;
//   - an outdated text that is not what it was at the last sync was edited, and
//     confirms the same, if it has all the links and placeholders of that German;
//   - a change that the author lets be acknowledged by itself (markup, link) is,
//     if the translation has all the links and placeholders already.
func (p *Project) settle() {
	p.adopt()
	p.settleRivals()
	p.visit(func(_, base string, messages []catalog.Message) {
		memory := p.memoryOf(base)
		for _, lang := range p.Targets() {
			for _, m := range messages {
				if e := p.entries[lang.Tag][key(base, m.ID)]; e != nil && e.Other != "" {
					p.settleOne(memory, lang.Tag, base, m, e)
				}
			}
		}
	})
}

func (p *Project) settleOne(memory *catalog.Memory, lang, base string, m catalog.Message, e *catalog.Entry) {
	k, now := key(base, m.ID), catalog.Hash(e.Other)
	read := p.german[k] // what the translator had before them
	if read == "" {
		read = e.German()
	}
	confirm := func(german, how string, change catalog.Change) {
		p.put(lang, k, e.With(m.ID, catalog.Hash(german), e.Other))
		was, _ := memory.Provenance(m.ID, lang, now)
		was.Target, was.How, was.Change = now, how, change
		if how == byEdit {
			was = catalog.Provenance{Target: now, Origin: catalog.Human, How: byEdit}
		}
		memory.Note(m.ID, lang, was)
	}
	if e.Hash == "" {
		if read != "" {
			p.put(lang, k, e.With(m.ID, catalog.Hash(read), e.Other))
		}
		return
	}
	if catalog.StateOf(e, m.Text) != catalog.Outdated {
		return
	}
	if p.migrates(base, e.Hash, read, m.Text) {
		confirm(m.Text, byMigration, catalog.Markup)
		return
	}
	if seen := memory.Seen(m.ID, lang); seen != "" && seen != now && read != "" && e.Hash != catalog.Hash(read) && p.carries(lang, read, e.Other) {
		confirm(read, byEdit, "")
		return
	}
	before := p.before(memory, base, m.ID, e.Hash)
	if before == "" || len(p.Config.Settings.Acknowledge) == 0 {
		return
	}
	if c := catalog.Classify(before, m.Text); c.Automatic() && slices.Contains(p.Config.Settings.Acknowledge, string(c)) && p.carries(lang, m.Text, e.Other) {
		confirm(m.Text, byItself, c)
	}
}

// How a translation came to be confirmed.
const (
	byEdit   = "edit"
	byItself = "automatic"

	byMigration = "migration" // of texts to a new segmenter
)

// migrates reports whether a text of the last sync differs from today's only
// because another version of the segmenter wrote it.
func (p *Project) migrates(base, hash, before, now string) bool {
	source, ok := p.files[base+"."+p.Language().Tag+".toml"]
	return ok && catalog.SegmenterOf(source) != markdown.Version &&
		catalog.Hash(before) == hash && catalog.Classify(before, now) == catalog.Markup
}

// put replaces an entry of a language.
func (p *Project) put(lang, key string, e *catalog.Entry) {
	if p.entries[lang] == nil {
		p.entries[lang] = map[string]*catalog.Entry{}
	}
	p.entries[lang][key] = e
}

// memoryOf returns what is remembered of the messages of a catalog.
func (p *Project) memoryOf(base string) *catalog.Memory {
	if strings.HasPrefix(base, pagesDir+"/") {
		return p.pageMemory()
	}
	name := memoryName(base)
	if p.memories[name] == nil {
		p.memories[name] = catalog.NewMemory()
	}
	return p.memories[name]
}

// pageMemory returns the state of all units, wherever their pages are now.
func (p *Project) pageMemory() *catalog.Memory {
	if p.units == nil {
		p.units = catalog.NewMemory()
		for _, name := range sortedNames(p.memories) {
			if strings.HasPrefix(name, stateDir+"/pages/") {
				p.units.Add(p.memories[name])
			}
		}
	}
	return p.units
}
