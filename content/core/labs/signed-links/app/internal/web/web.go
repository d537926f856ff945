// Package web is the HTTP side of the service.
package web

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"log"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"example.com/notary/internal/files"
	"example.com/notary/internal/links"
)

const (
	longestText = 256 << 10
	mostHours   = 7 * 24
	longestName = 120
)

type web struct {
	cabinet *files.Cabinet
	signer  *links.Signer
	mu      sync.RWMutex
	offices map[string]string // From the token to the name.
}

// New returns the handler of all calls.
func New(cabinet *files.Cabinet, signer *links.Signer) http.Handler {
	s := &web{cabinet: cabinet, signer: signer, offices: map[string]string{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("POST /offices", s.addOffice)
	mux.HandleFunc("PUT /documents/{docket}", s.asOffice(s.putDocument))
	mux.HandleFunc("POST /documents/{docket}/links", s.asOffice(s.makeLink))
	mux.HandleFunc("GET /open", s.open)
	return http.MaxBytesHandler(mux, longestText)
}

func (s *web) asOffice(next func(w http.ResponseWriter, r *http.Request, office string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer ")
		s.mu.RLock()
		_, known := s.offices[token]
		s.mu.RUnlock()
		if !known {
			refuse(w, http.StatusUnauthorized, "sign in as an office")
			return
		}
		next(w, r, token)
	}
}

func (s *web) addOffice(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		Name string `json:"name"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil || wanted.Name == "" {
		refuse(w, http.StatusBadRequest, "tell the name of the office")
		return
	}
	raw := make([]byte, 24)
	if _, err := rand.Read(raw); err != nil {
		refuse(w, http.StatusInternalServerError, "no token could be drawn")
		return
	}
	token := hex.EncodeToString(raw)
	s.mu.Lock()
	s.offices[token] = wanted.Name
	s.mu.Unlock()
	answer(w, http.StatusCreated, map[string]string{"token": token})
}

func (s *web) putDocument(w http.ResponseWriter, r *http.Request, office string) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, "the document is too large")
		return
	}
	err = s.cabinet.Put(office, r.PathValue("docket"), string(text))
	switch {
	case errors.Is(err, files.ErrForeign):
		refuse(w, http.StatusConflict, "the docket is taken")
	case err != nil:
		refuse(w, http.StatusBadRequest, err.Error())
	default:
		answer(w, http.StatusCreated, map[string]string{"docket": r.PathValue("docket")})
	}
}

func (s *web) makeLink(w http.ResponseWriter, r *http.Request, office string) {
	docket := r.PathValue("docket")
	if err := s.cabinet.Belongs(office, docket); err != nil {
		refuse(w, http.StatusNotFound, err.Error())
		return
	}
	var wanted struct {
		Recipient string `json:"recipient"`
		Hours     int    `json:"hours"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil || wanted.Hours < 1 || wanted.Hours > mostHours {
		refuse(w, http.StatusBadRequest, "a link lasts for 1 to 168 hours")
		return
	}
	if len(wanted.Recipient) > longestName {
		refuse(w, http.StatusBadRequest, "the name of the recipient is too long")
		return
	}
	link, full, letter := s.signer.Make(docket, wanted.Recipient, wanted.Hours)
	answer(w, http.StatusCreated, map[string]string{"link": address(link, full), "letter": address(link, letter)})
}

func address(link links.Link, signature string) string {
	return "/open?" + url.Values{
		"docket": {link.Docket},
		"to":     {link.Recipient},
		"exp":    {strconv.FormatInt(link.Expires, 10)},
		"sig":    {signature},
	}.Encode()
}

func (s *web) open(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	expires, err := strconv.ParseInt(query.Get("exp"), 10, 64)
	link := links.Link{Docket: query.Get("docket"), Recipient: query.Get("to"), Expires: expires}
	if err != nil || !s.signer.Check(link, query.Get("sig")) {
		refuse(w, http.StatusForbidden, "the link is not valid, or not any more")
		return
	}
	text, found := s.cabinet.Text(link.Docket)
	if !found {
		refuse(w, http.StatusNotFound, "the document is gone")
		return
	}
	log.Printf("%s opened for %q", link.Docket, link.Recipient)
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Referrer-Policy", "no-referrer")
	answer(w, http.StatusOK, map[string]string{"docket": link.Docket, "recipient": link.Recipient, "text": text})
}

func refuse(w http.ResponseWriter, status int, why string) {
	answer(w, status, map[string]string{"error": why})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false) // Links hold ampersands, and people copy them.
	if err := encoder.Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
