package quantity

// The filters answer cheaply what the tables would. Each may say yes where the
// answer is no. The first tells from three bytes of a word whether it can be an
// anchor; three of four words of German prose end there. The second tells the same
// of a compound. Those of whole keys are part of their index (index.go).

// bitSet is a set of hashes of fifteen bits.
type bitSet [1 << 15 / 64]uint64

func (b *bitSet) add(h uint32)      { b[h>>6] |= 1 << (h & 63) }
func (b *bitSet) has(h uint32) bool { return b[h>>6]>>(h&63)&1 != 0 }

// hash mixes three bytes, in small letters.
func hash(a, b, c byte) uint32 {
	n := uint32(a|0x20) | uint32(b|0x20)<<8 | uint32(c|0x20)<<16
	return n * 2654435769 >> 17
}

func (x *lexicon) may(a, b, c byte) bool {
	return x.anchors.has(hash(a, b, c))
}

// mayCompound reports whether compound.go could make a number of a key: whether it
// begins with a number or a magnitude, perhaps behind "ver".
func (x *lexicon) mayCompound(key []byte) bool {
	if len(key) < 3 || !x.may(key[0], key[1], key[2]) {
		return false
	}
	if x.lang == "de" && string(key[:3]) == "ver" {
		if key = key[3:]; len(key) < 3 {
			return false
		}
	}
	return x.stems.has(hash(key[0], key[1], key[2]))
}

// longestCode is the length of the longest code or sign of a currency, in bytes.
const longestCode = 6

// code notes how a currency's code or sign begins. Some codes are known in small
// letters too.
func (x *lexicon) code(s string) {
	x.codes[len(s)][s[0]] = true
	if smallCodes[s] {
		x.codes[len(s)][s[0]|0x20] = true
	}
}

// mayCode reports whether a word of a length that begins so can be a code or sign of
// a currency.
func (x *lexicon) mayCode(first byte, n int) bool { return n <= longestCode && x.codes[n][first] }

// fill sets the filter for every way of writing the first letters of every anchor.
func (x *lexicon) fill() {
	for i := range x.words.entries {
		key, w := x.words.entries[i].key, x.words.entries[i].word
		if w.is.meets(anchors) || w.is.has(cStem) || key == "ver" {
			x.beginning(key)
		}
		if w.is.meets(stems) {
			x.stem(key)
		}
	}
	if x.lang == "de" {
		x.beginning("ver")
		for _, head := range compoundHeads {
			x.stem(head.word)
		}
		x.stem("hundert")
		x.stem("tausend")
	}
}

func (x *lexicon) beginning(key string) {
	forms := []string{key}
	for _, v := range [...][2]string{{"ae", "ä"}, {"oe", "ö"}, {"ue", "ü"}, {"ae", "a\u0308"}, {"oe", "o\u0308"}, {"ue", "u\u0308"}} {
		for i := 0; i < 3 && i+2 <= len(key); i++ {
			if key[i:i+2] == v[0] {
				forms = append(forms, key[:i]+v[1]+key[i+2:])
			}
		}
	}
	for _, f := range forms {
		if len(f) >= 3 {
			x.anchors.add(hash(f[0], f[1], f[2]))
		}
	}
}

// stems are the classes of the words that a compound begins with.
var stems = set(cCard, cStem, cMagnitude)

func (x *lexicon) stem(key string) {
	if len(key) >= 3 {
		x.stems.add(hash(key[0], key[1], key[2]))
	}
}
