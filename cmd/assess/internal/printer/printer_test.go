package printer

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestDated(t *testing.T) {
	t.Parallel()
	const made = "/Title (\\(D:20200101000000+00'00'\\))\n" +
		"/CreationDate (D:20261126160458+08'00')\n/ModDate (D:20261126160458+00'00')>>"
	for date, day := range map[string]string{"2026-11-18": "20261118", "": "19700101"} {
		want := "/Title (\\(D:20200101000000+00'00'\\))\n" +
			"/CreationDate (D:" + day + "000000+00'00')\n/ModDate (D:" + day + "000000+00'00')>>"
		if got := string(dated([]byte(made), date)); got != want || len(got) != len(made) {
			t.Errorf("%q: %s", date, got)
		}
	}
}

func TestCandidates(t *testing.T) {
	t.Parallel()
	env := map[string]string{"ProgramFiles": "P", "LocalAppData": "L", "HOME": "/h"}
	getenv := func(name string) string { return env[name] }
	for system, want := range map[string]string{
		"windows": filepath.Join("L", "Google", "Chrome", "Application", "chrome.exe"),
		"darwin":  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
		"linux":   "/opt/google/chrome/chrome",
	} {
		if got := candidates(system, getenv); !slices.Contains(got, filepath.FromSlash(want)) {
			t.Errorf("%s: %q has no %s", system, got, want)
		}
	}
}

func TestFindWhatIsNamed(t *testing.T) {
	t.Parallel()
	own, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	named := func(name string) func(string) string {
		return func(variable string) string { return map[string]string{Variable: name}[variable] }
	}
	if got, err := Find(named(own)); got != own || err != nil {
		t.Error(got, err)
	}
	if got, err := Find(named(own + ".none")); err == nil || !strings.HasPrefix(err.Error(), Variable) {
		t.Error(got, err)
	}
}

func TestAddress(t *testing.T) {
	t.Parallel()
	if got := address("/tmp/a b#c?/r.html"); got != "file:///tmp/a%20b%23c%3F/r.html" {
		t.Error(got)
	}
	if got := address("C:/Temp/r.html"); got != "file:///C:/Temp/r.html" {
		t.Error(got)
	}
}

func TestTail(t *testing.T) {
	t.Parallel()
	var said tail
	for range 1000 {
		_, _ = said.Write([]byte("a line\n"))
	}
	_, _ = said.Write([]byte("the \x1b[2J last\n"))
	if got := said.String(); said.Len() > heard || strings.Count(got, "\n") != 3 ||
		!strings.HasSuffix(got, "\n  it says: \"the \\x1b[2J last\"") {
		t.Errorf("%d bytes kept: %s", said.Len(), got)
	}
}

// A browser that is stopped ends with all that it began: what it began holds its output, which
// would be waited for. Nothing is left.
func TestStopped(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a script of the shell plays the browser")
	}
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	script := filepath.Join(t.TempDir(), "stuck")
	if err := os.WriteFile(script, []byte("#!/bin/sh\nsleep 60 &\nwait\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := Print(ctx, script, []byte("<p>page"), "2026-11-18")
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if took := time.Since(begun); took >= patient {
		t.Errorf("it takes %v to end what runs", took)
	}
	if left, err := os.ReadDir(dir); len(left) > 0 || err != nil {
		t.Error(left, err)
	}
}

// Whatever a page begins with, the policy stands before it.
func TestShut(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"<!doctype html><head>", "<!--><script>a()</script>-->", "\ufeff<html>", ""} {
		got := string(shut([]byte(page)))
		if want := front + strings.TrimPrefix(page, "\ufeff"); got != want || !strings.Contains(got, "default-src 'none'") {
			t.Errorf("%q: %s", page, got)
		}
	}
}
