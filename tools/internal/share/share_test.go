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

var covers = map[string]Cover{
	"cover":      {Title: "Das geteilte Netz", Subtitle: "TikTok und die Spaltung des Internets", Foot: []string{"Ein Verlag", "dossier.example", "11.\u00a0März 2026"}},
	"cover-long": {Title: "Donaudampfschifffahrtsgesellschaft und andere Reedereien auf dem Weg nach Osten", Subtitle: "Ein Dossier über Häfen, Kräne, Frachten und die Frage, wem sie gehören, wer sie bezahlt hat und was davon wahr ist", Foot: []string{"dossier.example"}},
}

// The pictures are kept in testdata; DOSSIER_UPDATE=1 draws them anew: look at them.
func TestPictures(t *testing.T) {
	pictures := map[string]func() ([]byte, bool){}
	for name, c := range cards {
		pictures[name] = c.PNG
	}
	for name, c := range covers {
		pictures[name] = c.PNG
	}
	for name, draw := range pictures {
		got, ok := draw()
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
		again, _ := draw()
		if !bytes.Equal(got, again) {
			t.Errorf("%s: two drawings differ", name)
		}
		if len(got) > 50_000 {
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
