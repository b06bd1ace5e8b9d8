package disk

import (
	"bytes"
	"errors"
	"io/fs"
	"math"
	"path"
)

// A plan follows from what was read. Between reading and writing somebody may
// save one of the files: a plan that says what it expects does not write over
// that, but fails with a [ChangedError].
//
// Looking at the file just before it is renamed leaves a moment in which a save
// is lost. Where the system can exchange two files in one step, the file that
// was there is looked at afterwards, and put back if it is not the one that the
// plan was made for.

// Expect plans that name, before it is written or deleted, holds data, which is
// nil if there is no such file. Called more than once, it allows for each.
func (p *Plan) Expect(name string, data []byte) {
	if p.expects == nil {
		p.expects = map[string][][]byte{}
	}
	p.expects[name] = append(p.expects[name], data)
}

// ChangedError says that a file is not what the plan expects: somebody saved it
// since it was read. Plan again.
type ChangedError struct{ Name string }

func (e *ChangedError) Error() string { return e.Name + " was changed meanwhile" }

// expected reports whether a plan for name was made for data, nil for no file.
func (p *Plan) expected(name string, data []byte) bool {
	allowed, some := p.expects[name]
	for _, want := range allowed {
		if (data == nil) == (want == nil) && bytes.Equal(data, want) {
			return true
		}
	}
	return !some
}

// check looks at a file before it is replaced.
func (f *Folder) check(p *Plan, name string) error {
	if p.expects[name] == nil {
		return nil
	}
	data, err := f.content(name)
	if err != nil {
		return err
	}
	if !p.expected(name, data) {
		return &ChangedError{name}
	}
	return nil
}

// content returns what a file holds, nil if there is none.
func (f *Folder) content(name string) ([]byte, error) {
	dir, err := f.dir(path.Dir(name))
	if err != nil {
		return nil, err
	}
	if fd, err := f.handle(path.Dir(name)); err == nil {
		if data, ok := contents(fd, path.Base(name), math.MaxInt32); ok {
			return data, nil
		}
	}
	data, err := dir.ReadFile(path.Base(name))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if data == nil && err == nil {
		data = []byte{}
	}
	return data, err
}

// rename puts a temporary file in its place. The file that was there may stand under
// the temporary name then.
func (f *Folder) rename(p *Plan, tmp, name string, data []byte) error {
	if err := f.check(p, name); err != nil {
		return err
	}
	if p.expects[name] == nil {
		return f.root.Rename(tmp, name)
	}
	err := f.exchange(p, tmp, name, data)
	if errors.Is(err, errNoExchange) {
		return f.root.Rename(tmp, name)
	}
	return err
}

// exchange swaps the files and looks at the one that was there.
func (f *Folder) exchange(p *Plan, tmp, name string, data []byte) error {
	if p.expected(name, nil) {
		switch err := placeWithin(f, tmp, name); {
		case err == nil || errors.Is(err, errNoExchange):
			return err
		case !errors.Is(err, fs.ErrExist):
			return err
		}
	}
	if err := exchangeWithin(f, tmp, name); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return &ChangedError{name} // somebody deleted it
		}
		return err
	}
	was, err := f.content(tmp)
	if err != nil {
		return err
	}
	if p.expected(name, was) || bytes.Equal(was, data) {
		return nil
	}
	// Somebody saved. Theirs goes back, and if another save came in between, that
	// one, until the temporary file is ours again.
	for !bytes.Equal(was, data) {
		if err := exchangeWithin(f, tmp, name); err != nil {
			return err
		}
		if was, err = f.content(tmp); err != nil {
			return err
		}
	}
	return &ChangedError{name}
}
