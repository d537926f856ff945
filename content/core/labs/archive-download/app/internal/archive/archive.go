// Package archive keeps the files of the rooms on disk.
package archive

import (
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

var (
	ErrName  = errors.New("this is no name of a file")
	ErrRoom  = errors.New("the name of a room has 3 to 40 small letters, digits and hyphens")
	ErrTaken = errors.New("there is a room of this name")
)

var roomName = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{2,39}$`)

// Archive is a folder with one folder for each room and one for all of them.
type Archive struct {
	folder string
}

// Open makes the folders where they are missing.
func Open(folder string) (*Archive, error) {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil, err
	}
	for _, part := range []string{"rooms", "shared"} {
		if err := os.MkdirAll(filepath.Join(folder, part), 0o750); err != nil {
			return nil, err
		}
	}
	return &Archive{folder: folder}, nil
}

// AddRoom makes the folder of a new room.
func (a *Archive) AddRoom(room string) error {
	if !roomName.MatchString(room) {
		return ErrRoom
	}
	err := os.Mkdir(a.roomFolder(room), 0o750)
	if errors.Is(err, fs.ErrExist) {
		return ErrTaken
	}
	return err
}

// roomFolder is called with names of rooms that exist.
func (a *Archive) roomFolder(room string) string {
	return filepath.Join(a.folder, "rooms", room)
}

// Locate finds the file that a name means, seen from a room.
func (a *Archive) Locate(room, name string) (string, error) {
	if name == "" || strings.Contains(name, "../") {
		return "", ErrName
	}
	// The links in last year's mails are encoded twice; builders still use them.
	if decoded, err := url.PathUnescape(name); err == nil {
		name = decoded
	}
	base := a.roomFolder(room)
	if strings.HasPrefix(name, "/") {
		base = a.folder // The common part, such as /shared/hall-3.txt.
	}
	return filepath.Join(base, name), nil
}

// Names lists the files of a room, in order.
func (a *Archive) Names(room string) ([]string, error) {
	base := a.roomFolder(room)
	names := []string{}
	err := filepath.WalkDir(base, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(base, path)
		names = append(names, filepath.ToSlash(name))
		return err
	})
	return names, err
}
