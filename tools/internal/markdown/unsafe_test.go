package markdown

import "testing"

func TestUnsafe(t *testing.T) {
	for text, want := range map[string]string{
		"fine [a](fig:b) `<script>`":      "",
		"a < b and c > d":                 "",
		"[x](https://a.example/?q=data:)": "",
		"a <script>alert(1)</script>":     "<script>",
		"<script>alert(1)</script>":       "<script>",
		"a <!-- b -->":                    "<!-- b -->",
		"[x](javascript:alert(1))":        "[x](javascript:alert(1))",
		"[x](JaVaScRiPt:alert)":           "[x](JaVaScRiPt:alert)",
		"[x](java&#10;script:alert)":      "[x](java&#10;script:alert)",
		"[x](&#106;avascript:alert)":      "[x](&#106;avascript:alert)",
		"![x](data:text/html,a)":          "![x](data:text/html,a)",
		"<javascript:alert(1)>":           "<javascript:alert(1)>",
		"[x](vbscript:a) <b>":             "[x](vbscript:a)",
	} {
		got, bad := Unsafe(text)
		if got != want || bad != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", text, got, bad, want)
		}
	}
}
