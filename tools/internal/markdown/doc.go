// Package markdown knows what a page is made of: front matter, blocks, and the
// units of text that a translator works on.
//
// # Bytes, not trees
//
// A page is parsed to find out where its texts are, never to be written again
// from a tree: every renderer of Markdown reformats. A [Unit] holds the byte
// ranges of its text in the source, and [Page.Rewrite] copies the source and
// puts new text into those ranges. What is not replaced stays as the author
// wrote it, byte by byte: line ends, tabs, trailing blanks, odd list markers.
//
// # What a unit is
//
// A heading, a paragraph, a paragraph of a list item (or the text of a tight
// one), a table cell, a definition term, the alternative text and the title of
// an image that stands alone, and the title, summary and description of the
// front matter. A unit never crosses a block. These boundaries are final:
// translations are stored by them.
//
// The text of a unit is the source's, with two changes that make it one line
// wherever the author wrapped it: a soft line break is one space, and a hard
// one is a backslash and a newline, however it was written. Container markers
// (quotes, list indentation), task-list boxes and attribute blocks are not part
// of it. A paragraph of nothing but shortcodes or code is no unit.
//
// # One parser
//
// Blocks are found by goldmark, configured as Hugo configures it, so that what
// counts as a paragraph here is one on the site. Hugo takes shortcodes out
// before it parses and puts them back afterwards; here the same is done by
// parsing a copy in which each shortcode is a word of as many bytes. Positions
// are those of Lines(): the Pos of a goldmark block is not reliable (goldmark
// issue 604).
//
// # What would go missing
//
// Some text never reaches the site or never reaches a translator: raw HTML, a
// footnote nobody refers to, surplus cells of a table row, titles in link
// definitions, prose in shortcode parameters, text after an attribute block.
// None of it is passed over in silence: [Parse] returns a finding for each.
//
// # Texts on their own
//
// [Refs], [RewriteRefs], [Placeholders], [Carried], [Plain], [Words] and
// [InlineShape] work on the text of a unit, or of its translation, without the
// page around it.
package markdown

// Version counts the changes of what a unit is and how its text is written. When
// it grows, every text of a dossier may differ from the last sync without anybody
// having edited it; project then lets no translation become outdated by that.
const Version = 1
