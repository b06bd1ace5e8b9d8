package main

import (
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"dossier/tools/internal/edtf"
)

// buildDate is the date that the site names as its own: SOURCE_DATE_EPOCH, else
// that of the HEAD commit, else edtf.Undated. Never the clock: the same commit makes
// the same bytes.
func buildDate(dir string) time.Time {
	if t, ok := epoch(os.Getenv("SOURCE_DATE_EPOCH")); ok {
		return t
	}
	cmd := exec.Command("git", "log", "-1", "--format=%ct")
	cmd.Dir = dir
	if out, err := cmd.Output(); err == nil {
		if t, ok := epoch(strings.TrimSpace(string(out))); ok {
			return t
		}
	}
	return edtf.Undated
}

// epoch reads seconds since 1970 (reproducible-builds.org, SOURCE_DATE_EPOCH).
func epoch(s string) (time.Time, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	return time.Unix(n, 0).UTC(), err == nil && n >= 0
}
