package quantity

// The filter answers from the first three bytes of a word whether it can be an
// anchor. It may say yes where the answer is no; three of four words of German
// prose end here.

// hash mixes three bytes, in small letters.
func hash(a, b, c byte) uint32 {
	n := uint32(a|0x20) | uint32(b|0x20)<<8 | uint32(c|0x20)<<16
	return n * 2654435769 >> 17
}

func (x *lexicon) may(a, b, c byte) bool {
	h := hash(a, b, c)
	return x.filter[h>>6]>>(h&63)&1 != 0
}

// fill sets the filter for every way of writing the first letters of every anchor.
func (x *lexicon) fill() {
	for key, w := range x.words {
		if w.is.meets(anchors) || w.is.has(cStem) || key == "ver" {
			x.beginning(key)
		}
	}
	if x.lang == "de" {
		x.beginning("ver")
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
			h := hash(f[0], f[1], f[2])
			x.filter[h>>6] |= 1 << (h & 63)
		}
	}
}
