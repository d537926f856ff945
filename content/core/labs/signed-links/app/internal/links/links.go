// Package links signs the links to documents.
package links

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"io"
	"strconv"
	"time"
)

// letterDigits is how much of a signature stands in a letter, where clients type it by hand.
const letterDigits = 16

// Link is what a link says.
type Link struct {
	Docket string
	// Recipient is free text; it may be empty.
	Recipient string
	// Expires is in seconds since 1970.
	Expires int64
}

// Signer makes and checks the signatures of links.
type Signer struct {
	keys keyring
	now  func() time.Time
}

// NewSigner returns a signer with a key for each day.
func NewSigner(now func() time.Time) *Signer {
	return &Signer{keys: keyring{}, now: now}
}

// Make returns a link that lasts for some hours, with its signature in full and as it stands in letters.
func (s *Signer) Make(docket, recipient string, hours int) (link Link, full, letter string) {
	now := s.now()
	expires := now.Add(time.Duration(hours) * time.Hour).Unix()
	link = Link{Docket: docket, Recipient: recipient, Expires: expires}
	full = signature(s.keys.of(dayOf(now)), link)
	return link, full, full[:letterDigits]
}

// Check tells whether the signature belongs to the link and the link has not expired.
func (s *Signer) Check(link Link, given string) bool {
	now := s.now()
	if now.Unix() > link.Expires {
		return false
	}
	// The link may have been made on any day of the last week.
	for age := range int64(keptDays) {
		if matches(signature(s.keys.of(dayOf(now)-age), link), given) {
			return true
		}
	}
	return false
}

// matches compares in constant time. Letters have fewer digits, so as many are compared as are given.
func matches(want, given string) bool {
	if len(given) > len(want) {
		return false
	}
	return subtle.ConstantTimeCompare([]byte(want[:len(given)]), []byte(given)) == 1
}

// signature binds the document, the recipient and the time together.
func signature(key []byte, link Link) string {
	mac := hmac.New(sha256.New, key)
	io.WriteString(mac, link.Docket+link.Recipient+strconv.FormatInt(link.Expires, 10))
	return hex.EncodeToString(mac.Sum(nil))
}
