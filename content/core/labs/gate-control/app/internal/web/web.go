// Package web is the HTTP side of the gatekeeper.
package web

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"

	"example.com/gatekeeper/internal/gate"
)

const (
	longestBody = 64 << 10
	badgeRange  = 1e12
)

type web struct {
	keeper *gate.Keeper
	relay  *gate.Relay
	token  string
}

// New returns the handler of all calls.
func New(keeper *gate.Keeper, relay *gate.Relay, token string) http.Handler {
	s := &web{keeper: keeper, relay: relay, token: token}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("POST /gates/{gate}/entries", s.enter)
	mux.HandleFunc("POST /visitors", s.addVisitor)
	mux.HandleFunc("PUT /people/{badge}", s.asHR(s.setPerson))
	mux.HandleFunc("PUT /blocklist", s.asHR(s.setBlockList))
	return http.MaxBytesHandler(mux, longestBody)
}

func (s *web) asHR(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if subtle.ConstantTimeCompare([]byte(r.Header.Get("X-Hr-Token")), []byte(s.token)) != 1 {
			refuse(w, http.StatusForbidden, "only HR does this")
			return
		}
		next(w, r)
	}
}

func (s *web) enter(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("gate")
	var asked struct {
		Badge string `json:"badge"`
		PIN   string `json:"pin"`
	}
	if err := json.NewDecoder(r.Body).Decode(&asked); err != nil || !gate.Knows(name) {
		refuse(w, http.StatusBadRequest, "the reader asks in a wrong way")
		return
	}
	verdict := s.keeper.Decide(name, asked.Badge, asked.PIN)
	if !verdict.Open {
		answer(w, http.StatusForbidden, verdict)
		return
	}
	if err := s.relay.Pulse(name, asked.Badge); err != nil {
		log.Printf("relay: %v", err)
		refuse(w, http.StatusInternalServerError, "the relay does not answer")
		return
	}
	answer(w, http.StatusOK, verdict)
}

func (s *web) addVisitor(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		Name  string `json:"name"`
		Until string `json:"until"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil || wanted.Name == "" {
		refuse(w, http.StatusBadRequest, "tell the name and the last day of the visit")
		return
	}
	visitor := gate.Visitor(wanted.Name, wanted.Until)
	if s.keeper.TooLong(visitor) {
		refuse(w, http.StatusBadRequest, "a visit ends within seven days")
		return
	}
	badge, err := newBadge()
	if err != nil {
		refuse(w, http.StatusInternalServerError, "no badge could be drawn")
		return
	}
	s.keeper.SetPerson(badge, visitor)
	answer(w, http.StatusCreated, map[string]string{"badge": badge})
}

func (s *web) setPerson(w http.ResponseWriter, r *http.Request) {
	var person gate.Person
	if err := json.NewDecoder(r.Body).Decode(&person); err != nil {
		refuse(w, http.StatusBadRequest, "the body is no JSON object of a person")
		return
	}
	s.keeper.SetPerson(r.PathValue("badge"), person)
	answer(w, http.StatusOK, "kept")
}

func (s *web) setBlockList(w http.ResponseWriter, r *http.Request) {
	text, err := io.ReadAll(r.Body)
	if err != nil {
		refuse(w, http.StatusRequestEntityTooLarge, "the list is too long")
		return
	}
	s.keeper.SetBlockList(gate.BlockList(text))
	answer(w, http.StatusOK, "kept")
}

// newBadge draws twelve digits that nobody can guess.
func newBadge() (string, error) {
	raw := make([]byte, 8)
	_, err := rand.Read(raw)
	return fmt.Sprintf("%012d", binary.BigEndian.Uint64(raw)%badgeRange), err
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
