// Package pages reads the pages, which are text files below one folder.
package pages

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Book is the folder of the pages.
type Book struct {
	folder string
}

// Open returns the book in a folder.
func Open(folder string) (*Book, error) {
	absolute, err := filepath.Abs(folder)
	return &Book{folder: absolute}, err
}

// Names lists all pages in name order.
func (b *Book) Names() []string {
	names := []string{}
	filepath.WalkDir(b.folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.Type().IsRegular() {
			name, _ := filepath.Rel(b.folder, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	return names
}

// Holding lists the pages that hold a word.
func (b *Book) Holding(word string) []string {
	found := []string{}
	for _, name := range b.Names() {
		text, err := b.Text(name)
		if err == nil && strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
			found = append(found, name)
		}
	}
	return found
}

// Text returns the text of a page.
func (b *Book) Text(name string) (string, error) {
	text, err := os.ReadFile(filepath.Join(b.folder, name))
	return string(text), err
}
