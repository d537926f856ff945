// Package web is the HTTP side of the wallets.
package web

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"sync"

	"example.com/wristband/internal/ledger"
)

const longestBody = 4 << 10

// wallet is what the web side knows of a wallet; the money is in the ledger.
type wallet struct {
	name  string
	token string
}

type web struct {
	book    *ledger.Ledger
	mu      sync.RWMutex
	wallets map[string]wallet
}

// New returns the handler of all calls.
func New(book *ledger.Ledger) http.Handler {
	s := &web{book: book, wallets: map[string]wallet{}}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("POST /wallets", s.open)
	mux.HandleFunc("GET /wallets/{id}", s.own(s.show))
	mux.HandleFunc("GET /wallets/{id}/entries", s.own(s.entries))
	mux.HandleFunc("POST /wallets/{id}/transfers", s.own(s.transfer))
	mux.HandleFunc("POST /wallets/{id}/payouts", s.own(s.payOut))
	return http.MaxBytesHandler(mux, longestBody)
}

// own lets only the holder of the wallet's token through.
func (s *web) own(next func(w http.ResponseWriter, r *http.Request, id string)) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		s.mu.RLock()
		known, found := s.wallets[id]
		s.mu.RUnlock()
		given := r.Header.Get("Authorization")
		if !found || subtle.ConstantTimeCompare([]byte(given), []byte("Bearer "+known.token)) != 1 {
			refuse(w, http.StatusForbidden, "this is not your wallet")
			return
		}
		next(w, r, id)
	}
}

func (s *web) open(w http.ResponseWriter, r *http.Request) {
	var wanted struct {
		Name string `json:"name"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil || wanted.Name == "" {
		refuse(w, http.StatusBadRequest, "tell the name")
		return
	}
	id, token := draw(6), draw(16)
	if err := s.book.AddWallet(id); err != nil {
		s.fail(w, err)
		return
	}
	s.mu.Lock()
	s.wallets[id] = wallet{name: wanted.Name, token: token}
	s.mu.Unlock()
	answer(w, http.StatusCreated, map[string]string{"id": id, "token": token})
}

func (s *web) show(w http.ResponseWriter, _ *http.Request, id string) {
	balance, err := s.book.Balance(id)
	if err != nil {
		s.fail(w, err)
		return
	}
	s.mu.RLock()
	name := s.wallets[id].name
	s.mu.RUnlock()
	answer(w, http.StatusOK, map[string]any{"id": id, "name": name, "cents": balance})
}

func (s *web) entries(w http.ResponseWriter, _ *http.Request, id string) {
	answer(w, http.StatusOK, s.book.Entries(id))
}

func (s *web) transfer(w http.ResponseWriter, r *http.Request, id string) {
	var wanted struct {
		To    []string `json:"to"`
		Cents int64    `json:"cents"`
		Text  string   `json:"text"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil {
		refuse(w, http.StatusBadRequest, "the body is no JSON object of a transfer")
		return
	}
	if err := s.book.Transfer(id, wanted.To, wanted.Cents, wanted.Text); err != nil {
		s.fail(w, err)
		return
	}
	answer(w, http.StatusCreated, map[string]int{"recipients": len(wanted.To)})
}

func (s *web) payOut(w http.ResponseWriter, r *http.Request, id string) {
	var wanted struct {
		Cents int64 `json:"cents"`
	}
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil {
		refuse(w, http.StatusBadRequest, "the body is no JSON object of a payout")
		return
	}
	if err := s.book.PayOut(id, wanted.Cents); err != nil {
		s.fail(w, err)
		return
	}
	// The cash desk asks the accounts for the code; it holds for one payout.
	answer(w, http.StatusCreated, map[string]any{"code": draw(5), "cents": wanted.Cents})
}

// draw returns random bytes in hexadecimal digits.
func draw(size int) string {
	raw := make([]byte, size)
	if _, err := rand.Read(raw); err != nil {
		panic(err)
	}
	return hex.EncodeToString(raw)
}

// fail answers what the ledger said: its own errors in words, others without.
func (s *web) fail(w http.ResponseWriter, err error) {
	for known, status := range map[error]int{
		ledger.ErrFunds:      http.StatusConflict,
		ledger.ErrWallet:     http.StatusNotFound,
		ledger.ErrRecipients: http.StatusBadRequest,
	} {
		if errors.Is(err, known) {
			refuse(w, status, err.Error())
			return
		}
	}
	log.Printf("booking: %v", err)
	refuse(w, http.StatusInternalServerError, "the booking failed")
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
