// Package chart draws series of figures as SVG, for a page that loads nothing and
// styles nothing inline.
//
// Every length along an axis is a percentage, so that a drawing stretches to any
// width while its type keeps its size; only what surrounds a point (its mark, its
// label) is in pixels, in a nested svg that stands at the point. Colours, weights
// and the lines that say a status come from the site's style sheet, by class. So the
// same drawing is legible in dark, on paper, in forced colours and at 320 pixels,
// where labels for which there is no room (class "minor") give way to the table
// that every chart has beneath it.
//
// # What a mark says
//
//	filled dot          a count or measurement
//	hollow diamond      an estimate
//	hollow ring         a forecast
//	caret up, down      more than, less than
//	dotted bar, upright about: ten per cent either way
//	bar, upright        a range
//	bar, level          the date is a span: as long as what is not known
//
// A series of more than some fifty points is drawn dense: small marks, and labels for
// the first, the last, the lowest and the highest value only.
//
// The scale of values begins at zero and ends at a round number; the panels of one
// chart share the scale of time, so that they can be laid over one another. The
// package knows nothing of languages: words and printed numbers are given to it.
package chart
