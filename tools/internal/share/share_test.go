package share

import (
	"bytes"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"
)

var cards = map[string]Card{
	"figure": {Dossier: "Das geteilte Netz", Sign: "A16", Large: "mehr als 150 Millionen", Status: "disputed", Label: "Monatlich aktive Nutzer in den USA", Aside: []string{"USA", "März 2023", "umstritten"}},
	"title":  {Dossier: "A Web Divided", Sign: "7", Large: "Cranes, ports and decoupling", Label: "How harbour cranes became a question of security."},
}

// The pictures are kept in testdata; DOSSIER_UPDATE=1 draws them anew: look at them.
func TestPictures(t *testing.T) {
	for name, c := range cards {
		got, ok := c.PNG()
		if !ok {
			t.Fatalf("%s: no picture", name)
		}
		file := filepath.Join("testdata", name+".png")
		if os.Getenv("DOSSIER_UPDATE") != "" {
			if err := os.WriteFile(file, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s differs from the kept picture (%v)", name, err)
		}
		again, _ := c.PNG()
		if !bytes.Equal(got, again) {
			t.Errorf("%s: two drawings differ", name)
		}
		if len(got) > 40_000 {
			t.Errorf("%s weighs %d bytes", name, len(got))
		}
	}
}

func TestSizeAndStatus(t *testing.T) {
	data, _ := cards["figure"].PNG()
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if b := picture.Bounds(); b.Dx() != Width || b.Dy() != Height {
		t.Errorf("the picture is %v", b)
	}
	green := 0
	for y := range Height {
		for x := range Width {
			if color.RGBAModel.Convert(picture.At(x, y)) == evidence {
				green++
			}
		}
	}
	if green < 1000 {
		t.Errorf("the status is %d pixels", green)
	}
}

func TestNamesFollowTheWords(t *testing.T) {
	a, b := cards["figure"], cards["figure"]
	b.Status = "stated"
	if a.Name() == b.Name() || a.Name() != cards["figure"].Name() {
		t.Error("the name does not follow what the card says")
	}
}

func TestOtherScriptsHaveNoPicture(t *testing.T) {
	if _, ok := (Card{Large: "十億"}).PNG(); ok {
		t.Error("letters that the font does not know were drawn")
	}
	if _, ok := (Card{Large: "Ελλάδα Москва"}).PNG(); !ok {
		t.Error("Greek and Cyrillic have no picture")
	}
}

func BenchmarkPNG(b *testing.B) {
	for b.Loop() {
		cards["figure"].PNG()
	}
}
