package main

import (
	"debug/elf"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"dossier/tools/internal/diag"
	"dossier/tools/internal/disk"
	"dossier/tools/internal/project"
)

// A sync leaves a [project.Ledger] for the next one, which by it finds that there is
// nothing to do, or the few pages where there is.

const syncedFile = disk.Work + "/synced"

// ledger reads what the last sync left, nil if that is of no use.
func (a *app) ledger() *project.Ledger {
	data, err := os.ReadFile(filepath.Join(a.dir, filepath.FromSlash(syncedFile)))
	if err != nil {
		return nil
	}
	return project.ReadLedger(data, programID())
}

// leave plans the file that the next sync looks at.
func leave(p *project.Project, sums project.Sums, findings diag.List, plans []*disk.Plan) *disk.Plan {
	plan := &disk.Plan{}
	plan.Write(syncedFile, p.Ledger(sums, findings, plans).Bytes(programID()))
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
