// Command assess is the maturity self-assessment tool for banks.
//
// This package is the command line and nothing else: main wires the world into the tree of
// verbs, which root.go holds; each verb has a file of its own with its flags and what they
// mean; the work is done by the packages below internal, which get streams, clock and
// options as values. package outcome turns how a verb ended into the exit code.
package main

import (
	"os"
	"time"

	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/quiet"
)

func main() {
	quiet.Restore()
	w := world{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now, getenv: os.Getenv}
	os.Exit(w.main(os.Args[1:]))
}

// main runs one command line and returns its exit code.
func (w world) main(args []string) int {
	out := &remembering{Writer: w.out}
	w.out = out
	root := newRootCmd(w)
	root.SetArgs(args)
	cmd, err := root.ExecuteC()
	if out.err != nil {
		err = outcome.World(out.err)
	}
	return outcome.Exit(err, cmd.CommandPath(), w.err)
}
