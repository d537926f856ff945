package pages

import (
	"strings"
	"testing"

	"example.com/statusboard/internal/incidents"
)

var view = View{Token: "t", Incidents: []incidents.Incident{
	{ID: 1, Service: "mail", Title: "R&D gets no mail", Text: "since **nine**\nsays Lee", Minutes: 30, Runbook: "itsm://ticket/4711"},
}}

func TestBoardShowsTheTicketAddressAndBoldWords(t *testing.T) {
	var page strings.Builder
	if err := Board(&page, view); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`href="itsm://ticket/4711"`, "since <b>nine</b><br>says Lee"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("%q is missing", want)
		}
	}
}

func TestDigestIsPlainText(t *testing.T) {
	var mail strings.Builder
	if err := Digest(&mail, view); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(mail.String(), "MAIL: R&D gets no mail (30 min, open)") {
		t.Error(mail.String())
	}
}
