// Package project is one dossier on disk, loaded once: its configuration, its
// languages, its pages as units with ids, its records, and the catalogs of every
// language aligned with today's German.
//
// Loading reads and decides; it writes nothing. The ids that it gives are those
// that sync will write, so that a build says the same whether or not sync has
// run; [Project.Sync] says what sync would write.
package project

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"dossier/tools/internal/catalog"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/prose"
	"dossier/tools/internal/record"
)

// The folders of a dossier.
const (
	contentDir = "content"
	pagesDir   = "i18n/pages"
	recordsDir = "i18n/records"
	stateDir   = "i18n/state"
)

// ArchiveDir holds the kept texts of sources. They are somebody else's: no part
// of them is read into a project or published.
const ArchiveDir = contentDir + "/archive"

// PassagesFile is where the tool writes in which of them it found a quotation.
const PassagesFile = contentDir + "/passages.toml"

// Project is a dossier as loaded.
type Project struct {
	Root    string // folder on disk
	Config  Config
	Pages   []*Page // by weight, then name; the home page first
	Records *record.Set
	Texts   []*Texts          // translatable fields of the records, by kind
	Assets  map[string][]byte // files of content/ that are neither pages nor records: images

	Exemptions []*prose.Exemption // numbers that need no record

	files    map[string][]byte
	words    map[string][]byte        // files of interface words that a command changed
	late     map[string]german        // words that came home made from an earlier text, by file and id
	catalogs map[string]*catalog.File // by file name
	entries  map[string]map[string]*catalog.Entry
	memories map[string]*catalog.Memory // by state file name
	broken   map[string]bool            // catalogs with findings: not to be rewritten
	damaged  map[string]bool            // source catalogs that have to be found again
	german   map[string]string          // key: the German of the last sync
	split    map[string]string          // id of a unit: the unit that it was a part of
	left     map[string]map[string]bool // language, id: what has another id since its author gave it one
	units    *catalog.Memory            // state of all units
	whole    map[string]bool            // ids of units that others were split off
	messages map[string]located         // by key
	strays   []stray                    // files that goi18n merge wrote by mistake

	rivals []rival // translations beside those in entries

	rest   *rest // what is not loaded, of a part
	unsure bool  // a lost text was looked for in the pages that are loaded
}

// Load reads the dossier in dir. Findings that keep it from being read at all
// (no configuration, no content) come with a nil project.
func Load(dir string) (*Project, diag.List) {
	files, err := Read(dir)
	if err != nil {
		return nil, diag.List{readFailure(dir, err)}
	}
	return LoadFiles(dir, files)
}

// LoadFiles is Load with the files of the dossier as [Read] returned them.
func LoadFiles(dir string, files map[string][]byte) (*Project, diag.List) {
	return load(dir, files, nil)
}

func load(dir string, files map[string][]byte, rest *rest) (*Project, diag.List) {
	p := &Project{
		Root: dir, Assets: map[string][]byte{}, files: map[string][]byte{}, catalogs: map[string]*catalog.File{},
		entries: map[string]map[string]*catalog.Entry{}, memories: map[string]*catalog.Memory{},
		broken: map[string]bool{}, damaged: map[string]bool{}, german: map[string]string{}, split: map[string]string{}, left: map[string]map[string]bool{},
		rest: rest,
	}
	p.take(files)
	var findings diag.List
	config, ok := p.files[configFile]
	if !ok {
		findings.Add(diag.Errorf(diag.Pos{File: configFile}, "config-missing", "there is no config.toml in %s", filepath.Base(dir)).
			WithHint("a dossier's folder holds config.toml, content/ and i18n/; go there or name it with -C"))
		return nil, findings
	}
	var more diag.List
	p.Config, more = parseConfig(config)
	findings.Add(more...)
	if more.HasErrors() {
		return nil, findings
	}
	findings.Add(p.loadRecords()...)
	findings.Add(p.loadPages()...)
	findings.Add(p.loadExemptions()...)
	findings.Add(p.loadCatalogs()...)
	if len(p.Pages) == 0 && rest == nil && !findings.HasErrors() {
		findings.Add(diag.Errorf(diag.Pos{File: contentDir}, "content-missing", "there are no pages in content/").
			WithHint("write the first chapter, say content/aufstieg.md, beginning with +++, title = \"…\", +++"))
	}
	p.align()
	p.settle()
	findings.Add(p.checkIDs()...)
	findings.Add(p.checkNames()...)
	return p, findings
}

// Read returns every file that belongs to the dossier in dir, by its name there.
func Read(dir string) (map[string][]byte, error) { return read(dir, alien) }

// ReadTexts is Read without the images, which a sync has no use for.
func ReadTexts(dir string) (map[string][]byte, error) {
	return read(dir, func(name string) bool { return alien(name) || !strings.HasSuffix(name, "/") && !readable(name) })
}

func read(dir string, skip func(name string) bool) (map[string][]byte, error) {
	names := []string{configFile, contentDir, "i18n", "site/i18n"}
	for _, stray := range goi18nNames {
		found, _ := filepath.Glob(filepath.Join(dir, stray+".*.toml"))
		for _, name := range found {
			names = append(names, filepath.Base(name))
		}
	}
	return disk.Read(dir, disk.Selection{Skip: skip, Most: most}, names...)
}

func (p *Project) take(files map[string][]byte) {
	for name, data := range files {
		if readable(name) {
			p.files[name] = data
		} else {
			p.Assets[strings.TrimPrefix(name, contentDir+"/")] = data
		}
	}
}

// What a file of a dossier may have at most: a page, a catalog or records are read
// as a whole and kept in memory; so is an image, which may be larger.
const (
	mostText  = 16 << 20
	mostImage = 256 << 20
)

func most(name string) int64 {
	if readable(name) {
		return mostText
	}
	return mostImage
}

// alien reports whether a file, or a folder with a slash behind its name, is no
// part of the dossier: the archive, and beside the catalogs what is no catalog.
func alien(name string) bool {
	if strings.HasSuffix(name, "/") {
		return name == ArchiveDir+"/"
	}
	return !readable(name) && !strings.HasPrefix(name, contentDir+"/")
}

func readable(name string) bool {
	switch filepath.Ext(name) {
	case ".md", ".toml", ".jsonl":
		return true
	}
	return false
}

func readFailure(dir string, err error) diag.Finding {
	if errors.Is(err, fs.ErrNotExist) {
		return diag.Errorf(diag.Pos{File: dir}, "folder-missing", "no such folder").WithHint("name the dossier's folder with -C")
	}
	var large *disk.LargeError
	if errors.As(err, &large) {
		return diag.Errorf(diag.Pos{File: large.Name}, "file-large", "has %d MB; at most %d MB are read", large.Size>>20, large.Most>>20).
			WithHint("it may have got here by accident; divide it, or move it away")
	}
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return diag.Errorf(diag.Pos{File: filepath.ToSlash(pe.Path)}, "read", "cannot be read: %v", pe.Err)
	}
	return diag.Errorf(diag.Pos{}, "read", "%v", fmt.Errorf("cannot read the dossier: %w", err))
}

// Source returns the bytes of a file of the dossier as loaded.
func (p *Project) Source(name string) []byte { return p.files[name] }

// RecordFiles returns the files of records by name.
func (p *Project) RecordFiles() map[string][]byte {
	files := map[string][]byte{}
	for name, data := range p.files {
		if isRecords(name) {
			files[name] = data
		}
	}
	return files
}

// isRecords reports whether a file holds records.
func isRecords(name string) bool {
	return strings.HasPrefix(name, contentDir+"/") && path.Ext(name) == ".toml" && path.Base(name) != "exempt.toml"
}

// Targets returns the languages other than the source language.
func (p *Project) Targets() []Language { return p.Config.Languages[1:] }

// Language returns the source language.
func (p *Project) Language() Language { return p.Config.Languages[0] }
