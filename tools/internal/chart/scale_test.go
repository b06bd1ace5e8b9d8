package chart

import (
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

func TestTicksAreRoundAndExact(t *testing.T) {
	for _, c := range []struct {
		top  float64
		want string
	}{
		{1_000_000_000, "0 250000000 500000000 750000000 1000000000"},
		{689_000_000, "0 200000000 400000000 600000000 800000000"},
		{25_700_000, "0 10000000 20000000 30000000"},
		{95, "0 25 50 75 100"},
		{45.8, "0 20 40 60"},
		{10, "0 2.5 5 7.5 10"},
		{1, "0 0.25 0.5 0.75 1"},
		{0.07, "0 0.02 0.04 0.06 0.08"},
		{0.3, "0 0.1 0.2 0.3"},
		{0, "0 1"},
		{-5, "0 1"},
		{math.NaN(), "0 1"},
		{math.Inf(1), "0 1"},
	} {
		if got := strings.Join(Ticks(c.top, 4), " "); got != c.want {
			t.Errorf("Ticks(%v): got %s, want %s", c.top, got, c.want)
		}
	}
}

// Whatever the top: the ticks begin at zero, rise in equal steps, the last is the
// first not below the top, and there are few of them.
func TestTicksHoldTheTop(t *testing.T) {
	for e := -9; e <= 15; e++ {
		for _, m := range []float64{1, 1.01, 1.5, 2, 2.49, 3.3, 4.999, 5, 7, 9.99} {
			top := m * math.Pow10(e)
			ticks := Ticks(top, 4)
			last, before := number(ticks[len(ticks)-1]), number(ticks[len(ticks)-2])
			if ticks[0] != "0" || last < top*(1-1e-9) || before >= top || len(ticks) > 6 {
				t.Errorf("Ticks(%v) = %v", top, ticks)
			}
			for i := 1; i < len(ticks); i++ {
				if gap := number(ticks[i]) - number(ticks[i-1]); math.Abs(gap-number(ticks[1])) > 1e-9*top {
					t.Errorf("Ticks(%v) = %v: steps differ", top, ticks)
				}
			}
		}
	}
}

func TestYearsAreThinnedOut(t *testing.T) {
	for _, c := range []struct {
		from, to, n int
		want        string
	}{
		{2018, 2021, 12, "[2018 2019 2020 2021]"},
		{2018, 2026, 5, "[2018 2020 2022 2024 2026]"},
		{2012, 2026, 5, "[2015 2020 2025]"},
		{2020, 2020, 5, "[2020]"},
		{1800, 2026, 5, "[1800 1850 1900 1950 2000]"},
	} {
		if got := fmt.Sprint(Years(day(c.from, 1, 1), day(c.to, 12, 31), c.n)); got != c.want {
			t.Errorf("Years(%d, %d, %d) = %s, want %s", c.from, c.to, c.n, got, c.want)
		}
	}
}

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
