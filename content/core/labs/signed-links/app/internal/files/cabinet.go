// Package files keeps the documents of the offices.
package files

import (
	"errors"
	"regexp"
	"sync"
)

var (
	ErrDocket  = errors.New("a docket has 2 to 60 small letters, digits and . : _ -")
	ErrForeign = errors.New("there is no such document of this office")
)

var docketForm = regexp.MustCompile(`^[a-z0-9][a-z0-9.:_-]{1,59}$`)

type document struct {
	office string
	text   string
}

// Cabinet is safe for concurrent use.
type Cabinet struct {
	mu        sync.RWMutex
	documents map[string]document
}

// NewCabinet returns an empty cabinet.
func NewCabinet() *Cabinet {
	return &Cabinet{documents: map[string]document{}}
}

// Put stores a document, or a new version of it, for an office.
func (c *Cabinet) Put(office, docket, text string) error {
	if !docketForm.MatchString(docket) {
		return ErrDocket
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if there, found := c.documents[docket]; found && there.office != office {
		return ErrForeign
	}
	c.documents[docket] = document{office: office, text: text}
	return nil
}

// Belongs returns ErrForeign unless the document is one of the office.
func (c *Cabinet) Belongs(office, docket string) error {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if there, found := c.documents[docket]; !found || there.office != office {
		return ErrForeign
	}
	return nil
}

// Text returns the text of a document.
func (c *Cabinet) Text(docket string) (text string, found bool) {
	c.mu.RLock()
	defer c.mu.RUnlock()
	there, found := c.documents[docket]
	return there.text, found
}
