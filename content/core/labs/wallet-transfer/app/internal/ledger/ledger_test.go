package ledger

import (
	"errors"
	"testing"
)

func TestTransferMovesMoney(t *testing.T) {
	l, err := Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"ana", "ben"} {
		if err := l.AddWallet(id); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Transfer("ana", []string{"ben"}, 350, "two lemonades"); err != nil {
		t.Fatal(err)
	}
	if balance, _ := l.Balance("ana"); balance != welcomeCents-350 {
		t.Errorf("ana has %d", balance)
	}
	if err := l.PayOut("ben", welcomeCents+351); !errors.Is(err, ErrFunds) {
		t.Errorf("got %v", err)
	}
}
