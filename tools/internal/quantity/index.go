package quantity

// index finds the word of a key among those of one language. It is filled once and
// only read: the hash of a key, of fifteen bits, says where its first entry is, and
// every entry where the next is of the same hash. The filter before it is small
// enough to stay near the processor, and most words of prose end there.
type index struct {
	filter  bitSet
	first   [1 << 15]uint16 // entry and one; 0 is none
	entries []entry
}

type entry struct {
	key  string
	word *word
	next uint16
}

func (x *index) put(key string, w *word) {
	h := hashKey(key)
	x.filter.add(h)
	x.entries = append(x.entries, entry{key, w, x.first[h]})
	x.first[h] = uint16(len(x.entries))
}

// get returns the word of a key, or nil.
func (x *index) get(key string) *word {
	h := hashKey(key)
	if !x.filter.has(h) {
		return nil
	}
	for n := x.first[h]; n > 0; n = x.entries[n-1].next {
		if e := &x.entries[n-1]; e.key == key {
			return e.word
		}
	}
	return nil
}

// getBytes is get for a key that is still in its buffer.
func (x *index) getBytes(key []byte) *word {
	h := hashBytes(key)
	if !x.filter.has(h) {
		return nil
	}
	for n := x.first[h]; n > 0; n = x.entries[n-1].next {
		if e := &x.entries[n-1]; e.key == string(key) {
			return e.word
		}
	}
	return nil
}

// hashKey hashes a key by its ends and length.
func hashKey(key string) uint32 {
	n := len(key)
	if n < 3 {
		return shortHash(n, key)
	}
	return mix(n, uint32(key[0])|uint32(key[1])<<8|uint32(key[2])<<16, uint32(key[n-1])|uint32(key[n-2])<<8|uint32(key[n-3])<<16)
}

func hashBytes(key []byte) uint32 {
	n := len(key)
	if n < 3 {
		return shortHash(n, string(key))
	}
	return mix(n, uint32(key[0])|uint32(key[1])<<8|uint32(key[2])<<16, uint32(key[n-1])|uint32(key[n-2])<<8|uint32(key[n-3])<<16)
}

func shortHash(n int, key string) uint32 {
	switch n {
	case 1:
		return uint32(key[0])
	case 2:
		return uint32(key[0])<<7 ^ uint32(key[1])
	}
	return 0
}

func mix(n int, front, back uint32) uint32 {
	return (front*2654435769 ^ (back|uint32(n)<<24)*2246822519) * 2654435769 >> 17
}
