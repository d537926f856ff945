// Package web is the HTTP side of the status board.
package web

import (
	"bytes"
	"crypto/subtle"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"strconv"

	"example.com/statusboard/internal/incidents"
	"example.com/statusboard/internal/pages"
)

const longestBody = 32 << 10

type web struct {
	list  *incidents.List
	token string
}

// New returns the handler of all calls; the token is that of the person on call.
func New(list *incidents.List, token string) http.Handler {
	s := &web{list: list, token: token}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("POST /incidents", s.add)
	mux.HandleFunc("GET /incidents", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, list.All()) })
	mux.HandleFunc("POST /incidents/{id}/close", s.close)
	mux.HandleFunc("GET /board", s.page("text/html; charset=utf-8", pages.Board))
	mux.HandleFunc("GET /report", s.page("text/html; charset=utf-8", pages.Report))
	mux.HandleFunc("GET /digest.txt", s.page("text/plain; charset=utf-8", pages.Digest))
	mux.Handle("GET /static/", http.StripPrefix("/static/", http.FileServerFS(pages.Static())))
	return http.MaxBytesHandler(mux, longestBody)
}

func (s *web) add(w http.ResponseWriter, r *http.Request) {
	var reported incidents.Incident
	if err := json.NewDecoder(r.Body).Decode(&reported); err != nil {
		refuse(w, http.StatusBadRequest, "the body is no JSON object of an incident")
		return
	}
	kept, err := s.list.Add(reported)
	if err != nil {
		refuse(w, http.StatusBadRequest, err.Error())
		return
	}
	answer(w, http.StatusCreated, kept)
}

func (s *web) close(w http.ResponseWriter, r *http.Request) {
	if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-On-Call")), []byte(s.token)) != 1 {
		refuse(w, http.StatusForbidden, "only the person on call closes incidents")
		return
	}
	id, err := strconv.Atoi(r.PathValue("id"))
	if err == nil {
		err = s.list.Close(id)
	}
	if err != nil {
		refuse(w, http.StatusNotFound, "there is no such incident")
		return
	}
	answer(w, http.StatusOK, map[string]bool{"closed": true})
}

// page answers with a page as a whole, or with an error and nothing of it.
func (s *web) page(kind string, write func(io.Writer, pages.View) error) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		var text bytes.Buffer
		if err := write(&text, pages.View{Token: s.token, Incidents: s.list.All()}); err != nil {
			log.Printf("page: %v", err)
			refuse(w, http.StatusInternalServerError, "the page could not be written")
			return
		}
		w.Header().Set("Content-Type", kind)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		text.WriteTo(w)
	}
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
