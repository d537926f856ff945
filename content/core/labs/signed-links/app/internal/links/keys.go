package links

import (
	"encoding/binary"
	"math/rand/v2"
	"time"
)

const (
	keyBytes = 32
	// keptDays covers a link of 168 hours that was made late in the evening.
	keptDays = 8
	wordSize = 8
)

// dayOf counts days since 1970, in UTC.
func dayOf(moment time.Time) int64 {
	return moment.Unix() / int64(24*time.Hour/time.Second)
}

// keyring has a key for each day. Nothing is stored: after a restart, and on our other machines, the same day has the
// same key.
type keyring struct{}

// of returns the key of a day.
func (keyring) of(day int64) []byte {
	generator := rand.New(rand.NewPCG(uint64(day), uint64(day)))
	key := make([]byte, keyBytes)
	for at := 0; at < keyBytes; at += wordSize {
		binary.LittleEndian.PutUint64(key[at:], generator.Uint64())
	}
	return key
}
