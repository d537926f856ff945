// Package console is the HTTP side of linecheck.
package console

import (
	"encoding/json"
	"errors"
	"log"
	"net/http"
	"strconv"

	"example.com/linecheck/internal/probe"
	"example.com/linecheck/internal/resolver"
)

const (
	longestBody  = 16 << 10
	longestHost  = 253
	usualAnswers = 10
	mostAnswers  = 50
)

type console struct {
	runner *probe.Runner
	hosts  watchlist
}

// New returns the handler of all calls.
func New(runner *probe.Runner) http.Handler {
	c := &console{runner: runner}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", func(w http.ResponseWriter, _ *http.Request) { answer(w, http.StatusOK, "ok") })
	mux.HandleFunc("GET /api/lookup", c.lookup)
	mux.HandleFunc("POST /api/probes", c.startProbe)
	mux.HandleFunc("GET /api/probes/{id}", c.showProbe)
	mux.HandleFunc("POST /api/watchlist", c.addHost)
	mux.HandleFunc("POST /api/watchlist/{id}/lookup", c.lookupHost)
	mux.HandleFunc("GET /api/tools", c.tools)
	return http.MaxBytesHandler(mux, longestBody)
}

func (c *console) lookup(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	limit, err := strconv.Atoi(query.Get("limit"))
	if err != nil || limit < 1 || limit > mostAnswers {
		limit = usualAnswers
	}
	answerLookup(w, r, resolver.Query{Host: query.Get("host"), Prefix: query.Get("prefix"), Limit: limit})
}

func (c *console) addHost(w http.ResponseWriter, r *http.Request) {
	var wanted entry
	if err := json.NewDecoder(r.Body).Decode(&wanted); err != nil || wanted.Customer == "" || wanted.Host == "" {
		refuse(w, http.StatusBadRequest, "name a customer and a host")
		return
	}
	answer(w, http.StatusCreated, c.hosts.add(wanted))
}

func (c *console) lookupHost(w http.ResponseWriter, r *http.Request) {
	known, found := c.hosts.get(r.PathValue("id"))
	if !found {
		refuse(w, http.StatusNotFound, "there is no such host on the list")
		return
	}
	answerLookup(w, r, resolver.Query{Host: known.Host, Prefix: known.Prefix, Limit: usualAnswers})
}

func answerLookup(w http.ResponseWriter, r *http.Request, query resolver.Query) {
	if query.Host == "" || len(query.Host) > longestHost {
		refuse(w, http.StatusBadRequest, "name a host")
		return
	}
	addresses, err := resolver.Lookup(r.Context(), query)
	if err != nil {
		log.Printf("lookup of %q: %v", query.Host, err)
		refuse(w, http.StatusNotFound, "the name does not resolve")
		return
	}
	answer(w, http.StatusOK, map[string]any{"host": query.Host, "addresses": addresses})
}

func (c *console) startProbe(w http.ResponseWriter, r *http.Request) {
	var request probe.Request
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		refuse(w, http.StatusBadRequest, "the body is no JSON object")
		return
	}
	id, output, err := c.runner.Run(r.Context(), request)
	switch {
	case errors.Is(err, probe.ErrTargets):
		refuse(w, http.StatusBadRequest, err.Error())
	case err != nil:
		log.Printf("probe of %q: %v", request.Targets, err)
		refuse(w, http.StatusBadGateway, "the probe did not run")
	default:
		answer(w, http.StatusCreated, map[string]string{"id": id, "output": output})
	}
}

func (c *console) showProbe(w http.ResponseWriter, r *http.Request) {
	text, err := c.runner.Transcript(r.PathValue("id"))
	if err != nil {
		refuse(w, http.StatusNotFound, "there is no such transcript")
		return
	}
	answer(w, http.StatusOK, map[string]string{"text": text})
}

func (c *console) tools(w http.ResponseWriter, r *http.Request) {
	answer(w, http.StatusOK, resolver.Tools(r.Context()))
}

func refuse(w http.ResponseWriter, status int, why string) {
	answer(w, status, map[string]string{"error": why})
}

func answer(w http.ResponseWriter, status int, body any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(body); err != nil {
		log.Printf("answer: %v", err)
	}
}
