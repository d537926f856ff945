// Command server runs the file rooms.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/fileroom/internal/archive"
	"example.com/fileroom/internal/web"
)

func main() {
	files, err := archive.Open(setting("DATA_DIR", "data"))
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           web.New(files),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("file rooms on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
