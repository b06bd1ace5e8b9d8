package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/disk"
	"dossier/tools/internal/links"
	"dossier/tools/internal/project"
	"dossier/tools/internal/record"
)

const sourcesCheckLong = `check asks the web for the address of each source and reports those that are dead
or have moved for good; of a dead one that is not archived yet it names a copy, if
the Internet Archive has one. It is polite: one request at a time to a host, with
a pause, few retries, conditional requests. It changes no record: look, and set
url_status or archive yourself. Exit status 1 if an address is dead.`

type sourcesCheckFlags struct {
	timeout, pause time.Duration
	archive        string
	json           bool
}

func (a *app) sourcesCheckCommand() *cobra.Command {
	var f sourcesCheckFlags
	cmd := &cobra.Command{
		Use: "check [ID…]", Short: "find dead and moved links (needs a network)", Long: sourcesCheckLong,
		Example: "  dossier sources check\n  dossier sources check wsj-2023-03-05 --json",
		RunE:    func(cmd *cobra.Command, args []string) error { return a.sourcesCheck(cmd.Context(), args, f) },
	}
	cmd.Flags().DurationVar(&f.timeout, "timeout", links.Defaults.Timeout, "how long to wait for an answer")
	cmd.Flags().DurationVar(&f.pause, "pause", links.Defaults.Pause, "how long to wait between requests to one host")
	cmd.Flags().StringVar(&f.archive, "archive-api", links.Wayback, `where to ask for archived copies; "" asks nowhere`)
	cmd.Flags().BoolVar(&f.json, "json", false, "one JSON object an address, on stdout")
	return cmd
}

// linksCache keeps what servers said, among the generated files.
const linksCache = disk.Work + "/links.json"

func (a *app) sourcesCheck(ctx context.Context, ids []string, f sourcesCheckFlags) error {
	p, findings := project.Load(a.dir)
	if p == nil || findings.HasErrors() {
		a.print(findings)
		return a.verdict(findings)
	}
	sources, err := withAddresses(p.Records, ids)
	if err != nil {
		return err
	}
	addresses := make([]string, len(sources))
	for i, s := range sources {
		addresses[i] = s.URL
	}
	data, _ := os.ReadFile(filepath.Join(a.dir, linksCache)) // none, or a broken one, is an empty one
	cache := links.ReadCache(data)
	o := links.Defaults
	o.Timeout, o.Pause, o.Archive = f.timeout, f.pause, f.archive
	n := 0
	o.Done = func(r links.Result) {
		n++
		a.progress(fmt.Sprintf("checking: %d of %d … %s", n, len(addresses), r.URL))
	}
	results := links.Check(ctx, addresses, cache, o)
	a.progress("")
	var plan disk.Plan
	plan.Write(linksCache, cache.Bytes())
	if _, err := a.apply(&plan); err != nil {
		return err
	}
	return a.linkReport(sources, results, f.json)
}

// withAddresses returns the sources that have one, all or the named ones.
func withAddresses(set *record.Set, ids []string) ([]*record.Source, error) {
	var list []*record.Source
	for _, id := range ids {
		s, ok := set.Source(id)
		if !ok {
			return nil, fmt.Errorf("no source %q", id)
		}
		list = append(list, s)
	}
	if len(ids) == 0 {
		list = set.Sources
	}
	var with []*record.Source
	for _, s := range list {
		if s.URL != "" {
			with = append(with, s)
		}
	}
	return with, nil
}

func (a *app) linkReport(sources []*record.Source, results []links.Result, asJSON bool) error {
	counts := map[links.State]int{}
	for i, r := range results {
		counts[r.State]++
		s := sources[i]
		if asJSON {
			line, _ := json.Marshal(struct {
				Source string `json:"source"`
				links.Result
			}{s.ID, r}) // of texts and numbers only
			fmt.Fprintf(a.stdout, "%s\n", line)
			continue
		}
		if r.State != links.Live {
			fmt.Fprintf(a.stdout, "%s: %s %s%s\n", s.At("URL"), r.State, s.ID, details(s, r))
		}
	}
	a.say(fmt.Sprintf("%d live, %d moved, %d dead, %d unclear", counts[links.Live], counts[links.Moved], counts[links.Dead], counts[links.Unclear]))
	if counts[links.Dead] > 0 {
		return exit(1)
	}
	return nil
}

// details say why, and what to write.
func details(s *record.Source, r links.Result) string {
	text := ""
	if r.Reason != "" {
		text = ": " + r.Reason
	}
	switch {
	case r.Location != "":
		text += "\n  URL = \"" + r.Location + "\""
	case r.State == links.Dead && s.Archive != nil:
		text += "\n  url_status = \"dead\"   # there is an archived copy"
	case r.Archived != "":
		text += "\n  url_status = \"dead\"\n  archive = { url = \"" + r.Archived + "\" }"
	case r.State == links.Dead:
		text += "\n  url_status = \"dead\"   # and no archived copy is known"
	}
	return text
}
