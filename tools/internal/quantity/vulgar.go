package quantity

// Fractions that are one character: ½ ⅓ ¾.

// vulgar returns the length of the vulgar fraction at the beginning of s, or 0.
func vulgar(s string) int {
	switch {
	case len(s) >= 2 && s[0] == 0xC2 && s[1] >= 0xBC && s[1] <= 0xBE:
		return 2
	case len(s) >= 3 && s[0] == 0xE2 && s[1] == 0x85 && s[2] >= 0x90 && s[2] <= 0x9E:
		return 3
	}
	return 0
}

// vulgarFractions are numerator and denominator of U+2150 to U+215E.
var vulgarFractions = [...][2]uint64{{1, 7}, {1, 9}, {1, 10}, {1, 3}, {2, 3}, {1, 5}, {2, 5}, {3, 5}, {4, 5}, {1, 6}, {5, 6}, {1, 8}, {3, 8}, {5, 8}, {7, 8}}

func vulgarValue(s string) Decimal {
	f := [2]uint64{1, 4} // ¼
	switch {
	case s[0] == 0xE2:
		f = vulgarFractions[s[2]-0x90]
	case s[1] == 0xBD:
		f = [2]uint64{1, 2}
	case s[1] == 0xBE:
		f = [2]uint64{3, 4}
	}
	return whole(f[0]).over(f[1])
}
