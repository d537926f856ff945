// Package incidents remembers what is broken.
package incidents

import (
	"errors"
	"strings"
	"sync"
)

const (
	longestTitle = 200
	longestText  = 4000
)

var (
	ErrIncomplete = errors.New("tell the service and a title of at most 200 characters")
	ErrUnknown    = errors.New("there is no such incident")
)

// Incident is one report. Text may have bold words, Runbook is an address.
type Incident struct {
	ID      int    `json:"id"`
	Service string `json:"service"`
	Title   string `json:"title"`
	Text    string `json:"text"`
	Minutes int    `json:"minutes"`
	Runbook string `json:"runbook"`
	Closed  bool   `json:"closed"`
}

// List is safe for concurrent use.
type List struct {
	mu   sync.Mutex
	kept []Incident
}

// Add keeps an incident under the next number.
func (l *List) Add(incident Incident) (Incident, error) {
	incident.Service, incident.Title = strings.TrimSpace(incident.Service), strings.TrimSpace(incident.Title)
	if incident.Service == "" || incident.Title == "" || len(incident.Title) > longestTitle || len(incident.Text) > longestText {
		return Incident{}, ErrIncomplete
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	incident.ID, incident.Closed = len(l.kept)+1, false
	l.kept = append(l.kept, incident)
	return incident, nil
}

// Close marks an incident as closed.
func (l *List) Close(id int) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if id < 1 || id > len(l.kept) {
		return ErrUnknown
	}
	l.kept[id-1].Closed = true
	return nil
}

// All returns a copy, oldest first.
func (l *List) All() []Incident {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]Incident{}, l.kept...)
}
