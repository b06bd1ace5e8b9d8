package main

import (
	"debug/elf"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

// A sync that finds everything as the last one left it has nothing to do. The
// last one leaves a hash of all that it read and wrote, with what it had to say,
// and the next one compares it with what it reads: contents, never dates.

const syncedFile = disk.Work + "/synced.json"

// synced is what a sync leaves for the next one.
type synced struct {
	Inputs   string    `json:"inputs"`
	Findings diag.List `json:"findings"`
}

// upToDate reports whether files are as a sync by this program left them, and
// what it said then.
func (a *app) upToDate(files map[string][]byte) (diag.List, bool) {
	data, err := os.ReadFile(filepath.Join(a.dir, filepath.FromSlash(syncedFile)))
	var s synced
	if err != nil || json.Unmarshal(data, &s) != nil {
		return nil, false
	}
	return s.Findings, s.Inputs == project.Fingerprint(files, programID())
}

// remember plans the file that the next sync looks at.
func remember(files map[string][]byte, findings diag.List) *disk.Plan {
	data, err := json.Marshal(synced{project.Fingerprint(files, programID()), findings})
	plan := &disk.Plan{}
	if err == nil {
		plan.Write(syncedFile, data)
	}
	return plan
}

// programID names this build of the program: another one may read the same files
// otherwise. Go writes an id into each binary; where it cannot be read, size and
// date of the program do.
func programID() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	if f, err := elf.Open(name); err == nil {
		defer f.Close()
		if s := f.Section(".note.go.buildid"); s != nil {
			if id, err := s.Data(); err == nil {
				return hex.EncodeToString(id)
			}
		}
	}
	info, err := os.Stat(name)
	if err != nil {
		return ""
	}
	return fmt.Sprint(info.Size(), info.ModTime().UnixNano())
}
