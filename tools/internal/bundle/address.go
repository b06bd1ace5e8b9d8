package bundle

import (
	"errors"
	"net/url"
	"path"
	"strings"
)

// What can be wrong with an address.
var (
	errMissing = errors.New("which is not in the site")
	errOutside = errors.New("which lies outside of the site")
	errSyntax  = errors.New("which is no address")
)

// place is where an address of a page leads.
type place struct {
	file     string // of the site; empty if it leads elsewhere
	query    string
	fragment string
	online   string // the address on the published site, where no bundle holds the file
}

// locate finds what an address in the file from means. It is false for what a
// bundle leaves alone: other sites, mailto and the like, places of the same page.
func (s *Site) locate(from, raw string) (place, bool, error) {
	t := strings.TrimSpace(raw)
	if t == "" || t[0] == '#' {
		return place{}, false, nil
	}
	u, err := url.Parse(t)
	if err != nil {
		return place{}, false, errSyntax
	}
	switch {
	case u.Opaque != "" || u.Scheme != "" && u.Scheme != "http" && u.Scheme != "https":
		return place{}, false, nil
	case u.Host != "" && u.Host != s.base.Host:
		return place{}, false, nil
	}
	root := strings.TrimSuffix(path.Clean("/"+s.base.Path), "/") + "/"
	p := u.Path
	switch {
	case p == "" && u.Host == "":
		p = root + from // only a query
	case p == "":
		p = "/"
	case !strings.HasPrefix(p, "/"):
		if climbs(root+path.Dir(from), p) {
			return place{}, false, errOutside
		}
		p = path.Join(root+path.Dir(from), p) + slash(p)
	}
	if climbs("/", strings.TrimPrefix(p, "/")) {
		return place{}, false, errOutside
	}
	if p = path.Clean("/"+p) + slash(p); p == "//" {
		p = "/"
	}
	if p+"/" == root {
		p = root
	}
	name, inside := strings.CutPrefix(p, root)
	if !inside {
		if u.Host != "" {
			return place{}, false, nil // another site on the same server, in full
		}
		return place{}, false, errOutside
	}
	return s.find(name, u)
}

// find returns the file of a path below the site's root.
func (s *Site) find(name string, u *url.URL) (place, bool, error) {
	at := place{query: u.RawQuery, fragment: u.Fragment}
	for _, folder := range s.online {
		if name == folder || strings.HasPrefix(name, folder+"/") {
			at.online = s.base.JoinPath(name).String() + suffix(at)
			return at, true, nil
		}
	}
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	} else if _, ok := s.files[name]; !ok {
		if _, ok := s.files[name+"/index.html"]; ok {
			name += "/index.html"
		}
	}
	at.file = name
	if _, ok := s.files[name]; !ok {
		return at, true, errMissing
	}
	return at, true, nil
}

// relative writes the address of a place as it is seen from a file.
func relative(from string, at place) string {
	if at.online != "" {
		return at.online
	}
	dir, to := strings.Split(path.Dir(from), "/"), strings.Split(at.file, "/")
	if path.Dir(from) == "." {
		dir = nil
	}
	same := 0
	for same < len(dir) && same < len(to)-1 && dir[same] == to[same] {
		same++
	}
	steps := strings.Repeat("../", len(dir)-same) + strings.Join(to[same:], "/")
	u := url.URL{Path: steps}
	return u.String() + suffix(at)
}

func suffix(at place) string {
	s := ""
	if at.query != "" {
		s = "?" + at.query
	}
	if at.fragment != "" {
		s += "#" + (&url.URL{Fragment: at.fragment}).EscapedFragment()
	}
	return s
}

// climbs reports whether a relative path leaves the root from a folder.
func climbs(dir, p string) bool {
	depth := len(strings.FieldsFunc(dir, func(r rune) bool { return r == '/' }))
	for part := range strings.SplitSeq(p, "/") {
		switch part {
		case "", ".":
		case "..":
			depth--
		default:
			depth++
		}
		if depth < 0 {
			return true
		}
	}
	return false
}

func slash(p string) string {
	if strings.HasSuffix(p, "/") || strings.HasSuffix(p, "/.") || strings.HasSuffix(p, "/..") || p == "." || p == ".." {
		return "/"
	}
	return ""
}
