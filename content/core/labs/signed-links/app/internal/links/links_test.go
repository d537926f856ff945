package links

import (
	"bytes"
	"testing"
	"time"
)

func TestLinkIsGoodUntilItExpires(t *testing.T) {
	clock := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	signer := NewSigner(func() time.Time { return clock })
	link, full, letter := signer.Make("nordlicht:17-b", "Mrs. Berg", 24)
	for _, signature := range []string{full, letter} {
		if !signer.Check(link, signature) {
			t.Errorf("%q refused", signature)
		}
	}
	clock = clock.Add(25 * time.Hour)
	if signer.Check(link, full) {
		t.Error("accepted after it expired")
	}
}

func TestLinkIsGoodForAWeek(t *testing.T) {
	clock := time.Date(2026, 3, 2, 23, 59, 0, 0, time.UTC)
	signer := NewSigner(func() time.Time { return clock })
	link, full, _ := signer.Make("nordlicht:17-b", "", 168)
	clock = clock.Add(167 * time.Hour)
	if !signer.Check(link, full) {
		t.Error("refused within the week")
	}
}

func TestEveryDayHasItsOwnKey(t *testing.T) {
	keys := keyring{}
	if bytes.Equal(keys.of(20000), keys.of(20001)) {
		t.Error("the same key on two days")
	}
}
