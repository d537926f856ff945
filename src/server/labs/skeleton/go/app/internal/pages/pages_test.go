package pages

import (
	"os"
	"path/filepath"
	"testing"
)

func TestShowsAPageInAFolder(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "kitchen"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "kitchen", "oven.md"), []byte("Hot."), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := Open(folder)
	if err != nil {
		t.Fatal(err)
	}
	if text, err := book.Text("kitchen/oven.md"); err != nil || text != "Hot." {
		t.Errorf("got %q and %v", text, err)
	}
}
