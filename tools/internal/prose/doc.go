// Package prose is what a text of the dossier says in numbers: the figures and
// dates of a unit in one language, which of them stand in links to records, and
// whether they say what the record says, or what the text says that they were
// translated from.
//
// A unit is read whole ([Read]), as a reader sees it, and its links are laid over
// what was found: in "von [54](fig:a) auf [271 Millionen](fig:b)" the magnitude of
// the first number stands in the second link. [Text.Tell] holds the words of a
// link against its figure, by the intervals of package quantity; [Compare] holds
// a translation against its source, by value and not by spelling, and names what
// it takes for a slip: a Milliarde that became a million, a point that became a
// comma.
//
// Languages that package quantity cannot read have no figures; then nothing can be
// said, and nothing is.
package prose
