// Package pages writes the pages and the mail from templates.
package pages

import (
	"bytes"
	"embed"
	"encoding/json"
	html "html/template"
	"io"
	"io/fs"
	"regexp"
	"strings"
	"text/template"

	"example.com/statusboard/internal/incidents"
)

//go:embed templates static
var files embed.FS

// Static holds what browsers fetch beside the pages.
func Static() fs.FS {
	static, err := fs.Sub(files, "static")
	if err != nil {
		panic(err) // The folder is part of the program.
	}
	return static
}

var (
	board = html.Must(html.New("board.tmpl").Funcs(html.FuncMap{
		"rich": rich,
		"link": link,
	}).ParseFS(files, "templates/board.tmpl"))

	// The report and the mail share their lines about one incident's length and state.
	weekly = template.Must(template.New("weekly").Funcs(template.FuncMap{
		"upper": strings.ToUpper,
	}).ParseFS(files, "templates/length.tmpl", "templates/report.tmpl", "templates/digest.tmpl"))
)

// View is what all pages show.
type View struct {
	Token     string
	Incidents []incidents.Incident
}

// Board writes the page for whoever is on call.
func Board(w io.Writer, view View) error {
	data, err := script(view.Incidents)
	if err != nil {
		return err
	}
	return board.Execute(w, struct {
		View
		Data html.JS
	}{view, data})
}

// Report writes the page for the management.
func Report(w io.Writer, view View) error {
	return weekly.ExecuteTemplate(w, "report.tmpl", view)
}

// Digest writes the mail, which is plain text.
func Digest(w io.Writer, view View) error {
	return weekly.ExecuteTemplate(w, "digest.tmpl", view)
}

// script returns the incidents as an array for the chart. The chart labels its bars with titles, and those came out as
// "R\u0026D" on the wall, so nothing is escaped that JSON doesn't need.
func script(list []incidents.Incident) (html.JS, error) {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(list)
	return html.JS(text.String()), err
}

var bold = regexp.MustCompile(`\*\*([^*\n]+)\*\*`)

// rich keeps line breaks and makes words between two asterisks bold.
func rich(text string) html.HTML {
	escaped := html.HTMLEscapeString(text)
	escaped = bold.ReplaceAllString(escaped, "<b>$1</b>")
	return html.HTML(strings.ReplaceAll(escaped, "\n", "<br>"))
}

// link keeps html/template from replacing addresses of the ticket program, whose scheme it does not know.
func link(address string) html.URL {
	return html.URL(strings.TrimSpace(address))
}
