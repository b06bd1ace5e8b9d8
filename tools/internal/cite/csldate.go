package cite

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dossier/tools/internal/edtf"
)

// cslDate is a date variable of CSL-JSON 1.0.2. Programs write years as numbers
// or as strings.
type cslDate struct {
	Parts   [][]json.Number `json:"date-parts,omitempty"`
	Season  json.RawMessage `json:"season,omitempty"`
	Circa   json.RawMessage `json:"circa,omitempty"`
	Literal string          `json:"literal,omitempty"`
	Raw     string          `json:"raw,omitempty"`
}

// UnmarshalJSON also reads the short form of a date, a string in EDTF.
func (d *cslDate) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &d.Raw)
	}
	var loose struct {
		Parts   [][]any         `json:"date-parts"`
		Season  json.RawMessage `json:"season"`
		Circa   json.RawMessage `json:"circa"`
		Literal string          `json:"literal"`
		Raw     string          `json:"raw"`
	}
	if err := json.Unmarshal(data, &loose); err != nil {
		return err
	}
	d.Season, d.Circa, d.Literal, d.Raw = loose.Season, loose.Circa, loose.Literal, loose.Raw
	for _, end := range loose.Parts {
		var parts []json.Number
		for _, p := range end {
			if s := strings.TrimSpace(fmt.Sprint(p)); s != "" && p != nil {
				parts = append(parts, json.Number(s))
			}
		}
		d.Parts = append(d.Parts, parts)
	}
	return nil
}

// edtf returns the date; false if it says nothing that can be read.
func (d *cslDate) edtf() (edtf.Date, bool) {
	if d == nil {
		return edtf.Date{}, true
	}
	var ends []string
	for _, parts := range d.Parts {
		if s := d.end(parts); s != "" {
			ends = append(ends, s)
		}
	}
	text := strings.Join(ends, "/")
	if text == "" {
		text = strings.TrimSpace(d.Raw)
	}
	if text == "" {
		text = strings.TrimSpace(d.Literal)
	}
	if text == "" {
		return edtf.Date{}, true
	}
	return looseDate(text)
}

// end writes one end of a date in EDTF.
func (d *cslDate) end(parts []json.Number) string {
	var numbers []int
	for _, p := range parts {
		n, err := strconv.Atoi(p.String())
		if err != nil || n == 0 && len(numbers) > 0 {
			break
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 0 {
		return ""
	}
	s := fmt.Sprintf("%04d", numbers[0])
	if season := number(d.Season); len(numbers) == 1 && season >= 1 && season <= 4 {
		return s + "-" + strconv.Itoa(20+season)
	}
	for _, n := range numbers[1:min(len(numbers), 3)] {
		s += fmt.Sprintf("-%02d", n)
	}
	if truthy(d.Circa) {
		s += "~"
	}
	return s
}

func number(raw json.RawMessage) int {
	n, _ := strconv.Atoi(strings.Trim(string(raw), `"`))
	return n
}

func truthy(raw json.RawMessage) bool {
	switch strings.Trim(string(raw), `"`) {
	case "", "null", "false", "0":
		return false
	}
	return true
}

var (
	dotted  = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$`)
	slashed = regexp.MustCompile(`^(\d{4})/(\d{1,2})(?:/(\d{1,2}))?/?$`)
	dashed  = regexp.MustCompile(`^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$`)
	timed   = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}`)
	worded  = regexp.MustCompile(`(?i)^(?:(\d{1,2})\.?\s+)?([\p{L}]{3,10})\.?\s+(?:(\d{1,2}),?\s+)?(\d{4})$`)
)

// looseDate reads a date as bibliographies have it: EDTF first, then 5.3.2023,
// 2023/03/05, and English or German months in words. It never guesses between
// day and month.
func looseDate(s string) (edtf.Date, bool) {
	s = strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "[]"))
	if m := timed.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if d, err := edtf.Parse(s); err == nil {
		return d, true
	}
	switch {
	case dotted.MatchString(s):
		m := dotted.FindStringSubmatch(s)
		s = ymd(m[3], m[2], m[1])
	case slashed.MatchString(s):
		m := slashed.FindStringSubmatch(s)
		s = ymd(m[1], m[2], m[3])
	case dashed.MatchString(s):
		m := dashed.FindStringSubmatch(s)
		s = ymd(m[1], m[2], m[3])
	case worded.MatchString(s):
		m := worded.FindStringSubmatch(s)
		month, ok := months[strings.ToLower(m[2])]
		if !ok || m[1] != "" && m[3] != "" {
			return edtf.Date{}, false
		}
		s = ymd(m[4], strconv.Itoa(month), m[1]+m[3])
	default:
		lower := strings.ToLower(s)
		for _, circa := range []string{"circa ", "ca. ", "ca ", "c. ", "um ", "about "} {
			if rest, ok := strings.CutPrefix(lower, circa); ok && len(rest) == 4 {
				d, err := edtf.Parse(rest + "~")
				return d, err == nil
			}
		}
	}
	d, err := edtf.Parse(s)
	return d, err == nil
}

func ymd(year, month, day string) string {
	s := year
	for _, part := range []string{month, day} {
		if n, _ := strconv.Atoi(part); n > 0 {
			s += fmt.Sprintf("-%02d", n)
		}
	}
	return s
}

// months, by their names and abbreviations in English and German, as BibTeX and
// people write them.
var months = map[string]int{
	"jan": 1, "january": 1, "januar": 1, "jänner": 1, "feb": 2, "february": 2, "februar": 2, "mar": 3, "march": 3, "märz": 3, "mär": 3, "mrz": 3,
	"apr": 4, "april": 4, "may": 5, "mai": 5, "jun": 6, "june": 6, "juni": 6, "jul": 7, "july": 7, "juli": 7, "aug": 8, "august": 8,
	"sep": 9, "sept": 9, "september": 9, "oct": 10, "october": 10, "okt": 10, "oktober": 10, "nov": 11, "november": 11,
	"dec": 12, "december": 12, "dez": 12, "dezember": 12,
}

// newCSLDate writes a date for CSL-JSON. What its date-parts cannot say (open
// ends, unspecified digits) is said as a literal in EDTF.
func newCSLDate(d edtf.Date) *cslDate {
	raw := d.Raw()
	if raw == "" {
		return nil
	}
	out := &cslDate{}
	for _, end := range strings.Split(raw, "/") {
		bare := strings.TrimRight(end, "~?%")
		if !plainDate.MatchString(bare) {
			return &cslDate{Literal: raw}
		}
		fields := strings.Split(bare, "-")
		if len(fields) > 1 && fields[1] > "20" {
			if n, _ := strconv.Atoi(fields[1]); n > 24 || d.IsInterval() {
				return &cslDate{Literal: raw}
			}
			out.Season = json.RawMessage(string(fields[1][1:]))
			fields = fields[:1]
		}
		var parts []json.Number
		for _, f := range fields {
			parts = append(parts, json.Number(trimZeros(f)))
		}
		out.Parts = append(out.Parts, parts)
	}
	if d.Approximate() || d.Uncertain() {
		out.Circa = json.RawMessage("true")
	}
	return out
}

var plainDate = regexp.MustCompile(`^\d{4}(-\d\d){0,2}$`)

func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}
