// Package outcome says what a command ends with, and which exit code that is. There are
// four ways to end besides success: the command was used wrongly; what was read is not
// as it should be, which is a finding; the world (a file system, a terminal) refused
// something; or the person stopped with questions open. Whoever meets the first makes
// the error; Exit tells it and returns the code, in this one place.
package outcome

import (
	"errors"
	"fmt"
	"io"
)

// Exit codes, a contract with scripts.
const (
	ExitDone        = 0   // warnings included
	ExitFindings    = 1   // an invalid file, a score missed
	ExitUsage       = 2   // wrong flags or arguments
	ExitFailed      = 3   // no such file, file system, terminal
	ExitInterrupted = 130 // stopped with questions open; answers saved
)

// Outcomes that the person has already been told of.
var (
	ErrFindings    = errors.New("findings")
	ErrInterrupted = errors.New("interrupted")
)

// usageError is wrong use of the command line.
type usageError struct{ msg string }

func (e usageError) Error() string { return e.msg }

// Usagef is the error of wrong use of the command line.
func Usagef(format string, args ...any) error { return usageError{fmt.Sprintf(format, args...)} }

// finding is what is wrong with what was read, and not told yet.
type finding struct{ msg string }

func (e finding) Error() string { return e.msg }

// Findingf is a finding that is still to be told.
func Findingf(format string, args ...any) error { return finding{fmt.Sprintf(format, args...)} }

// worldError is what the file system or the terminal refused.
type worldError struct{ err error }

func (e worldError) Error() string { return e.err.Error() }
func (e worldError) Unwrap() error { return e.err }

// World marks an error that is of no other kind yet as the world's.
func World(err error) error {
	var usage usageError
	var found finding
	switch {
	case err == nil, errors.Is(err, ErrFindings), errors.Is(err, ErrInterrupted):
		return err
	case errors.As(err, &usage), errors.As(err, &found):
		return err
	}
	return worldError{err}
}

// Exit tells the person what went wrong, where that was not done yet, and returns the
// exit code. What is neither a finding nor the world's is wrong use of the command:
// cobra's own errors come without a kind.
func Exit(err error, command string, stderr io.Writer) int {
	var world worldError
	var found finding
	switch {
	case err == nil:
		return ExitDone
	case errors.Is(err, ErrFindings):
		return ExitFindings
	case errors.As(err, &found):
		fmt.Fprintf(stderr, "assess: %v\n", err)
		return ExitFindings
	case errors.Is(err, ErrInterrupted):
		return ExitInterrupted
	case errors.As(err, &world):
		fmt.Fprintf(stderr, "assess: %v\n", err)
		return ExitFailed
	default:
		fmt.Fprintf(stderr, "assess: %v\nSee '%s --help'.\n", err, command)
		return ExitUsage
	}
}
