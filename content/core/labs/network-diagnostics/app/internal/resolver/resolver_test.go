package resolver

import (
	"context"
	"slices"
	"testing"
)

func TestLookupOfAnAddressIsTheAddress(t *testing.T) {
	got, err := Lookup(context.Background(), Query{Host: "192.0.2.7", Limit: 5})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got, []string{"192.0.2.7"}) {
		t.Fatalf("got %v", got)
	}
}

func TestLookupOfLocalhost(t *testing.T) {
	got, err := Lookup(context.Background(), Query{Host: "localhost", Prefix: "127.", Limit: 5})
	if err != nil || !slices.Contains(got, "127.0.0.1") {
		t.Fatalf("got %v, %v", got, err)
	}
}
