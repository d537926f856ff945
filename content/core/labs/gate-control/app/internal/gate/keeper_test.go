package gate

import (
	"testing"
	"time"
)

func TestDecide(t *testing.T) {
	noon := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	keeper := NewKeeper(func() time.Time { return noon })
	pin := "4711"
	keeper.SetPerson("0042", Person{Name: "Ada", Zones: []string{"lobby", "archive"}, PIN: &pin})
	keeper.SetPerson("0043", Visitor("Ben", "2026-03-01"))
	keeper.SetBlockList("0044 ; lost\n")
	cases := []struct {
		gate, badge, pin string
		open             bool
	}{
		{"lobby", "00-42", "", true},
		{"archive", "0042", "4711#", true},
		{"archive", "0042", "0815#", false},
		{"server-room", "0042", "4711#", false},
		{"lobby", "0043", "", false},
		{"lobby", "0099", "", false},
	}
	for _, one := range cases {
		if verdict := keeper.Decide(one.gate, one.badge, one.pin); verdict.Open != one.open {
			t.Errorf("%+v: %+v", one, verdict)
		}
	}
}
