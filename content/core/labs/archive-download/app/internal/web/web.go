// Package web is the HTTP side of the file rooms.
package web

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"log"
	"mime"
	"net/http"
	"os"
	"path/filepath"

	"example.com/fileroom/internal/archive"
)

const (
	longestBundle  = 8 << 20
	longestPreview = 2 << 10
)

type web struct {
	files *archive.Archive
	keys  keys
}

// New returns the handler of all calls.
func New(files *archive.Archive) http.Handler {
	s := &web{files: files, keys: keys{digests: map[string][sha256.Size]byte{}}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("POST /rooms", s.openRoom)
	mux.HandleFunc("PUT /rooms/{room}/bundle", s.withKey(s.unpack))
	mux.HandleFunc("GET /rooms/{room}/files", s.withKey(s.list))
	mux.HandleFunc("GET /rooms/{room}/files/{name...}", s.withKey(s.download))
	mux.HandleFunc("GET /rooms/{room}/preview", s.withKey(s.preview))
	return mux
}

func (s *web) withKey(next func(w http.ResponseWriter, r *http.Request, room string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		room := r.PathValue("room")
		if !s.keys.opens(room, r) {
			refuse(w, http.StatusForbidden, "this is not the key of the room")
			return
		}
		next(w, r, room)
	}
}

func (s *web) openRoom(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		Room string `json:"room"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil {
		refuse(w, http.StatusBadRequest, "the body is no JSON object")
		return
	}
	if err := s.files.AddRoom(wanted.Room); err != nil {
		refuse(w, http.StatusConflict, err.Error())
		return
	}
	key, err := s.keys.issue(wanted.Room)
	if err != nil {
		refuse(w, http.StatusInternalServerError, "no key could be drawn")
		return
	}
	answer(w, http.StatusCreated, map[string]string{"room": wanted.Room, "key": key})
}

func (s *web) unpack(w http.ResponseWriter, r *http.Request, room string) {
	var bundle io.Reader = http.MaxBytesReader(w, r.Body, longestBundle)
	if r.Header.Get("Content-Transfer-Encoding") == "base64" {
		bundle = base64.NewDecoder(base64.StdEncoding, bundle) // From the gateway for bundles that come by mail.
	}
	count, err := s.files.Unpack(room, bundle)
	if err != nil {
		log.Printf("bundle of %s: %v", room, err)
		refuse(w, http.StatusBadRequest, "the bundle could not be unpacked")
		return
	}
	answer(w, http.StatusOK, map[string]int{"entries": count})
}

func (s *web) list(w http.ResponseWriter, _ *http.Request, room string) {
	names, err := s.files.Names(room)
	if err != nil {
		log.Printf("list of %s: %v", room, err)
		refuse(w, http.StatusInternalServerError, "the room cannot be read")
		return
	}
	answer(w, http.StatusOK, names)
}

func (s *web) download(w http.ResponseWriter, r *http.Request, room string) {
	file, info, err := s.open(room, r.PathValue("name"))
	if err != nil {
		refuse(w, http.StatusNotFound, "there is no such file")
		return
	}
	defer file.Close()
	disposition := mime.FormatMediaType("attachment", map[string]string{"filename": filepath.Base(file.Name())})
	w.Header().Set("Content-Disposition", disposition)
	w.Header().Set("Content-Type", "application/octet-stream")
	http.ServeContent(w, r, "", info.ModTime(), file)
}

func (s *web) preview(w http.ResponseWriter, r *http.Request, room string) {
	file, _, err := s.open(room, r.URL.Query().Get("name"))
	if err != nil {
		refuse(w, http.StatusNotFound, "there is no such file")
		return
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, longestPreview))
	if err != nil {
		refuse(w, http.StatusInternalServerError, "the file cannot be read")
		return
	}
	answer(w, http.StatusOK, map[string]string{"text": string(text)})
}

// open opens a file for reading; folders and devices count as missing.
func (s *web) open(room, name string) (*os.File, os.FileInfo, error) {
	path, err := s.files.Locate(room, name)
	if err != nil {
		return nil, nil, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, nil, errors.New("no regular file")
	}
	file, err := os.Open(path)
	return file, info, err
}

func refuse(w http.ResponseWriter, status int, why string) {
	answer(w, status, map[string]string{"error": why})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
