package gate

import (
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
)

// Relay writes down which gate is to be opened; the hardware follows the file.
type Relay struct {
	mu   sync.Mutex
	file *os.File
}

// OpenRelay returns the relay whose file is in the folder.
func OpenRelay(folder string) (*Relay, error) {
	file, err := os.OpenFile(filepath.Join(folder, "relay.log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o640)
	return &Relay{file: file}, err
}

// Pulse opens a gate once.
func (r *Relay) Pulse(gate, badge string) error {
	line, err := json.Marshal(map[string]string{"gate": gate, "badge": badge})
	if err != nil {
		return err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	_, err = r.file.Write(append(line, '\n'))
	return err
}
