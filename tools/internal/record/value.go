package record

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/edtf"
)

// value is a TOML value and the offset of its first byte.
type value struct {
	*unstable.Node
	offset int
}

// value reads a value in the form that its key asks for. One that has another
// form was reported, and is marked, so that no rule complains of it again.
func (r *reader) value(rec located, k *key, name string, v value) {
	before := len(r.findings)
	r.form(rec, k, name, v)
	if n := rec.node(); len(r.findings) > before {
		n.places[n.find(name)].faulty = true
	}
}

func (r *reader) form(rec located, k *key, name string, v value) {
	switch {
	case k.date != nil:
		r.date(k.date(rec), v)
	case k.flag != nil:
		r.flag(k.flag(rec), name, v)
	case k.weight != nil:
		r.weight(k.weight(rec), name, v)
	case k.list != nil:
		r.list(rec, k, name, v)
	case v.Kind != unstable.String:
		r.notText(k, name, v)
	case k.decimal != nil:
		r.decimal(k.decimal(rec), v)
	case k.word != nil:
		r.word(rec, k, v)
	case k.kind != "":
		*k.text(rec) = r.intern(v.Data)
	default:
		r.text(k.text(rec), k, v)
	}
}

func (r *reader) text(dst *string, k *key, v value) {
	*dst = string(v.Data)
	if k.words != nil && !slices.Contains(k.words, *dst) {
		r.notAmong(k, *dst, v)
	}
	if k.check == nil || *dst == "" {
		return
	}
	if hint := k.check(*dst); hint != "" {
		r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "record-value", "%q cannot be a %s", clip(*dst), k.name).WithHint("%s", hint))
	}
}

func (r *reader) word(rec located, k *key, v value) {
	for _, w := range k.words {
		if w == string(v.Data) {
			k.word(rec, w)
			return
		}
	}
	r.notAmong(k, string(v.Data), v)
}

func (r *reader) notAmong(k *key, got string, v value) {
	r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "record-value", "%q is no %s", clip(got), strings.ReplaceAll(k.name, "_", " ")).
		WithHint("%s", diag.DidYouMean(clip(got), k.words, "the words are "+strings.Join(k.words, ", "))))
}

// list reads a list of texts. A single text is a list of one.
func (r *reader) list(rec located, k *key, name string, v value) {
	if v.Kind == unstable.String {
		rec.node().mark(name, v.offset, v.offset)
		k.list(rec, name, []string{r.intern(v.Data)})
		return
	}
	if v.Kind != unstable.Array {
		r.wrongType(v.offset, name, "a list of texts", `write ["…", "…"]`)
		return
	}
	var texts []string
	for it := v.Children(); it.Next(); {
		item := it.Node()
		if item.Kind != unstable.String {
			r.wrongType(max(v.offset, int(item.Raw.Offset)), name, "a list of texts", "put each of them in quotes")
			return
		}
		rec.node().mark(name, int(item.Raw.Offset), int(item.Raw.Offset))
		texts = append(texts, r.intern(item.Data))
	}
	k.list(rec, name, texts)
}

func (r *reader) flag(dst *bool, name string, v value) {
	if v.Kind != unstable.Bool {
		r.wrongType(v.offset, name, "true or false", "without quotes")
		return
	}
	*dst = string(v.Data) == "true"
}

// weight reads how much an event matters, 1 to 3.
func (r *reader) weight(dst *int, name string, v value) {
	s := string(v.Data)
	if v.Kind != unstable.Integer || len(s) != 1 || s < "1" || s > "3" {
		r.wrongType(v.offset, name, "1, 2 or 3", "3 is a turning point; without quotes")
		return
	}
	*dst = int(s[0] - '0')
}

// date reads an EDTF date. One without quotes, which is a TOML date, is as good.
func (r *reader) date(dst *edtf.Date, v value) {
	if v.Kind != unstable.String && v.Kind != unstable.LocalDate {
		r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "record-type", "a date is a text").WithHint(`put it in quotes: "2023-03-05"`))
		return
	}
	d, err := edtf.Parse(string(v.Data))
	if err == nil {
		*dst = d
		return
	}
	offset, message := v.offset, err.Error()
	var ee *edtf.Error
	if errors.As(err, &ee) {
		offset, message = r.within(v)+ee.Col-1, ee.Msg
	}
	r.findings.Add(diag.Errorf(r.lines.Pos(min(offset, len(r.src))), "date-malformed", "%q is no date: %s", clip(string(v.Data)), message).
		WithHint("dates are EDTF: 2023, 2023-03, 2023-03-05, 2023-03~ (about), 2021/2022 (from, to)"))
}

// within returns the offset of the first byte inside a string's quotes. Where
// escapes stand in the string, offsets after them are short of the mark.
func (r *reader) within(v value) int {
	raw := r.p.Raw(v.Raw)
	if i := bytes.Index(raw, v.Data); i > 0 {
		return v.offset + i
	}
	if v.Kind == unstable.String {
		return v.offset + 1
	}
	return v.offset
}

// decimal reads an exact value.
func (r *reader) decimal(dst *string, v value) {
	s := string(v.Data)
	if fault := notDecimal(s); fault != "" {
		r.findings.Add(diag.Errorf(r.lines.Pos(v.offset), "value-malformed", "%q is no exact decimal", clip(s)).WithHint("%s", fault))
		return
	}
	*dst = s
}

func (r *reader) notText(k *key, name string, v value) {
	number := v.Kind == unstable.Integer || v.Kind == unstable.Float
	switch raw := string(v.Data); {
	case k.decimal != nil && number && len(raw) < most:
		r.wrongType(v.offset, name, "a text, so that no digit is lost", `put it in quotes: "`+strings.ReplaceAll(raw, "_", "")+`"`)
	case k.decimal != nil:
		r.wrongType(v.offset, name, "a text", `digits in quotes: "1500000", "24.99"`)
	default:
		r.wrongType(v.offset, name, "a text", "put it in quotes")
	}
}

func (r *reader) wrongType(offset int, name, want, hint string) {
	r.findings.Add(diag.Errorf(r.lines.Pos(offset), "record-type", "%s should be %s", name, want).WithHint("%s", hint))
}

// clip keeps a finding readable, whatever somebody pasted.
func clip(s string) string { return diag.Clip(s, most) }

// most is how long a decimal may be, and how much of a text a finding shows, in
// characters.
const most = 60
