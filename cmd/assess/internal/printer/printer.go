// Package printer prints a page to PDF with a browser that is installed on this machine:
// Edge, Chrome or Chromium, found by itself or named by the person. It is the one program
// that assess starts.
//
// The page goes into a private folder that is gone afterwards, and so does the browser's
// profile: it sees none of the person's settings, logins and extensions, and leaves no
// history. It runs without a window, reaches no network, and is ended, with every process that
// it began, when time is up or the person stops. What the page brings itself is printed, and
// nothing else: it runs no script and reads no other file.
package printer

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

const (
	longest = 2 * time.Minute // that a browser may take; a report takes seconds
	patient = 5 * time.Second // for what a browser that was ended still writes
	heard   = 4 << 10         // bytes of what a browser says that are kept
)

// Print prints a page, HTML that stands on its own, and returns the PDF, whose date is the
// one given (YYYY-MM-DD) instead of the clock's: the same page, date and browser give the
// same bytes. An error is that of the context, or says what the browser said last.
func Print(ctx context.Context, program string, page []byte, date string) ([]byte, error) {
	dir, err := os.MkdirTemp("", "assess-print-") // for its owner alone
	if err != nil {
		return nil, err
	}
	defer remove(dir)
	source, target := filepath.Join(dir, "report.html"), filepath.Join(dir, "report.pdf")
	if err := os.WriteFile(source, shut(page), 0o600); err != nil {
		return nil, err
	}
	limited, cancel := context.WithTimeout(ctx, longest)
	defer cancel()
	said, err := run(limited, program, arguments(dir, source, target))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if limited.Err() != nil {
		return nil, fmt.Errorf("%s takes more than %v to print a page%s", program, longest, said)
	}
	if err != nil {
		return nil, fmt.Errorf("%s prints no page: %w%s", program, err, said)
	}
	pdf, err := os.ReadFile(target)
	if errors.Is(err, os.ErrNotExist) || err == nil && !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		return nil, fmt.Errorf("%s made no PDF; is it Edge, Chrome or Chromium, and may it read %s?%s",
			program, filepath.Dir(dir), said)
	}
	return dated(pdf, date), err
}

// remove removes a folder into which a process that is ending may still write.
func remove(dir string) {
	const pause = 50 * time.Millisecond
	for range patient / pause {
		if os.RemoveAll(dir) == nil {
			return
		}
		time.Sleep(pause)
	}
}

// arguments are what the browser is told: to print one file, in a profile of its own.
func arguments(dir, source, target string) []string {
	args := []string{
		"--headless=new", "--disable-gpu", "--user-data-dir=" + filepath.Join(dir, "profile"),
		"--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
		"--disable-component-update", "--disable-background-networking", "--disable-breakpad",
		"--use-mock-keychain", "--password-store=basic", // asks for no password of the system's
		// No address is found, and what needs none goes to a proxy that is not there.
		"--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://127.0.0.1:9",
		"--proxy-bypass-list=<-loopback>",
		"--no-pdf-header-footer", "--print-to-pdf=" + target,
	}
	if os.Geteuid() == 0 {
		args = append(args, "--no-sandbox") // Chromium refuses to run as root with it
	}
	return append(args, address(source))
}

// address is the URL of a file, which on Windows begins with a drive.
func address(name string) string {
	p := filepath.ToSlash(name)
	if !strings.HasPrefix(p, "/") {
		p = "/" + p
	}
	return (&url.URL{Scheme: "file", Path: p}).String()
}

// run runs a program to its end, and ends with it whatever it began. It returns the last of
// what the program said, ready to stand behind an error.
func run(ctx context.Context, program string, args []string) (string, error) {
	cmd := exec.CommandContext(ctx, program, args...)
	said := tail{}
	cmd.Stdout, cmd.Stderr = &said, &said
	cmd.WaitDelay = patient
	end, err := begin(cmd)
	if err != nil {
		return "", err
	}
	defer end()
	err = cmd.Wait()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil // the browser ended; only something that it began held its output
	}
	return said.String(), err
}

// tail keeps the last of what is written to it.
type tail struct{ bytes.Buffer }

func (t *tail) Write(p []byte) (int, error) {
	n, err := t.Buffer.Write(p)
	if extra := t.Len() - heard; extra > 0 {
		t.Next(extra)
	}
	return n, err
}

// String is the last lines, printable, each on a line of its own.
func (t *tail) String() string {
	const most = 3
	lines := strings.Split(strings.TrimSpace(t.Buffer.String()), "\n")
	var out strings.Builder
	for _, line := range lines[max(0, len(lines)-most):] {
		if line = strings.TrimSpace(line); line != "" {
			fmt.Fprintf(&out, "\n  it says: %.300q", line)
		}
	}
	return out.String()
}
