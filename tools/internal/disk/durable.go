package disk

import (
	"errors"
	"os"
	"path"
	"slices"
)

// A durable plan is safe from a loss of power too: a file is on the disk before its
// name says so. Waiting for the disk is most of what that takes, and the disk
// settles many files in hardly more time than one. So the files of plans that follow
// each other are all written beside, on their way to the disk as soon as they are
// written, then waited for, and only then renamed, one after the other.
const (
	together = 256 // files that are open at a time
	flushers = 16  // flushes that wait at a time
)

// A draft is a file that is written beside, to be renamed into place.
type draft struct {
	name  string
	data  []byte
	found bool     // as no earlier plan touches it
	tmp   string   // empty if the file is what it should be
	file  *os.File // until it is flushed
}

// applyDurably carries out durable plans.
func (f *Folder) applyDurably(plans []*Plan) (Result, error) {
	drafts := draftsOf(plans)
	err := f.prepare(slices.Concat(drafts...))
	var all Result
	for i, plan := range plans {
		var r Result
		if r.Written, err = f.placeAll(plan, drafts[i], err); err == nil {
			r.Deleted, err = f.delete(plan)
		}
		all.Add(r)
	}
	return all, err
}

// draftsOf lists what each plan writes, in its order.
func draftsOf(plans []*Plan) [][]*draft {
	drafts, touched := make([][]*draft, len(plans)), map[string]bool{}
	for i, plan := range plans {
		names := plan.inOrder()
		for _, name := range names {
			drafts[i] = append(drafts[i], &draft{name: name, data: plan.writes[name], found: !touched[name]})
		}
		for _, name := range slices.Concat(names, plan.Deletes()) {
			touched[name] = true
		}
	}
	return drafts
}

// prepare writes drafts beside, and returns when the disk has them.
func (f *Folder) prepare(drafts []*draft) error {
	for some := range slices.Chunk(drafts, together) {
		err := each(writers, len(some), func(i int) error { return f.draft(some[i]) })
		if err == nil {
			err = each(flushers, len(some), func(i int) error { return some[i].close(true) })
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// draft writes a file beside, unless it is what it should be, which can only be told
// of one that is as it was found.
func (f *Folder) draft(d *draft) error {
	dir, err := f.dir(path.Dir(d.name))
	if err != nil {
		return err
	}
	base := path.Base(d.name)
	if info, err := dir.Lstat(base); d.found && err == nil && same(dir, base, info, d.data) {
		return nil
	}
	if d.tmp, d.file, err = f.beside(d.data); err == nil {
		startFlush(d.file)
	}
	return err
}

// close closes the file of a draft, flushed or not.
func (d *draft) close(flush bool) (err error) {
	if d.file == nil {
		return nil
	}
	if flush {
		err = d.file.Sync()
	}
	err = errors.Join(err, d.file.Close())
	d.file = nil
	return err
}

// placeAll renames the drafts of a plan into place and returns the names of those
// that it did. After the first failure, or if something failed before, it renames
// none. What is left under the temporary names goes.
func (f *Folder) placeAll(p *Plan, drafts []*draft, err error) ([]string, error) {
	var written []string
	for _, d := range drafts {
		if d.tmp == "" || err != nil {
			continue
		}
		if err = f.rename(p, d.tmp, d.name, d.data); err == nil {
			written = append(written, d.name)
		}
	}
	_ = each(writers, len(drafts), func(i int) error { f.tidy(drafts[i]); return nil })
	slices.Sort(written)
	return written, err
}

// tidy removes what is left of a draft: itself, or the file whose place it took.
func (f *Folder) tidy(d *draft) {
	_ = d.close(false)
	if d.tmp != "" {
		_ = f.remove(d.tmp)
	}
}
