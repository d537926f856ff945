// Command server decides for the turnstiles.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/gatekeeper/internal/gate"
	"example.com/gatekeeper/internal/web"
)

func main() {
	token := os.Getenv("HR_TOKEN")
	if token == "" {
		log.Fatal("HR_TOKEN is not set")
	}
	relay, err := gate.OpenRelay(setting("DATA_DIR", "data"))
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           web.New(gate.NewKeeper(time.Now), relay, token),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("gatekeeper on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
