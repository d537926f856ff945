// Package ledger keeps the balances of the wallets.
package ledger

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
)

const (
	welcomeCents   = 2000
	mostRecipients = 10
)

var (
	ErrWallet     = errors.New("there is no such wallet")
	ErrRecipients = errors.New("name one to ten wallets")
	ErrFunds      = errors.New("there is not enough money on the wallet")
)

// Entry is one line of a wallet's statement. Cents are negative when money leaves the wallet.
type Entry struct {
	Wallet string `json:"wallet"`
	Cents  int64  `json:"cents"`
	Text   string `json:"text"`
}

// Ledger is safe for concurrent use. mu guards the two maps.
type Ledger struct {
	journal  *os.File
	postings chan posting
	mu       sync.RWMutex
	balances map[string]int64
	entries  map[string][]Entry
}

// Open starts a ledger whose journal lies in the folder.
func Open(folder string) (*Ledger, error) {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return nil, err
	}
	path := filepath.Join(folder, "journal.log")
	journal, err := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o640)
	if err != nil {
		return nil, err
	}
	l := &Ledger{
		journal:  journal,
		postings: make(chan posting),
		balances: map[string]int64{},
		entries:  map[string][]Entry{},
	}
	go l.run()
	return l, nil
}

// AddWallet opens a wallet with the money that is part of the ticket.
func (l *Ledger) AddWallet(id string) error {
	return l.post([]Entry{{Wallet: id, Cents: welcomeCents, Text: "ticket"}})
}

// Balance returns the cents on a wallet.
func (l *Ledger) Balance(id string) (int64, error) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	balance, known := l.balances[id]
	if !known {
		return 0, ErrWallet
	}
	return balance, nil
}

// Entries returns what was booked on a wallet, oldest first.
func (l *Ledger) Entries(id string) []Entry {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return append([]Entry{}, l.entries[id]...)
}

// Transfer pays the amount to each recipient.
func (l *Ledger) Transfer(from string, to []string, cents int64, text string) error {
	if len(to) == 0 || len(to) > mostRecipients {
		return ErrRecipients
	}
	total := cents * int64(len(to))
	if err := l.covers(from, total); err != nil {
		return err
	}
	booked := []Entry{{Wallet: from, Cents: -total, Text: text}}
	for _, recipient := range to {
		if _, err := l.Balance(recipient); err != nil {
			return err
		}
		booked = append(booked, Entry{Wallet: recipient, Cents: cents, Text: text})
	}
	return l.post(booked)
}

// PayOut takes the amount off a wallet; the caller hands out the cash.
func (l *Ledger) PayOut(id string, cents int64) error {
	if err := l.covers(id, cents); err != nil {
		return err
	}
	return l.post([]Entry{{Wallet: id, Cents: -cents, Text: "cash desk"}})
}

// covers returns ErrFunds when a wallet holds less than the amount.
func (l *Ledger) covers(id string, cents int64) error {
	balance, err := l.Balance(id)
	if err == nil && balance < cents {
		err = ErrFunds
	}
	return err
}
