// Package search makes the index of a built site, one for each language, and the
// script that asks it.
//
// # What a reader gets
//
// A result is a unit: a paragraph, a heading, a figure, an event, a source, with
// its page and its address. [Units] takes them from a page by what the templates
// say about their own markup:
//
//	data-search="paragraph"   this element, with its id, is one unit (also heading,
//	                          figure, event, source, term: the word is the unit's kind)
//	data-n="12"               the number that a result shows
//	data-search="off"         this element is no text of the page
//
// # How words meet
//
// German joins words and bends them, and people type them as their keyboard lets
// them. So a word of the index is folded (ä, ae and a are one; ß is ss) and loses
// its ending, and what a reader types is looked for inside the words, not only as
// a whole: "protokoll" is in "Änderungsprotokoll". Whether a place inside a word
// is a seam is decided by the vocabulary: what stands before it is a word of the
// site, with or without a joint ("s", "en"), or a prefix. Strong verbs and
// irregular plurals ([lang/de.forms.txt]) and the names of countries with what is
// derived from them ([lang/de.names.txt]) are led to each other when the index is
// made; endings that stand for each other ("Forum", "Foren") when it is asked. A
// compound is also looked for by its parts in one place. Only if nothing fits, words at a small distance are taken.
//
// The rules of a language are data ([lang/de.json]), read by the Go code that
// makes the index and, as part of it, by the script that asks it (query.js); a
// test holds that both do the same. A language without rules is searched by whole
// words and beginnings.
//
// # What is written
//
//	search/de.js      words and where they stand, about a third of the text's size
//	search/de-0.js …  the texts in order, some 64 kB each, loaded when a result is shown
//
// Both are classic scripts that push one value to the global dossierSearch: the
// only way that also works where a page was opened from a disk.
package search
