package exchange

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// maxDepth is how deep elements may stand inside each other. No format of ours
// needs more than twenty.
const maxDepth = 64

// element is a part of a document that was read whole.
type element struct {
	name     string // without prefix
	space    string // the namespace
	attrs    []xml.Attr
	children []any // *element or string
	offset   int
}

// attr returns an attribute by its local name. Those of other namespaces are another
// program's: memoQ has a state of its own, mq:state.
func (e *element) attr(name string) string {
	for _, a := range e.attrs {
		if a.Name.Local == name && (a.Name.Space == "" || a.Name.Space == nsXML) {
			return a.Value
		}
	}
	return ""
}

// child returns the first child element with the name, or nil.
func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.elements(name) {
		return c
	}
	return nil
}

// elements returns the child elements with the name, but not another program's.
func (e *element) elements(name string) []*element {
	var out []*element
	for _, c := range e.children {
		if el, ok := c.(*element); ok && (name == "" || el.name == name) && e.kin(el) {
			out = append(out, el)
		}
	}
	return out
}

// nsXML is the namespace of xml:lang and xml:space.
const nsXML = "http://www.w3.org/XML/1998/namespace"

// kin reports whether a child is of the same format: of its namespace, or of a
// module of XLIFF 2.
func (e *element) kin(child *element) bool {
	return child.space == e.space || strings.HasPrefix(child.space, "urn:oasis:names:tc:xliff:")
}

// plain returns all text below an element.
func (e *element) plain() string {
	if e == nil {
		return ""
	}
	var b strings.Builder
	for _, c := range e.children {
		switch c := c.(type) {
		case string:
			b.WriteString(c)
		case *element:
			b.WriteString(c.plain())
		}
	}
	return b.String()
}

// xmlDecoder returns a decoder over the file, which is UTF-8 by now whatever it
// declares. It resolves no entities but the five of XML.
func (r *reader) xmlDecoder() *xml.Decoder {
	d := xml.NewDecoder(bytes.NewReader(r.src))
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	return d
}

// walkXML calls start for every element that begins. If start returns true, the
// element is read whole and given to whole; else its children are visited. Only
// one such element is in memory at a time.
func (r *reader) walkXML(start func(e *element) bool, whole func(e *element)) {
	d := r.xmlDecoder()
	depth := 0
	for !r.stopped {
		offset := int(d.InputOffset())
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			r.malformed(offset, err)
			return
		}
		switch t := t.(type) {
		case xml.Directive:
			if !r.harmless(offset, t) {
				return
			}
		case xml.EndElement:
			depth--
		case xml.StartElement:
			e := newElement(t, offset)
			if !start(e) {
				if depth++; depth > maxDepth {
					r.tooDeep(offset)
					return
				}
				continue
			}
			if !r.fill(d, e, depth+1) {
				return
			}
			whole(e)
		}
	}
}

// fill reads an element to its end.
func (r *reader) fill(d *xml.Decoder, root *element, depth int) bool {
	stack, n := []*element{root}, 0
	for len(stack) > 0 {
		offset := int(d.InputOffset())
		t, err := d.Token()
		if err != nil {
			r.malformed(offset, err)
			return false
		}
		top := stack[len(stack)-1]
		switch t := t.(type) {
		case xml.StartElement:
			if n++; n > maxElements {
				r.tooMuch(r.pos(offset), "elements in one text", maxElements)
				return false
			}
			e := newElement(t, offset)
			top.children = append(top.children, e)
			if stack = append(stack, e); depth+len(stack) > maxDepth {
				r.tooDeep(offset)
				return false
			}
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			top.children = append(top.children, string(t))
		}
	}
	return true
}

func newElement(t xml.StartElement, offset int) *element {
	return &element{name: t.Name.Local, space: t.Name.Space, attrs: t.Copy().Attr, offset: offset}
}

func (r *reader) tooDeep(offset int) {
	r.errorf(offset, "exchange-syntax", "elements stand more than %d deep inside each other", maxDepth)
}

func (r *reader) malformed(offset int, err error) {
	message := err.Error()
	var se *xml.SyntaxError
	if errors.As(err, &se) {
		message = se.Msg
	}
	f := r.errorf(offset, "exchange-syntax", "%s", strings.TrimPrefix(message, "XML syntax error on line "))
	switch {
	case strings.Contains(message, "entity"):
		f.hint("only &amp; &lt; &gt; &quot; &apos; and numbers are read; entities of a document type never")
	case strings.Contains(message, "EOF"):
		f.hint("the file ends too early; what stands before was read")
	default:
		f.hint("what stands before this place was read; save the file from its program again")
	}
}

// harmless refuses a document type that declares anything. One that only names
// a DTD, as TMX and TBX do, is passed over; the DTD is never fetched.
func (r *reader) harmless(offset int, directive []byte) bool {
	upper := bytes.ToUpper(directive)
	if bytes.HasPrefix(upper, []byte("DOCTYPE")) && !bytes.ContainsAny(directive, "[") {
		return true
	}
	r.errorf(offset, "exchange-entity", "the document type declares entities or elements").
		hint("no translation program writes that; a file that does can be an attack and is not read")
	return false
}

// detectXML tells the format by the root element.
func detectXML(src []byte) Format {
	r := &reader{src: src}
	d := r.xmlDecoder()
	for {
		t, err := d.RawToken()
		if err != nil {
			return ""
		}
		e, ok := t.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "xliff":
			for _, a := range e.Attr {
				if a.Name.Local == "version" && strings.HasPrefix(a.Value, "2") {
					return XLIFF2
				}
			}
			return XLIFF1
		case "tmx":
			return TMX
		case "martif", "tbx":
			return TBX
		}
		return ""
	}
}
