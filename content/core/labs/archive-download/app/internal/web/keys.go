package web

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"strings"
	"sync"
)

// keys knows the key of each room, as a digest.
type keys struct {
	mu      sync.RWMutex
	digests map[string][sha256.Size]byte
}

// issue draws the key of a room; it is told once and kept only as a digest.
func (k *keys) issue(room string) (string, error) {
	raw := make([]byte, 16)
	if _, err := rand.Read(raw); err != nil {
		return "", err
	}
	key := hex.EncodeToString(raw)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.digests[room] = sha256.Sum256([]byte(key))
	return key, nil
}

// opens tells whether the request holds the key of the room.
func (k *keys) opens(room string, r *http.Request) bool {
	key, found := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	k.mu.RLock()
	want, known := k.digests[room]
	k.mu.RUnlock()
	got := sha256.Sum256([]byte(key))
	return found && known && subtle.ConstantTimeCompare(got[:], want[:]) == 1
}
