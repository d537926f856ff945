// Package resolver answers what a name resolves to on this machine.
package resolver

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

const patience = 3 * time.Second

// Query is one question to the resolver.
type Query struct {
	Host string
	// Prefix is how the addresses have to begin, such as "203.0.113."; empty for all.
	Prefix string
	Limit  int
}

// Lookup asks the system's resolver and not Go's own: the answer has to be the one that our services get, with
// /etc/hosts, the search list and whatever nsswitch.conf says.
func Lookup(ctx context.Context, query Query) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	// getent prints a line for each socket type, so the first column is sorted and made unique.
	pipeline := fmt.Sprintf(
		"getent ahosts %s | cut -d ' ' -f 1 | grep ^%s | sort -u | head -n %d",
		query.Host, query.Prefix, query.Limit,
	)
	out, err := exec.CommandContext(ctx, "sh", "-c", pipeline).Output()
	if err != nil {
		return nil, fmt.Errorf("getent: %w", err)
	}
	addresses := strings.Fields(string(out))
	if len(addresses) == 0 {
		return nil, errors.New("no address")
	}
	return addresses, nil
}

// Tools tells which of the programs that Lookup needs are there; we look at it after an upgrade of the machine.
func Tools(ctx context.Context) []string {
	out, _ := exec.CommandContext(ctx, "sh", "-c", "for p in getent cut grep sort head; do command -v $p; done").Output()
	return strings.Fields(string(out))
}
