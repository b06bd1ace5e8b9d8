package main

import (
	"bytes"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"

	"dossier/tools/internal/disk"
)

// Hugo's preview leaves a page where it is when its text is deleted or renamed: it
// could still be opened, and the search would find it. The pages there are stand in
// the site maps, which every rendering writes.

var location = regexp.MustCompile(`<loc>([^<]+)</loc>`)

// listed returns the files of the pages that the site maps name.
func (s *preview) listed() map[string]bool {
	files := map[string]bool{}
	for _, lang := range s.languages {
		data, err := fs.ReadFile(os.DirFS(s.site()), lang+"/sitemap.xml")
		if err != nil {
			continue
		}
		for _, m := range location.FindAllSubmatch(data, -1) {
			if at, err := url.Parse(string(m[1])); err == nil && strings.HasSuffix(at.Path, "/") {
				files[path.Join(strings.TrimPrefix(at.Path, "/"), "index.html")] = true
			}
		}
	}
	return files
}

// forget deletes the pages that were listed and are not any more; but not what
// forwards from there, which is written when a page is renamed and keeps its old
// address as an alias.
func (s *preview) forget() error {
	before := s.pages
	s.pages = s.listed()
	site := os.DirFS(s.site())
	var plan disk.Plan
	for file := range before {
		if s.pages[file] {
			continue
		}
		data, err := fs.ReadFile(site, file)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case !bytes.Contains(data, []byte("http-equiv")):
			plan.Delete(file)
		}
	}
	folder, err := disk.Open(s.site())
	if err != nil {
		return err
	}
	defer folder.Close()
	_, err = folder.Apply(&plan)
	return err
}
