// Command server hands documents to clients by link.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/notary/internal/files"
	"example.com/notary/internal/links"
	"example.com/notary/internal/web"
)

func main() {
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           web.New(files.NewCabinet(), links.NewSigner(time.Now)),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("notary on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
