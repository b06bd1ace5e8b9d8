package chart

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

func events(days ...time.Time) []Event {
	var es []Event
	for i, d := range days {
		es = append(es, Event{ID: fmt.Sprintf("e%d", i), From: d, To: d, Weight: 1 + i%3, Title: d.Format(time.DateOnly), Filters: "p1"})
	}
	return es
}

func TestLane(t *testing.T) {
	es := events(day(2020, 8, 6), day(2020, 8, 6), day(2020, 8, 24), day(2023, 3, 1), day(2012, 5, 18))
	es = append(es,
		Event{ID: "year", From: day(2017, 1, 1), To: day(2017, 12, 31), Weight: 2, Title: `2017: "a" & b`},
		Event{ID: "about", From: day(2021, 1, 1), To: day(2021, 1, 31), About: true, Weight: 1, Title: "about January 2021"})
	tl, ok := NewTimeline(es)
	if !ok {
		t.Fatal("no timeline")
	}
	golden(t, "lane", tl.Lane(es))
	golden(t, "years", tl.Scale())
	wellFormed(t, "lane", tl.Lane(es))
	wellFormed(t, "years", tl.Scale())
	golden(t, "lane-empty", tl.Lane(nil))
}

// A year whose words would stick out of the narrowest page is not written there.
func TestYearsStayOnThePage(t *testing.T) {
	for last, minor := range map[int]bool{2014: false, 2026: true} {
		tl, _ := NewTimeline([]Event{{ID: "a", From: day(2012, 5, 1), To: day(2012, 5, 2)}, {ID: "b", From: day(last, 6, 1), To: day(last, 6, 2)}})
		label := regexp.MustCompile(`<text([^>]*)>` + strconv.Itoa(last)).FindStringSubmatch(tl.Scale())
		if label == nil || strings.Contains(label[1], "minor") != minor {
			t.Errorf("%d: %q", last, label)
		}
	}
}

func TestNoEventsNoTimeline(t *testing.T) {
	if _, ok := NewTimeline(nil); ok {
		t.Error("there is a timeline of nothing")
	}
}

// Marks in the same row keep clear of one another on the narrowest page, however
// many fall on one day or in one year.
func TestMarksDoNotTouch(t *testing.T) {
	for seed := range 40 {
		var es []Event
		for i := range 3 + seed {
			from := day(2012+(i*seed)%15, 1+(i*7)%12, 1+(i*seed)%28)
			es = append(es, Event{ID: fmt.Sprint(i), From: from, To: from.AddDate(0, 0, []int{0, 0, 0, 30, 365}[(i+seed)%5])})
		}
		tl, _ := NewTimeline(es)
		sortByDate(es)
		rows := tl.rows(es)
		for i := range es {
			for j := range i {
				_, _, left, right := tl.ends(es[i])
				_, _, l, r := tl.ends(es[j])
				if rows[i] == rows[j] && left < r && l < right {
					t.Fatalf("seed %d: %v and %v touch", seed, es[i].From, es[j].From)
				}
			}
		}
	}
}
