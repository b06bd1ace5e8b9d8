package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"dossier/tools/internal/account"
	"dossier/tools/internal/project"
)

// scanDossier lists the numbers of a dossier's prose that nothing accounts for.
func (a *app) scanDossier(f scanFlags) error {
	if _, err := os.Stat(filepath.Join(a.dir, "config.toml")); err != nil {
		return errNoDossier
	}
	p, findings := project.Load(a.dir)
	if p == nil {
		a.print(findings)
		return a.verdict(findings)
	}
	book := account.Of(p)
	n := 0
	for _, figure := range book.Figures {
		if figure.State != account.Unbound {
			continue
		}
		n++
		pos := figure.Pos(book.Texts)
		if f.json {
			line, _ := json.Marshal(unbound{pos.File, pos.Line, pos.Col, figure.Page.Units[figure.Unit].ID, figure.Words, figure.Stub()}) // of texts and numbers
			fmt.Fprintf(a.stdout, "%s\n", line)
			continue
		}
		fmt.Fprintf(a.stdout, "# %s: %s\n#   in the text: [%s](fig:%s)\n%s\n", pos, figure.Words, figure.Words, figure.StubID(), figure.Stub())
	}
	a.say(fmt.Sprintf("%d numbers in the prose, %d without a record", len(book.Figures), n))
	return nil
}

// unbound is one object of --json for a dossier.
type unbound struct {
	File  string `json:"file"`
	Line  int    `json:"line"`
	Col   int    `json:"col"`
	Unit  string `json:"unit"`
	Words string `json:"words"`
	Stub  string `json:"stub"`
}
