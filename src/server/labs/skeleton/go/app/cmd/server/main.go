// Command server shows the pages of the staff handbook.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"example.com/handbook/internal/pages"
)

func main() {
	book, err := pages.Open(filepath.Join(setting("DATA_DIR", "data"), "pages"))
	if err != nil {
		log.Fatal(err)
	}
	server := &http.Server{
		Addr:              net.JoinHostPort(setting("HOST", "127.0.0.1"), setting("PORT", "8080")),
		Handler:           routes(book, setting("HANDBOOK_TITLE", "Handbook")),
		ReadHeaderTimeout: 5 * time.Second,
	}
	log.Fatal(server.ListenAndServe())
}

func routes(book *pages.Book, title string) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, map[string]string{"status": "up", "title": title})
	})
	mux.HandleFunc("GET /pages", func(w http.ResponseWriter, _ *http.Request) {
		answer(w, book.Names())
	})
	mux.HandleFunc("GET /search", func(w http.ResponseWriter, r *http.Request) {
		answer(w, book.Holding(r.URL.Query().Get("word")))
	})
	mux.HandleFunc("GET /page", func(w http.ResponseWriter, r *http.Request) {
		name := r.URL.Query().Get("name")
		text, err := book.Text(name)
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		if err != nil {
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprintf(w, "There is no page %s.\n", name)
			return
		}
		fmt.Fprint(w, text)
	})
	return mux
}

func answer(w http.ResponseWriter, value any) {
	w.Header().Set("Content-Type", "application/json")
	if err := json.NewEncoder(w).Encode(value); err != nil {
		log.Print(err)
	}
}

func setting(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}
