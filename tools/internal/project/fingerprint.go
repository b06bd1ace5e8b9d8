package project

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"dossier/tools/internal/disk"
)

// Fingerprint is a hash of all that a sync depends on: the names and contents
// of the files of a dossier (images apart), and salt, which names the program.
// Dates of files play no part: git sets them as it likes.
func Fingerprint(files map[string][]byte, salt string) string {
	h := sha256.New()
	_, _ = io.WriteString(h, salt)
	for _, name := range sortedNames(files) {
		if !readable(name) {
			continue
		}
		sum := sha256.Sum256(files[name])
		_, _ = io.WriteString(h, "\x00"+name+"\x00")
		_, _ = h.Write(sum[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// After returns the files of a dossier as they are once plans have been applied.
func After(files map[string][]byte, plans ...*disk.Plan) map[string][]byte {
	after := make(map[string][]byte, len(files))
	for name, data := range files {
		after[name] = data
	}
	for _, plan := range plans {
		for _, name := range plan.Deletes() {
			delete(after, name)
		}
		for _, name := range plan.Names() {
			after[name], _ = plan.Get(name)
		}
	}
	return after
}
