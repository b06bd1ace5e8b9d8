package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dossier/tools/internal/bundle"
	"dossier/tools/internal/diag"
	"dossier/tools/internal/project"
)

const bundleLong = `bundle makes the site in public/ into files that work without a network:

  dossier-SLUG.zip        the whole site in every language, for a computer
  dossier-SLUG.LANG.html  one language as one file, for a phone or a mail
  dossier-SLUG.LANG.epub  one language as a book, for a reader
  SHA256SUMS              their checksums, as sha256sum checks them

It is made from the site that build has made: run build first. The same site makes
the same bytes. With DOSSIER_SIGN_KEY, the file of a secret key of minisign (and
DOSSIER_SIGN_PASSWORD, if it has one), the list of checksums is signed too.

--verify checks a file, or all of a folder, against the SHA256SUMS beside it, and
with --key against its signature.`

// bundleOptions are the flags of bundle.
type bundleOptions struct {
	out, site, baseURL string
	verify, key        string
}

func (a *app) bundleCommand() *cobra.Command {
	var o bundleOptions
	cmd := &cobra.Command{
		Use: "bundle", Short: "the site to take along: zip, one file, EPUB, in dist/", Long: bundleLong,
		Example: "  dossier build && dossier bundle\n  dossier bundle --out /srv/www/download\n  dossier bundle --verify dist/dossier-tiktok.zip\n  dossier bundle --verify dist --key minisign.pub",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if o.verify != "" {
				return a.verifyBundle(o)
			}
			return a.bundle(cmd.Context(), o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.out, "out", "", "folder of the bundle (default: dist/ in the dossier's folder)")
	f.StringVar(&o.site, "site", "", "folder of the built site (default: public/ in the dossier's folder)")
	f.StringVar(&o.baseURL, "base-url", "", "where the site is published, as given to build (default: baseURL of config.toml)")
	f.StringVar(&o.verify, "verify", "", "check this file, or the files of this folder, instead of making any")
	f.StringVar(&o.key, "key", "", "with --verify: the publisher's public key, or a file that holds it")
	return cmd
}

func (a *app) bundle(ctx context.Context, o bundleOptions) error {
	start := time.Now()
	unlock, err := a.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	p, findings := a.load()
	if p == nil {
		a.print(findings)
		return a.verdict(findings)
	}
	site, out := cmp.Or(o.site, filepath.Join(a.dir, "public")), cmp.Or(o.out, filepath.Join(a.dir, "dist"))
	if !exists(site) {
		a.print(diag.List{diag.Errorf(diag.Pos{File: filepath.ToSlash(site)}, "bundle-site", "there is no site to bundle").
			WithHint("dossier build makes it")})
		return exit(1)
	}
	key, err := signingKey()
	if err != nil {
		a.print(diag.List{diag.Errorf(diag.Pos{}, "bundle-key", "%v", err).WithHint("DOSSIER_SIGN_KEY names the file of a secret key, DOSSIER_SIGN_PASSWORD its password")})
		return exit(1)
	}
	options := a.bundleOf(p, os.DirFS(site), cmp.Or(o.baseURL, p.Config.BaseURL))
	options.Prefix, options.Key = shownFolder(o.site, "public"), key
	files, findings, err := bundle.Make(ctx, options, out)
	a.progress("")
	a.print(findings)
	switch {
	case errors.Is(err, context.Canceled):
		a.say("stopped; nothing was written")
		return exit(1)
	case err != nil:
		return a.fail(err)
	case findings.HasErrors():
		a.say(diag.Summary(findings.Sorted()) + "; no bundle was made")
		return exit(1)
	}
	for _, f := range files {
		a.say(fmt.Sprintf("%10s  %s", bundle.Sizes(f.Size), filepath.Join(out, f.Name)))
	}
	a.say(fmt.Sprintf("bundled %s in %.1f s", options.Prefix, time.Since(start).Seconds()))
	return nil
}

// bundleOf is what a bundle says of a dossier.
func (a *app) bundleOf(p *project.Project, site fs.FS, baseURL string) bundle.Options {
	s := p.Config.Settings
	o := bundle.Options{
		Site: site, BaseURL: baseURL, Slug: s.Slug, Date: buildDate(a.dir),
		Publisher: cmp.Or(s.Imprint.Responsible, s.Imprint.Name), License: s.License.URL,
		Online: []string{downloads},
		Progress: func(done, all int, what string) {
			if all == 0 {
				a.progress("bundling: " + what + " …")
			} else if done%50 == 0 || done == all {
				a.progress(fmt.Sprintf("bundling: %s, %d of %d files …", what, done, all))
			}
		},
	}
	for _, l := range p.Config.Languages {
		o.Online = append(o.Online, l.Tag+"/"+offlinePage)
		o.Languages = append(o.Languages, bundle.Language{Tag: l.Tag, Label: l.Label, Title: l.Title, Subtitle: l.Tagline})
	}
	return o
}

// downloads is the folder of the site that offers the bundles; no bundle holds it.
const downloads = "download"

// offlinePage is the page in each language that offers them; no bundle holds it,
// because it says what the bundle's checksum is.
const offlinePage = "offline"

func signingKey() (*bundle.Key, error) {
	file := os.Getenv("DOSSIER_SIGN_KEY")
	if file == "" {
		return nil, nil
	}
	return bundle.ReadKey(file, os.Getenv("DOSSIER_SIGN_PASSWORD"))
}

func (a *app) verifyBundle(o bundleOptions) error {
	var key *bundle.PublicKey
	if o.key != "" {
		k, err := bundle.ReadPublicKey(o.key)
		if err != nil {
			return fmt.Errorf("--key: %w", err)
		}
		key = k
	}
	files, findings, err := bundle.Verify(o.verify, key)
	if errors.Is(err, fs.ErrNotExist) {
		a.print(diag.List{diag.Errorf(diag.Pos{File: filepath.ToSlash(o.verify)}, "bundle-missing", "no such file or folder")})
		return exit(1)
	}
	if err != nil {
		return a.fail(err)
	}
	a.print(findings)
	if findings.HasErrors() {
		return exit(1)
	}
	for _, f := range files {
		a.say(f.Name + ": as published")
	}
	if key != nil {
		a.say("signed with the given key")
	}
	return nil
}

// shownFolder is a folder as the user knows it.
func shownFolder(given, fallback string) string {
	if given == "" {
		return fallback
	}
	return filepath.ToSlash(given)
}
