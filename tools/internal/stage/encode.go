package stage

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/pelletier/go-toml/v2"
)

// What is staged is decided here to the last character: every value is a printed
// string, because Hugo turns the numbers of JSON into floats. Front matter is
// TOML, as an author would write it. Data is JSON: a TOML decoder keeps track of
// every [[table]] it has seen, which for thousands of records takes longer than
// all the rest of a build.

func encodeTOML(v any) []byte {
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.SetIndentTables(false)
	return must(b.Bytes, e.Encode(v), v)
}

func encodeJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return must(b.Bytes, e.Encode(v), v)
}

// must returns the bytes; an error can only be a mistake in a type of this
// package.
func must(b func() []byte, err error, v any) []byte {
	if err != nil {
		panic(fmt.Sprintf("stage: %T cannot be written: %v", v, err))
	}
	return b()
}

// quote writes a TOML basic string.
func quote(s string) string {
	line := encodeTOML(map[string]string{"v": s})
	return string(bytes.TrimSpace(bytes.TrimPrefix(line, []byte("v = "))))
}
