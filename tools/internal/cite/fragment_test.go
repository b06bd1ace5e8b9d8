package cite

import "testing"

func TestWithFragment(t *testing.T) {
	const page = "https://x.example/a"
	for _, c := range []struct{ address, quote, want string }{
		{page, "more than 1 billion", page + "#:~:text=more%20than%201%20billion"},
		{page + "#s2", "x", page + "#s2:~:text=x"},
		{page, "a-b, c & d", page + "#:~:text=a%2Db%2C%20c%20%26%20d"},
		{page, "one two three four five six seven eight nine ten eleven twelve thirteen", page + "#:~:text=one%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen"},
		{page, "a billion […] every month", page + "#:~:text=a%20billion,every%20month"},
		{page, "… every month", page + "#:~:text=every%20month"},
		{page, "…", page},
		{page, "", page},
		{"", "x", ""},
	} {
		if got := WithFragment(c.address, c.quote); got != c.want {
			t.Errorf("%q: %s, want %s", c.quote, got, c.want)
		}
	}
}
