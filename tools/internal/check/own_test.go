package check

import (
	"net/url"
	"testing"
)

func TestASiteIsNotItsOwnSource(t *testing.T) {
	d := newDossier(t).change("config.toml", `https://hafen.example/`, `https://betrieb.example/`)
	d.expect(`content/records.toml:7:1: error[source-own]: the source "hafen-2022" is a page of this site`)
}

func TestWithin(t *testing.T) {
	base, err := url.Parse("https://dossier.example/tiktok/")
	if err != nil {
		t.Fatal(err)
	}
	for address, want := range map[string]bool{
		"https://dossier.example/tiktok/": true, "http://www.dossier.example/tiktok/de/x/#a": true, "https://dossier.example/tiktok": true,
		"https://dossier.example/": false, "https://dossier.example/tiktok2/": false, "https://other.example/tiktok/": false, "": false,
	} {
		if got := within(address, base); got != want {
			t.Errorf("%q: %v", address, got)
		}
	}
}
