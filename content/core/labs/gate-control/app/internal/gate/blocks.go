package gate

import (
	"bufio"
	"fmt"
	"strconv"
	"strings"
)

// BlockList holds the text of HR's list: a badge a line, with a remark behind a semicolon. It is read from the top for
// every question; there are a few dozen lines.
type BlockList string

// Has tells whether a badge is on the list.
func (b BlockList) Has(badge string) (bool, error) {
	wanted, err := number(badge)
	if err != nil {
		return false, err
	}
	lines := bufio.NewScanner(strings.NewReader(string(b)))
	for at := 1; lines.Scan(); at++ {
		text, _, _ := strings.Cut(lines.Text(), ";")
		if text = strings.TrimSpace(text); text == "" {
			continue
		}
		blocked, err := number(text)
		if err != nil {
			return false, fmt.Errorf("line %d: %w", at, err)
		}
		if blocked == wanted {
			return true, nil
		}
	}
	return false, lines.Err()
}

// number makes badges comparable: HR writes them with leading zeros and without.
func number(badge string) (uint64, error) {
	return strconv.ParseUint(strings.ReplaceAll(badge, "-", ""), 10, 64)
}
