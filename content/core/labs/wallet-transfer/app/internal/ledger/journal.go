package ledger

import (
	"bytes"
	"encoding/json"
	"time"
)

const (
	collectFor  = 3 * time.Millisecond
	mostAtOnce  = 256
	roomForLine = 128
)

// posting is a booking on its way to the journal: all of its entries count, or none.
type posting struct {
	entries []Entry
	done    chan error
}

// post returns when the entries are on the disk and count.
func (l *Ledger) post(entries []Entry) error {
	p := posting{entries: entries, done: make(chan error, 1)}
	l.postings <- p
	return <-p.done
}

// run is the only writer of the journal.
func (l *Ledger) run() {
	for first := range l.postings {
		batch := l.collect(first)
		err := l.write(batch)
		if err == nil {
			l.apply(batch)
		}
		for _, p := range batch {
			p.done <- err
		}
	}
}

// collect waits for more postings, so that one sync serves many.
func (l *Ledger) collect(first posting) []posting {
	batch := []posting{first}
	timer := time.NewTimer(collectFor)
	defer timer.Stop()
	for len(batch) < mostAtOnce {
		select {
		case p := <-l.postings:
			batch = append(batch, p)
		case <-timer.C:
			return batch
		}
	}
	return batch
}

func (l *Ledger) write(batch []posting) error {
	text := bytes.NewBuffer(make([]byte, 0, len(batch)*roomForLine))
	lines := json.NewEncoder(text)
	for _, p := range batch {
		if err := lines.Encode(p.entries); err != nil {
			return err
		}
	}
	if _, err := l.journal.Write(text.Bytes()); err != nil {
		return err
	}
	return l.journal.Sync()
}

func (l *Ledger) apply(batch []posting) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, p := range batch {
		for _, entry := range p.entries {
			l.balances[entry.Wallet] += entry.Cents
			l.entries[entry.Wallet] = append(l.entries[entry.Wallet], entry)
		}
	}
}
