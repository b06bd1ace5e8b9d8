package record

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"
)

// A computed figure says how: formula = "mau-2021 - mau-2020". Its terms are ids
// of derived_from and decimals, joined by + - * / and brackets; a minus sign has
// spaces around it, since ids have hyphens. It is worked out exactly, with ranges
// as intervals, and the figure's value must be the result, rounded: a figure that
// needs no evidence must at least be calculated right.

// formulaError says what is wrong with a formula, and at which byte of it.
type formulaError struct {
	offset int
	msg    string
}

func (e *formulaError) Error() string { return e.msg }

// calculation is a formula being read.
type calculation struct {
	src   string
	pos   int
	depth int
	value func(id string) (span, bool)
	used  []string
}

const (
	longestFormula = 500 // bytes
	deepestFormula = 20  // brackets in brackets
)

// calculate works out a formula. value gives the inputs; used lists those that
// stand in the formula.
func calculate(formula string, value func(id string) (span, bool)) (result span, used []string, err error) {
	c := &calculation{src: formula, value: value}
	if len(formula) > longestFormula {
		return span{}, nil, &formulaError{0, fmt.Sprintf("a formula has at most %d characters", longestFormula)}
	}
	result, err = c.sum()
	if err == nil && c.peek() != "" {
		err = c.fault("nothing should follow here")
	}
	return result, c.used, err
}

func (c *calculation) sum() (span, error) {
	left, err := c.product()
	for err == nil {
		op := c.peek()
		if op != "+" && op != "-" {
			return left, nil
		}
		c.pos += len(op)
		var right span
		if right, err = c.product(); err != nil {
			break
		}
		if op == "-" {
			right = span{new(big.Rat).Neg(right.high), new(big.Rat).Neg(right.low)}
		}
		left = span{new(big.Rat).Add(left.low, right.low), new(big.Rat).Add(left.high, right.high)}
	}
	return left, err
}

func (c *calculation) product() (span, error) {
	left, err := c.term()
	for err == nil {
		op := c.peek()
		if op != "*" && op != "/" {
			return left, nil
		}
		c.pos += len(op)
		at := c.pos
		var right span
		if right, err = c.term(); err != nil {
			break
		}
		if op == "/" {
			if right.low.Sign() <= 0 && right.high.Sign() >= 0 {
				return left, &formulaError{at, "this would divide by zero"}
			}
			right = span{new(big.Rat).Inv(right.high), new(big.Rat).Inv(right.low)}
		}
		left = times(left, right)
	}
	return left, err
}

func times(a, b span) span {
	var ends []*big.Rat
	for _, x := range []*big.Rat{a.low, a.high} {
		for _, y := range []*big.Rat{b.low, b.high} {
			ends = append(ends, new(big.Rat).Mul(x, y))
		}
	}
	return span{slices.MinFunc(ends, (*big.Rat).Cmp), slices.MaxFunc(ends, (*big.Rat).Cmp)}
}

func (c *calculation) term() (span, error) {
	token := c.peek()
	at := c.pos
	switch {
	case token == "(":
		if c.depth++; c.depth > deepestFormula {
			return span{}, c.fault("too many brackets")
		}
		c.pos++
		inner, err := c.sum()
		if err == nil && c.peek() != ")" {
			err = c.fault("a bracket is not closed")
		}
		c.pos++
		c.depth--
		return inner, err
	case token == "" || strings.Contains("+-*/)", token):
		return span{}, c.fault("a number or the id of a figure is missing")
	}
	c.pos += len(token)
	if v, ok := c.value(token); ok {
		c.used = append(c.used, token)
		return v, nil
	}
	if notDecimal(token) == "" {
		n, _ := new(big.Rat).SetString(token)
		return span{n, n}, nil
	}
	return span{}, &formulaError{at, fmt.Sprintf("%q is neither a number nor in derived_from", token)}
}

// peek returns the next token without taking it; "" at the end.
func (c *calculation) peek() string {
	for c.pos < len(c.src) && (c.src[c.pos] == ' ' || c.src[c.pos] == '\t') {
		c.pos++
	}
	rest := c.src[c.pos:]
	if rest == "" {
		return ""
	}
	n := 0
	for n < len(rest) && strings.IndexByte(idLetters+".", rest[n]) >= 0 {
		n++
	}
	if n == 0 {
		_, n = utf8.DecodeRuneInString(rest)
	}
	return rest[:n]
}

func (c *calculation) fault(msg string) error { return &formulaError{min(c.pos, len(c.src)), msg} }
