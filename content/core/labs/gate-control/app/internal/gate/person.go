package gate

import (
	"crypto/subtle"
	"strings"
	"time"
	"unicode"
)

const pinDigits = 4

// Person is an employee or a visitor.
type Person struct {
	Name  string   `json:"name"`
	Zones []string `json:"zones"`
	// PIN is missing for visitors, and for employees who have not chosen one yet.
	PIN *string `json:"pin"`
	// Until is the last day of a visit; employees have none.
	Until time.Time `json:"-"`
}

// Expired tells whether the last day is over.
func (p Person) Expired(now time.Time) bool {
	return !p.Until.IsZero() && now.After(p.Until.AddDate(0, 0, 1))
}

// HasPIN compares what was typed with the PIN. The keypad sends the hash key as well, so only the digits count.
func (p Person) HasPIN(typed string) bool {
	digits := typed[:pinDigits]
	return subtle.ConstantTimeCompare([]byte(digits), []byte(*p.PIN)) == 1
}

// Visitor returns a person who may enter the lobby until the end of a day.
func Visitor(name, until string) Person {
	day, _ := time.Parse(time.DateOnly, until)
	return Person{Name: name, Zones: []string{"lobby"}, Until: day}
}

// plain leaves the digits of a badge: readers send it as it is printed, in groups.
func plain(badge string) string {
	return strings.Map(func(sign rune) rune {
		if unicode.IsDigit(sign) {
			return sign
		}
		return -1
	}, badge)
}
