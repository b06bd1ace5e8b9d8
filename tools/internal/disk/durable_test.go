package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func holds(t *testing.T, dir string, want map[string]string) {
	t.Helper()
	for name, text := range want {
		switch data, err := os.ReadFile(filepath.Join(dir, name)); {
		case text == "" && err == nil:
			t.Errorf("%s holds %q, and should be gone", name, data)
		case text != "" && string(data) != text:
			t.Errorf("%s holds %q (%v), want %q", name, data, err, text)
		}
	}
	if left, _ := os.ReadDir(filepath.Join(dir, scratch)); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// Plans are flushed together and still follow one another: what the second one finds
// is what the first one left.
func TestDurablePlansFollowOneAnother(t *testing.T) {
	f, dir := open(t)
	before := Plan{}
	for _, name := range []string{"there and back", "gone and back", "stays"} {
		before.Write(name, []byte("old"))
	}
	apply(t, f, &before)

	first, second := &Plan{Durable: true}, &Plan{Durable: true}
	first.Write("there and back", []byte("new"))
	second.Write("there and back", []byte("old"))
	second.Expect("there and back", []byte("new"))
	first.Delete("gone and back")
	second.Write("gone and back", []byte("old"))
	first.Write("comes and goes", []byte("new"))
	second.Delete("comes and goes")
	first.Write("stays", []byte("old"))
	r, err := f.Apply(first, second)
	if err != nil {
		t.Fatal(err)
	}
	if want := (Result{Written: []string{"gone and back", "there and back"}, Deleted: []string{"comes and goes"}}); !cmp.Equal(r, want) {
		t.Errorf("it says %v, want %v", r, want)
	}
	holds(t, dir, map[string]string{"there and back": "old", "gone and back": "old", "comes and goes": "", "stays": "old"})
}

// Where one plan fails, those before it are done, the rest of it and those after it
// are not, and no temporary file stays.
func TestAFailureEndsDurablePlans(t *testing.T) {
	f, dir := open(t)
	before := Plan{}
	before.Write("b", []byte("saved meanwhile"))
	apply(t, f, &before)

	plans := make([]*Plan, 3)
	for i, name := range []string{"a", "b", "c"} {
		plans[i] = &Plan{Durable: true}
		plans[i].Write(name, []byte("planned"))
		plans[i].Write(name+" too", []byte("planned"))
		plans[i].Expect(name, nil)
	}
	var changed *ChangedError
	r, err := f.Apply(plans...)
	if !errors.As(err, &changed) || changed.Name != "b" {
		t.Errorf("it failed with %v", err)
	}
	if want := (Result{Written: []string{"a", "a too"}}); !cmp.Equal(r, want) {
		t.Errorf("it says %v, want %v", r, want)
	}
	holds(t, dir, map[string]string{"a": "planned", "a too": "planned", "b": "saved meanwhile", "b too": "", "c": "", "c too": ""})
}

// A file that cannot be written is found before any other is replaced.
func TestNothingIsReplacedUnlessAllIsWritten(t *testing.T) {
	f, dir := open(t)
	p := &Plan{Durable: true}
	for i := range together + 3 {
		p.Write(fmt.Sprint(i), []byte("new"))
	}
	p.Write("../outside", []byte("new"))
	if _, err := f.Apply(p); err == nil {
		t.Error("a file outside was written")
	}
	holds(t, dir, map[string]string{"0": "", fmt.Sprint(together + 2): ""})
}
