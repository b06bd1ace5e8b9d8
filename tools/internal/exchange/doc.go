// Package exchange writes and reads the files in which translations travel: PO,
// XLIFF 1.2 and 2.x, TMX 1.4b, TBX and CSV. It knows nothing of a dossier on
// disk; it works on a [Document] of [Unit]s.
//
// # Lossless
//
// What a format has a place for goes there, so that the translator's program
// understands it: the id as msgctxt or resname, an outdated translation as
// fuzzy or needs-adaptation with the earlier source beside it, the translator's
// own comments as such. What it has no place for goes into generated notes
// (note.go), which programs show and keep. [Write] followed by [Read] gives the
// same units back, in every format; in TBX, which is for glossaries, the same
// terms.
//
// Links to records, code, shortcodes and hard breaks are inline codes in XLIFF
// (code.go): a program shows them as one thing that can be moved but not
// damaged. Each carries its own Markdown, so that it is restored byte for byte
// without a look at the source. In PO, TMX and CSV the text is Markdown.
//
// A word of the interface has plural forms. In PO they are one message as gettext
// has it (poplural.go), with CLDR's rules in its header; a file that counts in its
// own way is read by what its header does (pluralforms.go), and one from before,
// with a message a form, as ever. The other formats have a unit a form: XLIFF 1.2
// and CSV have no idea of plurals, and the module that XLIFF 2.2 has for them hardly
// a program knows.
//
// # Coming home
//
// [Merge] compares a file that came back with the document as it would be
// exported today, unit by unit and by id alone. What a translation was made
// from is the source that came back with it, not today's: a translation that
// took three weeks comes home as outdated, not as wrong. A fingerprint of what
// the translator was given (Unit.Base) tells a text that was changed here
// meanwhile from one that was changed there.
//
// # Foreign bytes
//
// Files come by mail, from programs and people we do not know. Nothing is read
// beyond [MaxSize]; archives, external entities and entity declarations are
// refused; encodings are decoded as declared, or as what they can only be, with
// a warning. Whatever is not understood is a finding with its place, never left
// out in silence. The codes:
//
//	exchange-format      error    no format of ours, or an archive
//	exchange-size        error    larger than MaxSize
//	exchange-encoding    error    neither UTF-8 nor what it declares; a warning where it was guessed
//	exchange-syntax      error    not well-formed
//	exchange-entity      error    a document type that declares entities
//	exchange-language    error    no target language, or two of them
//	exchange-id          error    a unit without an id
//	exchange-duplicate   error    two units with one id
//	exchange-code        error    an inline code that cannot be turned back into Markdown
//	exchange-character   error    a text that the format cannot hold
//	exchange-plural      error    plural forms of a PO that do not fit its header, or its header the language;
//	                              a warning for one that no number takes
//	import-…                      see [Merge]
package exchange
