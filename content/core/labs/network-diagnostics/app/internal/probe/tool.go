// Package probe connects to targets and tells how long it took. Main is the program, Runner starts it.
package probe

import (
	"flag"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"time"
)

const (
	unreached   = 1
	usage       = 2
	defaultPort = "443"
)

// Main is the command line of the probe; it returns the exit status.
func Main(args []string, stdout io.Writer) int {
	flags := flag.NewFlagSet("probe", flag.ContinueOnError)
	flags.SetOutput(stdout)
	count := flags.Int("count", 1, "connections to each target")
	timeout := flags.Duration("timeout", 800*time.Millisecond, "for each connection")
	note := flags.String("note", "", "first line of the transcript")
	list := flags.String("f", "", "file with more targets, one a line")
	report := flags.String("o", "", "file that the transcript is added to")
	if err := flags.Parse(args); err != nil {
		return usage
	}
	targets := flags.Args()
	if *list != "" {
		text, err := os.ReadFile(*list)
		if err != nil {
			fmt.Fprintln(stdout, err)
			return usage
		}
		targets = append(targets, strings.Fields(string(text))...)
	}
	out := stdout
	if *report != "" {
		file, err := os.OpenFile(*report, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o640)
		if err != nil {
			fmt.Fprintln(stdout, err)
			return usage
		}
		defer file.Close()
		out = io.MultiWriter(stdout, file)
	}
	if *note != "" {
		fmt.Fprintf(out, "# %s\n", strings.ReplaceAll(*note, "\n", " "))
	}
	return connectAll(out, targets, *count, *timeout)
}

func connectAll(out io.Writer, targets []string, count int, timeout time.Duration) int {
	status := 0
	for _, target := range targets {
		for range count {
			began := time.Now()
			connection, err := net.DialTimeout("tcp", withPort(target), timeout)
			if err != nil {
				fmt.Fprintf(out, "%s: not reached: %v\n", target, err)
				status = unreached
				continue
			}
			connection.Close()
			fmt.Fprintf(out, "%s: reached in %v\n", target, time.Since(began).Round(10*time.Microsecond))
		}
	}
	return status
}

func withPort(target string) string {
	if _, _, err := net.SplitHostPort(target); err == nil {
		return target
	}
	return net.JoinHostPort(strings.Trim(target, "[]"), defaultPort)
}
