package search

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// Embedded returns the index of a language and its texts as JSON, for a document
// that holds the whole site: rename says what a place, a page and an id in it, is
// called there. None where the site has no index.
func Embedded(site fs.FS, lang string, rename func(page, id string) (string, bool)) ([][]byte, error) {
	data, err := fs.ReadFile(site, path.Join(Folder, lang+".js"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	index, err := unwrap(data)
	if err != nil {
		return nil, err
	}
	parts := [][]byte{index}
	for n := 0; ; n++ {
		data, err := fs.ReadFile(site, path.Join(Folder, fmt.Sprintf("%s-%d.js", lang, n)))
		if errors.Is(err, fs.ErrNotExist) {
			return parts, nil
		}
		if err != nil {
			return nil, err
		}
		part, err := renamed(data, rename)
		if err != nil {
			return nil, err
		}
		parts = append(parts, part)
	}
}

func renamed(data []byte, rename func(page, id string) (string, bool)) ([]byte, error) {
	raw, err := unwrap(data)
	if err != nil {
		return nil, err
	}
	var t texts
	if err := json.Unmarshal(raw, &t); err != nil {
		return nil, err
	}
	for i, row := range t.Units {
		n, _ := row[0].(float64)
		file, _ := t.Pages[int(n)][0].(string)
		id, _ := row[1].(string)
		if to, ok := rename(file, id); ok && id != "" {
			t.Units[i][1] = to
		}
	}
	for n, p := range t.Pages {
		file, _ := p[0].(string)
		if to, ok := rename(file, ""); ok {
			t.Pages[n] = [2]any{to, p[1]}
		}
	}
	return json.Marshal(t)
}

// unwrap returns the value that a script of the index pushes.
func unwrap(data []byte) ([]byte, error) {
	from, to := bytes.IndexByte(data, '{'), bytes.LastIndexByte(data, '}')
	if from < 0 || to < from {
		return nil, errors.New("no index of the search")
	}
	return data[from : to+1], nil
}
