package stage

import (
	"bytes"
	"fmt"

	"github.com/pelletier/go-toml/v2"
)

// Data for Hugo is TOML with every value printed as a string: Hugo turns the
// numbers of JSON into floats, and what a page shows is decided here.
func encode(v any) []byte {
	var b bytes.Buffer
	e := toml.NewEncoder(&b)
	e.SetIndentTables(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Sprintf("stage: %T cannot be written as TOML: %v", v, err)) // a type of this package, so a programming error
	}
	return b.Bytes()
}

// quote writes a TOML basic string.
func quote(s string) string {
	data, err := toml.Marshal(map[string]string{"v": s})
	if err != nil {
		panic("stage: " + err.Error())
	}
	return string(bytes.TrimSpace(bytes.TrimPrefix(data, []byte("v = "))))
}
