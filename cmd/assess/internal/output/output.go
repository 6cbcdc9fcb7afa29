// Package output is all that a command says and writes. Results go to standard output or
// into files, in the formats asked for; everything else that a person is to know goes to
// standard error and keeps quiet where that is wanted.
//
// What is written is sealed by package report, so that a later run can tell it from what
// somebody else wrote under the same name: only the former is ever replaced without being
// told to. Whether that is so is asked in one place, Written.
package output

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"

	"golang.org/x/term"
)

// A Console is where a command speaks.
type Console struct {
	Out   io.Writer // results
	Err   *os.File  // what is not a result
	Now   func() time.Time
	Quiet bool // only results and errors
}

// Watched reports whether a person reads what is not a result.
func (c Console) Watched() bool { return term.IsTerminal(int(c.Err.Fd())) }

// Say tells the person something that is not a result.
func (c Console) Say(format string, args ...any) {
	if !c.Quiet {
		fmt.Fprintf(c.Err, format+"\n", args...)
	}
}

// Blame prints what is wrong in a user's files, and reports whether one is an error.
// Warnings are not for who wants quiet.
func (c Console) Blame(found []diag.Diagnostic) (bool, error) {
	bad := diag.Errors(found)
	if len(found) == 0 || c.Quiet && !bad {
		return false, nil
	}
	var buf bytes.Buffer
	if err := diag.Write(&buf, found, diag.Options{}); err != nil {
		return false, err
	}
	_, err := c.Err.Write(buf.Bytes())
	return bad, err
}

// Warn tells a warning about answers, by their files.
func (c Console) Warn(w assess.Warning) {
	if w.Where() == "" {
		c.Say("warning: %s", Printable(w.Told()))
		return
	}
	c.Say("%s: warning: %s", Printable(w.Where()), Printable(w.Told()))
}

// Printable keeps what somebody typed from moving a cursor or making a line of its own.
func Printable(s string) string {
	quoted := strconv.QuoteToGraphic(s)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}
