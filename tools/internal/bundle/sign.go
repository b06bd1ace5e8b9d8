package bundle

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"aead.dev/minisign"

	"dossier/tools/internal/diag"
)

// SignatureSuffix is what minisign appends to the name of what it signs.
const SignatureSuffix = ".minisig"

// Key signs lists of checksums, as minisign does.
type Key struct{ key minisign.PrivateKey }

// PublicKey checks what a Key has signed.
type PublicKey struct{ key minisign.PublicKey }

// ReadKey reads a secret key that "minisign -G" made; password is needed only if
// it was made with one.
func ReadKey(file, password string) (*Key, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	if minisign.IsEncrypted(data) {
		key, err := minisign.DecryptKey(password, data)
		if err != nil {
			return nil, fmt.Errorf("%s: the key cannot be opened: wrong password?", file)
		}
		return &Key{key}, nil
	}
	var key minisign.PrivateKey
	if err := key.UnmarshalText(data); err != nil {
		return nil, fmt.Errorf("%s: no secret key of minisign", file)
	}
	return &Key{key}, nil
}

// ReadPublicKey reads a public key from a file, or from the text of its second
// line, "RW…".
func ReadPublicKey(s string) (*PublicKey, error) {
	text := s
	if data, err := os.ReadFile(s); err == nil {
		text = string(data)
	}
	var key minisign.PublicKey
	if err := key.UnmarshalText([]byte(strings.TrimSpace(text))); err != nil {
		return nil, fmt.Errorf("%s: no public key of minisign, nor a file that holds one", s)
	}
	return &PublicKey{key}, nil
}

// sign returns the signature; it depends on nothing but its arguments.
func (k *Key) sign(data []byte, t time.Time) []byte {
	trusted := fmt.Sprintf("timestamp:%d\tfile:%s", t.Unix(), SumsName)
	public, _ := k.key.Public().(minisign.PublicKey)
	return minisign.SignWithComments(k.key, data, trusted, fmt.Sprintf("signature of a dossier's bundle, key %X", public.ID()))
}

// verifySignature checks the list's signature. Without a public key it says so:
// the list alone shows only that nothing broke on the way.
func verifySignature(dir string, list []byte, public *PublicKey) diag.List {
	name := filepath.Join(dir, SumsName+SignatureSuffix)
	pos := diag.Pos{File: filepath.ToSlash(name)}
	signature, err := os.ReadFile(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && public == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return diag.List{diag.Errorf(pos, "bundle-signature", "there is no signature to check with this key")}
	case err != nil:
		return diag.List{diag.Errorf(pos, "bundle-signature", "cannot be read: %v", err)}
	case public == nil:
		return diag.List{{Pos: pos, Severity: diag.Note, Code: "bundle-signature", Message: "the signature was not checked",
			Hint: "give the publisher's public key with --key to check who made the bundle"}}
	case !minisign.Verify(public.key, list, signature):
		return diag.List{diag.Errorf(pos, "bundle-signature", "the list of checksums was not signed with this key, or was changed since")}
	}
	return nil
}
