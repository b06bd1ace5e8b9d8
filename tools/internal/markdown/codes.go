package markdown

import (
	"cmp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
)

// Code is a part of a text that is no words: a placeholder, or one end of what
// encloses words, such as the "[" and the "](fig:id)" of a link.
type Code struct {
	Span
	Pair  int  // shared by the two ends, from 1; 0 if it stands alone
	Close bool // the second end
}

// Codes returns the codes of a text in the order in which they stand. They do
// not overlap; between them are words, escapes and emphasis.
func Codes(text string) []Code {
	if bare(text) {
		return nil
	}
	in := parseText(text)
	var codes []Code
	pairs := 0
	in.walk(func(n ast.Node, entering bool) ast.WalkStatus {
		if !entering {
			return ast.WalkContinue
		}
		switch n.(type) {
		case *ast.Link, *ast.Image:
			r := in.ref(n)
			if r.TextStart >= r.TextEnd {
				codes = append(codes, Code{Span: Span{r.Start, r.End}})
				return ast.WalkSkipChildren
			}
			pairs++
			codes = append(codes, Code{Span{r.Start, r.TextStart}, pairs, false}, Code{Span{r.TextEnd, r.End}, pairs, true})
		case *ast.CodeSpan, *ast.AutoLink, *ast.RawHTML, *footnoteMarkNode:
			e := in.extent(n)
			codes = append(codes, Code{Span: Span{e.start, e.end}})
			return ast.WalkSkipChildren
		}
		return ast.WalkContinue
	})
	for _, m := range in.mask {
		codes = append(codes, Code{Span: m})
	}
	for at := 0; ; {
		i := strings.Index(text[at:], "\\\n")
		if i < 0 {
			break
		}
		codes = append(codes, Code{Span: Span{at + i, at + i + 2}})
		at += i + 2
	}
	return apart(codes)
}

// apart sorts codes and drops those that stand inside another, with both ends.
func apart(codes []Code) []Code {
	slices.SortStableFunc(codes, func(a, b Code) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End)) })
	end, dropped := 0, map[int]bool{}
	for _, c := range codes {
		if c.Start < end || c.Len() <= 0 {
			dropped[c.Pair] = true
			continue
		}
		end = c.End
	}
	end = 0
	return slices.DeleteFunc(codes, func(c Code) bool {
		if c.Start < end || c.Len() <= 0 || c.Pair > 0 && dropped[c.Pair] {
			return true
		}
		end = c.End
		return false
	})
}
