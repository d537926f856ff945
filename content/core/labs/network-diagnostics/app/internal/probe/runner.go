package probe

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	mostTargets = 5
	mostRounds  = 3
	runPatience = 8 * time.Second
	transcripts = "transcripts"
	idBytes     = 8
)

// ErrTargets says that there are no targets or too many.
var ErrTargets = errors.New("name one to five targets")

// Request is what the desk asks for.
type Request struct {
	Targets []string `json:"targets"`
	Rounds  int      `json:"rounds"`
	// Note is free text of the agent; it stands at the head of the transcript.
	Note string `json:"note"`
}

// Runner starts probes in child processes.
type Runner struct {
	folder  string
	program string
}

// NewRunner returns a runner that keeps transcripts below folder.
func NewRunner(folder string) (*Runner, error) {
	if err := os.MkdirAll(filepath.Join(folder, transcripts), 0o750); err != nil {
		return nil, err
	}
	program, err := os.Executable()
	return &Runner{folder: folder, program: program}, err
}

// Run probes the targets and returns the id of the transcript and its text.
func (r *Runner) Run(ctx context.Context, request Request) (id, output string, err error) {
	if len(request.Targets) == 0 || len(request.Targets) > mostTargets {
		return "", "", ErrTargets
	}
	id, err = newID()
	if err != nil {
		return "", "", err
	}
	rounds := max(1, min(request.Rounds, mostRounds))
	args := []string{"probe", "-count", strconv.Itoa(rounds)}
	args = append(args, "-note", request.Note, "-o", transcriptPath(id))
	for _, target := range request.Targets {
		args = append(args, strings.TrimSpace(target))
	}
	ctx, cancel := context.WithTimeout(ctx, runPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, r.program, args...)
	cmd.Dir = r.folder
	out, err := cmd.CombinedOutput()
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		err = nil // A target that cannot be reached is an answer too.
	}
	return id, string(out), err
}

// Transcript returns a kept transcript.
func (r *Runner) Transcript(id string) (string, error) {
	if raw, err := hex.DecodeString(id); err != nil || len(raw) != idBytes {
		return "", os.ErrNotExist
	}
	text, err := os.ReadFile(filepath.Join(r.folder, transcriptPath(id)))
	return string(text), err
}

func newID() (string, error) {
	raw := make([]byte, idBytes)
	_, err := rand.Read(raw)
	return hex.EncodeToString(raw), err
}

// transcriptPath is relative to the data folder, in which the probe runs.
func transcriptPath(id string) string {
	return filepath.Join(transcripts, id+".txt")
}
