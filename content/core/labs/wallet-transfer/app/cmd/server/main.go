// Command server keeps the wallets of a festival.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/wristband/internal/ledger"
	"example.com/wristband/internal/web"
)

func main() {
	book, err := ledger.Open(setting("DATA_DIR", "data"))
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           web.New(book),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("wallets on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
