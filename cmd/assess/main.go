// Command assess is the maturity self-assessment tool for banks. This package
// is the only place that knows the command line, files, terminals and the
// clock: main wires the world into an app, root.go holds the tree of verbs,
// each verb has a file of its own, exit.go turns outcomes into exit codes.
package main

import (
	"os"
	"time"

	"bankmaturity/cmd/assess/internal/quiet"
)

func main() {
	quiet.Restore()
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: time.Now, getenv: os.Getenv}
	os.Exit(a.main(os.Args[1:]))
}
