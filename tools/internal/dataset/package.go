package dataset

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"
)

// The description of the tables: a Data Package in version 2.0
// (datapackage.org/standard), with the hash and the size of every file, so that
// a copy can be checked, and with every reference between the tables.

type dataPackage struct {
	Schema      string         `json:"$schema"`
	Name        string         `json:"name"`
	ID          string         `json:"id,omitempty"`
	Title       string         `json:"title"`
	Description string         `json:"description,omitempty"`
	Homepage    string         `json:"homepage,omitempty"`
	Version     string         `json:"version"`
	Created     string         `json:"created"`
	Licenses    []license      `json:"licenses,omitempty"`
	Resources   []dataResource `json:"resources"`
}

type license struct {
	Title string `json:"title,omitempty"`
	Path  string `json:"path,omitempty"`
}

type dataResource struct {
	Name        string      `json:"name"`
	Type        string      `json:"type"`
	Path        string      `json:"path"`
	Title       string      `json:"title"`
	Description string      `json:"description,omitempty"`
	Format      string      `json:"format"`
	MediaType   string      `json:"mediatype"`
	Encoding    string      `json:"encoding"`
	Bytes       int         `json:"bytes"`
	Hash        string      `json:"hash"`
	Schema      tableSchema `json:"schema"`
}

type tableSchema struct {
	Fields      []tableField `json:"fields"`
	PrimaryKey  []string     `json:"primaryKey"`
	ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
}

type tableField struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Format      string       `json:"format,omitempty"`
	Description string       `json:"description,omitempty"`
	Constraints *constraints `json:"constraints,omitempty"`
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Unique   bool     `json:"unique,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

type foreignKey struct {
	Fields    []string `json:"fields"`
	Reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	} `json:"reference"`
}

// descriptor writes datapackage.json.
func (d *Dossier) descriptor(tables []*table) []byte {
	settings := d.Project.Config.Settings
	p := dataPackage{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: settings.Slug, Title: d.Editions[0].Title,
		Description: d.Editions[0].Tagline, Homepage: d.BaseURL, Version: d.Date.UTC().Format(time.DateOnly),
		Created: d.Date.UTC().Format(time.RFC3339),
	}
	if settings.License.URL != "" {
		p.Licenses = []license{{Title: settings.License.Name, Path: settings.License.URL}}
	}
	for _, t := range tables {
		p.Resources = append(p.Resources, t.resource())
	}
	return encode(p)
}

func (t *table) resource() dataResource {
	data := t.csv()
	sum := sha256.Sum256(data)
	r := dataResource{
		Name: t.name, Type: "table", Path: t.file(), Title: t.title, Description: t.description, Format: "csv", MediaType: "text/csv",
		Encoding: "utf-8", Bytes: len(data), Hash: "sha256:" + hex.EncodeToString(sum[:]), Schema: tableSchema{PrimaryKey: t.primary},
	}
	for _, c := range t.columns {
		r.Schema.Fields = append(r.Schema.Fields, t.field(c))
		if c.refers != "" {
			k := foreignKey{Fields: []string{c.name}}
			k.Reference.Resource, k.Reference.Fields = c.refers, []string{"id"}
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, k)
		}
	}
	return r
}

func (t *table) field(c column) tableField {
	f := tableField{Name: c.name, Type: c.kind, Description: c.description}
	switch c.kind {
	case code:
		f.Type = text
	case address:
		f.Type, f.Format = text, "uri"
	}
	if single := len(t.primary) == 1 && t.primary[0] == c.name; single || c.enum != nil {
		f.Constraints = &constraints{Required: single, Unique: single, Enum: c.enum}
	}
	return f
}

// encode writes JSON as a person can read it, without HTML's escapes.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(v) // of texts, numbers and lists only
	return b.Bytes()
}
