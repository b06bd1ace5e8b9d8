package disk

import (
	"maps"
	"slices"
)

// Plan says which files should hold which bytes, and which should not be.
// Names are slash-separated and relative to the folder.
type Plan struct {
	// Durable is for files that a person wrote: all are flushed to the disk before the
	// first is renamed, and they are renamed one after the other in the order of the
	// plan. Whatever else a plan holds is written in any order.
	Durable bool
	first   []string // names to be written before those in order
	order   []string
	writes  map[string][]byte
	deletes map[string]bool
	expects map[string][][]byte
}

// Write plans that name holds data.
func (p *Plan) Write(name string, data []byte) {
	if _, again := p.writes[name]; !again {
		p.order = append(p.order, name)
	}
	p.put(name, data)
}

func (p *Plan) put(name string, data []byte) {
	if p.writes == nil {
		p.writes = map[string][]byte{}
	}
	p.writes[name] = data
}

// WriteFirst plans a write before all others but those that were planned so already.
func (p *Plan) WriteFirst(name string, data []byte) {
	if _, again := p.writes[name]; !again {
		p.first = append(p.first, name)
	} else if n := slices.Index(p.order, name); n >= 0 {
		p.first, p.order = append(p.first, name), slices.Delete(p.order, n, n+1)
	}
	p.put(name, data)
}

// Join plans what another plan says, as if it were said now.
func (p *Plan) Join(other *Plan) {
	for _, name := range other.first {
		if data, planned := other.writes[name]; planned {
			p.WriteFirst(name, data)
		}
	}
	for _, name := range other.order {
		if data, planned := other.writes[name]; planned {
			p.Write(name, data)
		}
	}
	for name := range other.deletes {
		p.Delete(name)
	}
	for name, allowed := range other.expects {
		for _, data := range allowed {
			p.Expect(name, data)
		}
	}
}

// inOrder returns the planned writes in the order in which a durable plan renames
// them.
func (p *Plan) inOrder() []string {
	return slices.DeleteFunc(slices.Concat(p.first, p.order), func(name string) bool { _, planned := p.writes[name]; return !planned })
}

// Delete plans that name is gone. A write of the same name wins.
func (p *Plan) Delete(name string) {
	if p.deletes == nil {
		p.deletes = map[string]bool{}
	}
	p.deletes[name] = true
}

// Forget takes a planned write back.
func (p *Plan) Forget(name string) { delete(p.writes, name) }

// Drop plans that name is gone, whatever was planned for it.
func (p *Plan) Drop(name string) {
	delete(p.writes, name)
	p.Delete(name)
}

// Get returns the bytes planned for name.
func (p *Plan) Get(name string) ([]byte, bool) {
	data, ok := p.writes[name]
	return data, ok
}

// Names returns the planned writes, sorted.
func (p *Plan) Names() []string { return slices.Sorted(maps.Keys(p.writes)) }

// Deletes returns the planned deletes, sorted.
func (p *Plan) Deletes() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(p.deletes)), func(name string) bool { _, kept := p.writes[name]; return kept })
}
