package exchange

import (
	"errors"
	"strconv"
	"strings"
)

// expression reads what gettext allows in "plural=": the operators of C on whole
// numbers without a sign, and n.
type expression struct {
	rest  string
	depth int
	err   error
}

type value func(n uint64) (uint64, bool)

const (
	maxExpression = 4096 // bytes; the longest in use has 300
	maxBrackets   = 100  // brackets and conditions in one another
)

func parseExpression(s string) (value, error) {
	if len(s) > maxExpression {
		return nil, errors.New("is too long")
	}
	e := &expression{rest: s}
	v := e.choice()
	if e.space(); e.err == nil && e.rest != "" {
		e.fail()
	}
	return v, e.err
}

func (e *expression) fail() value {
	if e.err == nil {
		e.err = errors.New("cannot be read from " + strconv.Quote(excerpt(e.rest)) + " on")
	}
	e.rest = ""
	return func(uint64) (uint64, bool) { return 0, false }
}

func (e *expression) space() { e.rest = strings.TrimLeft(e.rest, " \t\\") }

// take takes an operator, if it comes next.
func (e *expression) take(operator string) bool {
	e.space()
	rest, ok := strings.CutPrefix(e.rest, operator)
	if ok {
		e.rest = rest
	}
	return ok
}

// choice is "a ? b : c".
func (e *expression) choice() value {
	if e.depth++; e.depth > maxBrackets {
		return e.fail()
	}
	defer func() { e.depth-- }()
	condition := e.binary(0)
	if !e.take("?") {
		return condition
	}
	yes := e.choice()
	if !e.take(":") {
		return e.fail()
	}
	no := e.choice()
	return func(n uint64) (uint64, bool) {
		c, ok := condition(n)
		switch {
		case !ok:
			return 0, false
		case c != 0:
			return yes(n)
		}
		return no(n)
	}
}

// operators are those between two values, the loosest first; of those that begin
// alike the longer one first.
var operators = [][]string{{"||"}, {"&&"}, {"==", "!="}, {"<=", ">=", "<", ">"}, {"+", "-"}, {"*", "/", "%"}}

func (e *expression) binary(level int) value {
	if level == len(operators) {
		return e.unary()
	}
	left := e.binary(level + 1)
next:
	for {
		for _, o := range operators[level] {
			if e.take(o) {
				left = operation(o, left, e.binary(level+1))
				continue next
			}
		}
		return left
	}
}

func operation(operator string, left, right value) value {
	return func(n uint64) (uint64, bool) {
		a, ok := left(n)
		switch {
		case !ok:
			return 0, false
		case operator == "||" && a != 0:
			return 1, true
		case operator == "&&" && a == 0:
			return 0, true
		}
		b, ok := right(n)
		if !ok || b == 0 && (operator == "/" || operator == "%") {
			return 0, false
		}
		return calculate(operator, a, b), true
	}
}

func calculate(operator string, a, b uint64) uint64 {
	truth := func(holds bool) uint64 {
		if holds {
			return 1
		}
		return 0
	}
	switch operator {
	case "||", "&&": // the left side has left it to the right one
		return truth(b != 0)
	case "==":
		return truth(a == b)
	case "!=":
		return truth(a != b)
	case "<=":
		return truth(a <= b)
	case ">=":
		return truth(a >= b)
	case "<":
		return truth(a < b)
	case ">":
		return truth(a > b)
	case "+":
		return a + b
	case "-":
		return a - b
	case "*":
		return a * b
	case "/":
		return a / b
	}
	return a % b
}

func (e *expression) unary() value {
	if e.depth++; e.depth > maxBrackets {
		return e.fail()
	}
	defer func() { e.depth-- }()
	switch {
	case e.take("!"):
		v := e.unary()
		return func(n uint64) (uint64, bool) {
			x, ok := v(n)
			if x == 0 {
				return 1, ok
			}
			return 0, ok
		}
	case e.take("("):
		v := e.choice()
		if !e.take(")") {
			return e.fail()
		}
		return v
	case e.take("n"):
		return func(n uint64) (uint64, bool) { return n, true }
	}
	digits := e.rest[:len(e.rest)-len(strings.TrimLeft(e.rest, "0123456789"))]
	number, err := strconv.ParseUint(digits, 10, 64)
	if err != nil {
		return e.fail()
	}
	e.rest = e.rest[len(digits):]
	return func(uint64) (uint64, bool) { return number, true }
}
