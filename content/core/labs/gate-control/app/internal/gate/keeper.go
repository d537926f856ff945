// Package gate decides who gets in.
package gate

import (
	"log"
	"slices"
	"sync"
	"time"
)

const longestVisit = 7

// needsPIN tells for each gate whether it asks for a PIN.
var needsPIN = map[string]bool{"lobby": false, "server-room": true, "archive": true}

// Verdict is what the reader at the gate is told.
type Verdict struct {
	Open bool   `json:"open"`
	Why  string `json:"why,omitempty"`
}

func refuse(why string) Verdict { return Verdict{Why: why} }

// Keeper is safe for concurrent use.
type Keeper struct {
	now    func() time.Time
	mu     sync.RWMutex
	people map[string]Person
	blocks BlockList
}

// NewKeeper returns a keeper who knows nobody yet.
func NewKeeper(now func() time.Time) *Keeper {
	return &Keeper{now: now, people: map[string]Person{}}
}

// SetPerson remembers a person under the badge, or replaces the one who had it.
func (k *Keeper) SetPerson(badge string, person Person) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.people[plain(badge)] = person
}

// SetBlockList replaces the list of badges that open nothing.
func (k *Keeper) SetBlockList(list BlockList) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.blocks = list
}

// TooLong tells whether a visit ends more than seven days from now.
func (k *Keeper) TooLong(visitor Person) bool {
	return visitor.Until.After(k.now().AddDate(0, 0, longestVisit))
}

// Knows tells whether there is such a gate.
func Knows(gate string) bool {
	_, known := needsPIN[gate]
	return known
}

// Decide tells whether a gate opens for whoever holds this badge and typed this PIN.
func (k *Keeper) Decide(gate, badge, pin string) (verdict Verdict) {
	k.mu.RLock()
	defer k.mu.RUnlock()
	// One odd badge must not stop the gate for everybody who stands behind it.
	defer func() {
		if cause := recover(); cause != nil {
			log.Printf("%s: badge %q: %v", gate, badge, cause)
		}
	}()
	verdict.Open = true
	person, known := k.people[plain(badge)]
	if !known {
		return refuse("this badge is not known")
	}
	if !slices.Contains(person.Zones, gate) {
		return refuse("this badge does not open this gate")
	}
	if person.Expired(k.now()) {
		return refuse("this badge has expired")
	}
	blocked, err := k.blocks.Has(badge)
	if err != nil {
		log.Printf("%s: block list: %v", gate, err)
	}
	if blocked {
		return refuse("this badge is blocked")
	}
	if needsPIN[gate] && !person.HasPIN(pin) {
		return refuse("the PIN is wrong")
	}
	return verdict
}
