package prose

import (
	"strings"
	"testing"
)

func TestReadExemptions(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"sound", "[[exempt]]\nunit = \"p-1\"\ntext = \"drei Fragen\"\nreason = \"gliedert\"\n", ""},
		{"no reason", "[[exempt]]\nunit = \"p-1\"\ntext = \"drei\"\n",
			"x.toml:1:3: error[exempt-required]: the exemption has no reason"},
		{"empty reason", "[[exempt]]\nunit = \"p-1\"\ntext = \"drei\"\nreason = \" \"\n",
			"x.toml:4:1: error[exempt-required]: the exemption has no reason"},
		{"a pattern", "[[exempt]]\nunit = \"p-1\"\npattern = \"\\\\d+\"\nreason = \"x\"\n",
			`x.toml:3:1: error[exempt-key]: an exemption has no key "pattern"` + "\nx.toml:1:3: error[exempt-required]: the exemption has no text"},
		{"another table", "[exempt]\nunit = \"p-1\"\n", `x.toml:1:2: error[exempt-key]: there is no table "exempt" here`},
		{"before any", "unit = \"p-1\"\n", `x.toml:1:1: error[exempt-key]: "unit" stands before the first exemption`},
		{"a number", "[[exempt]]\nunit = \"p-1\"\ntext = 3\nreason = \"x\"\n", "x.toml:3:1: error[exempt-value]: text is no text"},
		{"twice", "[[exempt]]\nunit = \"p-1\"\nunit = \"p-2\"\ntext = \"3\"\nreason = \"x\"\n", `x.toml:3:1: error[exempt-key]: "unit" is there twice`},
		{"broken", "[[exempt]]\nunit = \"p-1\n", "x.toml:2:"},
		{"not UTF-8", "[[exempt]]\nunit = \"\xff\"\n", "x.toml:2:9: error[encoding-utf8]"},
	} {
		_, found := ReadExemptions("x.toml", []byte(c.src))
		var lines []string
		for _, f := range found {
			lines = append(lines, f.String())
		}
		if got := strings.Join(lines, "\n"); !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
