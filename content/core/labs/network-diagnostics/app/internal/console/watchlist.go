package console

import (
	"strconv"
	"sync"
)

// entry is a customer's host that the desk looks at again and again.
type entry struct {
	ID       string `json:"id"`
	Customer string `json:"customer"`
	Host     string `json:"host"`
	Prefix   string `json:"prefix"`
}

// watchlist lasts as long as the shift: the console is started anew every morning.
type watchlist struct {
	mu      sync.Mutex
	entries []entry
}

func (l *watchlist) add(e entry) entry {
	l.mu.Lock()
	defer l.mu.Unlock()
	e.ID = strconv.Itoa(len(l.entries) + 1)
	l.entries = append(l.entries, e)
	return e
}

func (l *watchlist) get(id string) (entry, bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	number, err := strconv.Atoi(id)
	if err != nil || number < 1 || number > len(l.entries) {
		return entry{}, false
	}
	return l.entries[number-1], true
}
