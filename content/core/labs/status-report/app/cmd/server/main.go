// Command server runs the status board.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/statusboard/internal/incidents"
	"example.com/statusboard/internal/web"
)

func main() {
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           web.New(&incidents.List{}, setting("ON_CALL_TOKEN", "for-development")),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("status board on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
