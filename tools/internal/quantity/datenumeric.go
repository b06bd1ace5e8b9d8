package quantity

// Dates of digits only: "13.5.2015", "2016-05-13", "05/2016", "22.04.".

// numericDate reads dates of digits only.
func (p *parser) numericDate(i int) point {
	none := point{next: i}
	t := p.at(i)
	if t.kind != numberToken || i > 0 && p.glued(i) && (p.at(i-1).kind != signToken || p.sign(i-1, "/") || p.sign(i-1, ":") || p.sign(i-1, "#") || p.sign(i-1, "$")) {
		return none
	}
	if t.num.n >= 2 && t.num.n <= 3 && !t.num.grouped {
		if d := p.dottedDate(i); d.next > i {
			return d
		}
	}
	if t.num.n != 1 {
		return none
	}
	for _, sep := range [...]string{"-", "/", ".", "–"} {
		if d := p.separated(i, sep); d.next > i {
			return d
		}
	}
	return none
}

// dateDotted reports whether a numeral with points is a date.
func (p *parser) dateDotted(i int) bool { return p.dottedDate(i).next > i }

// dottedDate reads 13.5.2015, 2015.5.13, 22.04., 05.2016.
func (p *parser) dottedDate(i int) point {
	m, next := p.at(i).num, i+1
	d := point{next: i, numeric: true}
	a, b, c := int(m.parts[0]), int(m.parts[1]), int(m.parts[2])
	switch {
	case m.n == 3 && a > 31 && m.whole == 4:
		d.year, d.month, d.day, d.dated = a, b, c, true
	case m.n == 3 && a <= 31 && m.places > 1: // no year has one digit: 3.2.1 is a section
		d.day, d.month, d.year, d.dated = a, b, c, true
		if p.monthFirst && b > 12 {
			d.day, d.month = b, a
		}
		if c < 100 {
			d.year = shortYear(c)
		} else if c < 1000 {
			return d
		}
	case m.n == 2 && m.whole <= 2 && b >= 1000 && b <= 2100 && a <= 12 && a > 0: // 05.2016
		d.month, d.year, d.dated = a, b, true
	case m.n == 2 && a >= 1000 && a <= 2100 && m.whole == 4 && m.places == 2 && b <= 12 && b > 0: // 2016.05
		d.month, d.year, d.dated = b, a, true
	case m.n == 2 && m.whole <= 2 && m.places <= 2:
		return p.dayAndMonth(d, a, b, i, next)
	default:
		return d
	}
	if d.month == 0 || d.month > 12 || m.n == 3 && d.day == 0 || !d.valid() || p.sign(next, ".") && p.glued(next) && p.at(next+1).kind == numberToken && p.glued(next+1) {
		return d
	}
	d.next = next
	return d
}

// dayAndMonth reads "28.10." and, after a preposition of days, "22.04".
func (p *parser) dayAndMonth(d point, a, b, i, next int) point {
	day, month := a, b
	if p.x.lang == "en" && p.monthFirst {
		day, month = b, a
	}
	d.day, d.month = day, month
	if month == 0 || day == 0 || !d.valid() {
		return d
	}
	stop := p.sign(next, ".") && p.glued(next)
	if p.x.lang == "en" && (p.text2(i-1) != "on" && p.text2(i-1) != "On" || p.is(next, cTo)) {
		return d
	}
	if !stop && !p.dayPreposition(i-1) {
		return d
	}
	if stop && p.x.lang == "de" {
		next++
	} else if m := p.withUnit(measured{number: p.number(i), next: i + 1}); !m.bare || m.power > 0 {
		return d
	}
	d.next = next
	return p.yearBehind(d)
}

// separated reads numbers with hyphens or slashes between, glued or with spaces.
func (p *parser) separated(i int, sep string) point {
	d := point{next: i, numeric: true}
	if !p.sign(i+1, sep) || p.at(i+2).kind != numberToken || p.at(i+2).num.n != 1 {
		return d
	}
	a, b := p.at(i).num, p.at(i+2).num
	tight := p.glued(i+1) && p.glued(i+2)
	if tight && p.sign(i+3, sep) && p.glued(i+3) && p.glued(i+4) && p.at(i+4).kind == numberToken && p.at(i+4).num.n == 1 {
		if sep == "–" || sep == "." || p.glued(i+5) && p.at(i+5).kind == numberToken || p.sign(i+5, sep) && p.glued(i+5) {
			return d
		}
		return p.threeNumbers(d, a, b, p.at(i+4).num, i)
	}
	if sep == "–" {
		return d
	}
	y, m := a, b
	switch {
	case a.whole == 4 && b.whole <= 2 && b.parts[0] >= 1 && b.parts[0] <= 12 && (b.whole == 2 || sep == "-" && tight):
	case b.whole == 4 && a.whole <= 2 && a.parts[0] >= 1 && a.parts[0] <= 12 && sep != ".":
		y, m = b, a
	case sep == "." && b.whole == 4 && a.whole <= 2 && a.zero && a.parts[0] <= 12: // 05. 2016
		y, m = b, a
	case sep == "/" && tight && a.whole <= 2 && b.whole <= 2 && (p.dayPreposition(i-1) || a.zero || b.zero):
		return p.dayMonthSlash(d, int(a.parts[0]), int(b.parts[0]), i)
	default:
		return d
	}
	if y.parts[0] < 1000 || y.parts[0] > 2100 || sep == "/" && tight && y == a && b.whole == 2 && int(b.parts[0]) == int(a.parts[0]+1)%100 {
		return d
	}
	d.year, d.month, d.dated, d.next = int(y.parts[0]), int(m.parts[0]), true, i+3
	return d
}

func (p *parser) dayMonthSlash(d point, a, b, i int) point {
	d.day, d.month = a, b
	if p.monthFirst && a <= 12 || b > 12 {
		d.day, d.month = b, a
	}
	if d.month == 0 || d.day == 0 || d.month > 12 || !d.valid() {
		return d
	}
	d.next = i + 3
	return d
}

// threeNumbers reads year, month and day in the order that the numbers allow.
func (p *parser) threeNumbers(d point, a, b, c *numeral, i int) point {
	x, y, z := int(a.parts[0]), int(b.parts[0]), int(c.parts[0])
	switch {
	case a.whole == 4 && b.whole <= 2 && c.whole <= 2:
		d.year, d.month, d.day = x, y, z
	case a.whole <= 2 && b.whole <= 2 && (c.whole == 4 || c.whole == 2):
		d.day, d.month, d.year = x, y, z
		if p.monthFirst && y <= 31 && x <= 12 || y > 12 {
			d.day, d.month = y, x
		}
		if c.whole == 2 {
			d.year = shortYear(z)
		}
	default:
		return d
	}
	d.dated = true
	if d.month == 0 || d.day == 0 || d.month > 12 || d.year < 1000 || d.year > 2200 || !d.valid() {
		return d
	}
	d.next = i + 5
	return d
}
