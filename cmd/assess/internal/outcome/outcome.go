package main

import (
	"errors"
	"fmt"
	"io"
)

// Exit codes, a contract with scripts.
const (
	exitDone        = 0   // warnings included
	exitFindings    = 1   // an invalid file, a score missed
	exitUsage       = 2   // wrong flags or arguments
	exitFailed      = 3   // no such file, file system, terminal
	exitInterrupted = 130 // stopped with questions open; answers saved
)

// usageError is wrong use of the command line.
type usageError struct{ msg string }

func (e usageError) Error() string { return e.msg }

func usagef(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// finding is an outcome of what was read that exits with 1.
type finding struct{ msg string }

func (e finding) Error() string { return e.msg }

func findingf(format string, args ...any) error { return finding{fmt.Sprintf(format, args...)} }

// worldError is what the file system or the terminal refused.
type worldError struct{ err error }

func (e worldError) Error() string { return e.err.Error() }
func (e worldError) Unwrap() error { return e.err }

// Outcomes that have already been told.
var (
	errFindings    = errors.New("findings")
	errInterrupted = errors.New("interrupted")
)

// exitCode tells the user what went wrong, where that was not done yet, and
// returns the code. What is neither a finding nor the world's is wrong use:
// cobra's own errors come untyped.
func exitCode(err error, command string, stderr io.Writer) int {
	var world worldError
	var found finding
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errFindings):
		return exitFindings
	case errors.As(err, &found):
		fmt.Fprintf(stderr, "assess: %v\n", err)
		return exitFindings
	case errors.Is(err, errInterrupted):
		return exitInterrupted
	case errors.As(err, &world):
		fmt.Fprintf(stderr, "assess: %v\n", err)
		return exitFailed
	default:
		fmt.Fprintf(stderr, "assess: %v\nSee '%s --help'.\n", err, command)
		return exitUsage
	}
}

// world marks an error that is not typed yet as the world's.
func world(err error) error {
	var usage usageError
	var found finding
	if err == nil || errors.Is(err, errFindings) || errors.Is(err, errInterrupted) || errors.As(err, &usage) || errors.As(err, &found) {
		return err
	}
	return worldError{err}
}
