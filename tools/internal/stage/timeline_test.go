package stage

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dossier/tools/internal/record"
)

func TestQuestionsOfferWhatSeveralEventsShare(t *testing.T) {
	var events []*record.Event
	for i, actors := range [][]string{{"a"}, {"a", "b"}, {"b", "a"}, {"b"}, {"c"}, {}} {
		e := &record.Event{Actors: actors}
		e.ID = fmt.Sprint(i)
		events = append(events, e)
	}
	of := func(e *record.Event) []string { return e.Actors }
	f := filters{marks: map[string][]string{}}
	f.ask(events, "actor", 3, of, strings.ToUpper, "others")
	var got []string
	for _, o := range f.list[0].Options {
		got = append(got, o.ID+" "+o.Label+" "+o.Count)
	}
	if want := []string{"a1 A 3", "a2 B 3", "a0 others 2"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := "map[0:[a1] 1:[a1 a2] 2:[a2 a1] 3:[a2] 4:[a0] 5:[a0]]"; fmt.Sprint(f.marks) != want {
		t.Errorf("got  %v\nwant %s", f.marks, want)
	}
}

func TestAQuestionWithOneAnswerIsNotAsked(t *testing.T) {
	e := &record.Event{Theme: "x"}
	f := filters{marks: map[string][]string{}}
	f.ask([]*record.Event{e}, "theme", 1, func(e *record.Event) []string { return []string{e.Theme} }, strings.ToUpper, "")
	if len(f.list) != 0 {
		t.Errorf("asked: %v", f.list)
	}
}

func TestPeriodsJoinYearsWithFewEvents(t *testing.T) {
	f := filters{marks: map[string][]string{}}
	f.periods([]year{
		{"2012", []string{"a"}}, {"2016", []string{"b"}}, {"2017", []string{"c", "d"}},
		{"2018", []string{"e", "f", "g", "h"}}, {"2020", []string{"i"}},
	})
	var got []string
	for _, o := range f.list[0].Options {
		got = append(got, o.Label+" "+o.Count)
	}
	if want := []string{"2012–2017 4", "2018 4", "2020 1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
