package archive

import (
	"archive/tar"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

const mostEntries = 500

// ErrBundle says that a bundle is no tar archive or has too many entries.
var ErrBundle = errors.New("the bundle is no tar archive, or has more than 500 entries")

// Unpack adds the files of a bundle to a room and returns how many entries it had. What is there is replaced, so that
// an exhibitor can send a corrected bundle.
func (a *Archive) Unpack(room string, bundle io.Reader) (int, error) {
	reader := tar.NewReader(bundle)
	for count := 0; ; count++ {
		header, err := reader.Next()
		if errors.Is(err, io.EOF) {
			return count, nil
		}
		if err != nil || count == mostEntries {
			return count, ErrBundle
		}
		if err := place(a.roomFolder(room), header, reader); err != nil {
			return count, fmt.Errorf("entry %d: %w", count+1, err)
		}
	}
}

// place puts one entry into the room. Bundles hold folders, files and, for "current.pdf", symbolic links; whatever else
// tar knows is left out.
func place(base string, header *tar.Header, content io.Reader) error {
	path := filepath.Join(base, header.Name)
	if header.Typeflag == tar.TypeDir {
		return os.MkdirAll(path, 0o750)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
		return err
	}
	switch header.Typeflag {
	case tar.TypeSymlink:
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
		return os.Symlink(header.Linkname, path)
	case tar.TypeReg:
		return write(path, content)
	default:
		return nil
	}
}

func write(path string, content io.Reader) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o640)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(file, content)
	return err
}
