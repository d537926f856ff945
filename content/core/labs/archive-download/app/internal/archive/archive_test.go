package archive

import (
	"os"
	"path/filepath"
	"testing"
)

func TestLocate(t *testing.T) {
	files, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]string{
		"plans/stand.pdf":       "rooms/acme/plans/stand.pdf",
		"order%20of%20work.txt": "rooms/acme/order of work.txt",
		"/shared/hall-3.txt":    "shared/hall-3.txt",
	}
	for name, want := range cases {
		path := filepath.Join(files.folder, want)
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o640); err != nil {
			t.Fatal(err)
		}
		got, err := files.Locate("acme", name)
		if err != nil || got != path {
			t.Errorf("Locate(%q) = %q, %v", name, got, err)
		}
	}
}

func TestLocateRefusesStepsUpward(t *testing.T) {
	files, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := files.Locate("acme", "../other/offer.pdf"); err != ErrName {
		t.Errorf("got %v", err)
	}
}
