package bundle

import (
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dossier/tools/internal/diag"
)

// Site is a built site, as it lies on the disk.
type Site struct {
	fsys   fs.FS
	prefix string // what findings call its folder: "public"
	base   *url.URL
	files  map[string]int64 // size of each file
	names  []string         // sorted by bytes
	langs  []string         // the folders of its languages
	online []string         // folders that no bundle holds; links to them lead to the published site
}

// longest is how many characters of a path a bundle allows: Windows unpacks at
// most 260, and where it unpacks to needs room too.
const longest = 180

// open lists a site and finds the names that not every system can unpack.
func open(fsys fs.FS, baseURL, prefix string, online ...string) (*Site, diag.List, error) {
	s := &Site{fsys: fsys, prefix: prefix, files: map[string]int64{}, online: online}
	var findings diag.List
	base, err := url.Parse(baseURL)
	if err != nil {
		base = &url.URL{}
	}
	s.base = base
	alike := map[string]string{}
	err = fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".":
			return nil
		case d.IsDir() && slices.Contains(online, name):
			return fs.SkipDir
		case d.Type()&fs.ModeSymlink != 0:
			findings.Add(s.problem(name, "bundle-symlink", "is a symbolic link, which a bundle cannot hold").
				WithHint("put the file itself there"))
			return nil
		}
		findings.Add(s.checkName(name)...)
		key := strings.ToLower(norm.NFC.String(name))
		if other, taken := alike[key]; taken {
			findings.Add(s.problem(name, "bundle-name", "differs from %q only in case: Windows and macOS keep one of them", shown(other)))
		}
		alike[key] = name
		if d.IsDir() {
			return nil
		}
		if !d.Type().IsRegular() {
			findings.Add(s.problem(name, "bundle-file", "is no regular file"))
			return nil
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		s.files[name] = info.Size()
		s.names = append(s.names, name)
		return nil
	})
	slices.Sort(s.names)
	return s, findings, err
}

// checkName finds what some system forbids in the last part of a path.
func (s *Site) checkName(name string) diag.List {
	var findings diag.List
	report := func(format string, args ...any) {
		findings.Add(s.problem(name, "bundle-name", format, args...).WithHint("rename the page or file; letters, digits and hyphens work everywhere"))
	}
	last := path.Base(name)
	stem, _, _ := strings.Cut(strings.ToUpper(last), ".")
	switch {
	case !utf8.ValidString(last):
		report("is not UTF-8")
	case strings.ContainsFunc(last, unicode.IsControl):
		report("holds a control character")
	case strings.ContainsAny(last, `<>:"|?*\`):
		report("holds a character that Windows forbids in names")
	case strings.HasSuffix(last, ".") || strings.HasSuffix(last, " "):
		report("ends with a point or a space, which Windows takes off")
	case slices.Contains(reserved, stem):
		report("is a name that Windows keeps for itself")
	case utf8.RuneCountInString(name) > longest:
		report("has %d characters; Windows cannot unpack more than %d here", utf8.RuneCountInString(name), longest)
	}
	return findings
}

// reserved are the device names of Windows.
var reserved = strings.Fields("CON PRN AUX NUL COM1 COM2 COM3 COM4 COM5 COM6 COM7 COM8 COM9 LPT1 LPT2 LPT3 LPT4 LPT5 LPT6 LPT7 LPT8 LPT9")

func (s *Site) problem(name, code, format string, args ...any) diag.Finding {
	return diag.Errorf(s.pos(name), code, format, args...)
}

func (s *Site) pos(name string) diag.Pos { return diag.Pos{File: path.Join(s.prefix, shown(name))} }

// shown is a name as one line.
func shown(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == utf8.RuneError {
			return '�'
		}
		return r
	}, name)
}
