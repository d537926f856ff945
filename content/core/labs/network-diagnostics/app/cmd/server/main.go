// Command server is the connectivity console; as "server probe" it is the probe that the console starts.
package main

import (
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"example.com/linecheck/internal/console"
	"example.com/linecheck/internal/probe"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "probe" {
		os.Exit(probe.Main(os.Args[2:], os.Stdout))
	}
	runner, err := probe.NewRunner(setting("DATA_DIR", "data"))
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           console.New(runner),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Printf("linecheck listens on %s", server.Addr)
	log.Fatal(server.ListenAndServe())
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
