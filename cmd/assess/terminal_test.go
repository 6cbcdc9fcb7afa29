//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"bankmaturity/cmd/assess/internal/outcome"

	"github.com/creack/pty"
)

// terminal runs the real program on a terminal of its own.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	pty  *os.File
	mu   sync.Mutex
	seen bytes.Buffer
	gone chan struct{} // closed once the program and its output have ended
}

func start(t *testing.T, dir string, env []string, args ...string) *terminal {
	t.Helper()
	program := filepath.Join(programs(t), "assess") // by this name testscript finds the program
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), append([]string{"TERM=xterm-256color", "LANG=C.UTF-8"}, env...)...)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip(err) // on Windows
	}
	if err != nil {
		leftOut(t, "no terminal can be opened here: %v", err)
	}
	term := &terminal{t: t, cmd: cmd, pty: f, gone: make(chan struct{})}
	go term.watch()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-term.gone
		_ = f.Close()
	})
	return term
}

func (term *terminal) watch() {
	defer close(term.gone)
	buf := make([]byte, 4096)
	for {
		n, err := term.pty.Read(buf)
		term.mu.Lock()
		term.seen.Write(buf[:n])
		term.mu.Unlock()
		if err != nil {
			_ = term.cmd.Wait()
			return
		}
	}
}

func (term *terminal) output() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.seen.String()
}

// until waits for what a condition asks, failing after a time that no machine
// needs.
func (term *terminal) until(what string, ok func() bool) {
	term.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); !ok(); {
		if time.Now().After(deadline) {
			term.t.Fatalf("never %s; the terminal shows\n%s", what, term.output())
		}
		time.Sleep(2 * time.Millisecond)
	}
}

func (term *terminal) shows(text string) {
	term.t.Helper()
	term.until("shown: "+text, func() bool { return strings.Contains(term.output(), text) })
}

// begins waits for what stands before the first question, and goes on to it.
func (term *terminal) begins() {
	term.t.Helper()
	term.until("about to begin", func() bool {
		return strings.Contains(term.output(), "Enter begin") || strings.Contains(term.output(), "Enter 开始")
	})
	term.types("\r")
}

func (term *terminal) types(keys string) {
	if _, err := term.pty.WriteString(keys); err != nil {
		term.t.Fatal(err)
	}
}

// A terminal that answers nothing must not be asked anything before it is used.
func TestSilentTerminal(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"--version"}, {"list"}, {"--help"}} {
		term := start(t, t.TempDir(), nil, args...)
		<-term.gone
		if out := term.output(); strings.Contains(out, "\x1b") || out == "" {
			t.Errorf("%v writes %q", args, out)
		}
	}
}

func TestRunOnATerminal(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "bank.yaml")
	saved := func(text string) func() bool {
		return func() bool {
			data, _ := os.ReadFile(file)
			return strings.Contains(string(data), text)
		}
	}
	args := []string{"run", "bank.yaml", "--organization", "海港城市银行"}

	term := start(t, dir, nil, args...)
	term.begins()
	term.shows("question 1 of 36")
	term.types("3")
	term.until("saved", saved("served-by-behaviour: 3"))
	term.types("nwholesale only\r")
	term.until("saved", saved("reasons-acted-on: {not_applicable: wholesale only}"))
	term.types("4")
	term.until("saved", saved("requests-carried-out: 4"))
	if err := term.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	<-term.gone

	// What was confirmed is there; the same command goes on after it.
	term = start(t, dir, nil, args...)
	term.begins()
	term.shows("question 4 of 36")
	term.types("mhalf a no")
	_ = term.pty.Close() // the terminal is gone
	<-term.gone
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"served-by-behaviour: 3", "wholesale only", "requests-carried-out: 4",
		"organization: 海港城市银行"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("%q is lost:\n%s", want, data)
		}
	}
	if strings.Contains(string(data), "half a no") {
		t.Errorf("what nobody confirmed is recorded:\n%s", data)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".assess-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}

	// Ctrl+C stops, writes the report and says how to go on.
	term = start(t, dir, []string{"NO_COLOR=1"}, args...)
	term.begins()
	term.shows("question 4 of 36")
	term.types("\x03")
	<-term.gone
	if code := term.cmd.ProcessState.ExitCode(); code != outcome.ExitInterrupted {
		t.Errorf("exit code %d", code)
	}
	if out := term.output(); !strings.Contains(out, "Go on with: assess run bank.yaml") ||
		strings.Contains(out, "\x1b[1;36m") {
		t.Errorf("the end says\n%q", out)
	}
	if _, err := os.Stat(filepath.Join(dir, "bank.report.md")); err != nil {
		t.Error(err)
	}
}

// The language of an interview can be switched at any time, and the answers
// remember it.
func TestSwitchLanguage(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	spoken := func(language string) func() bool {
		return func() bool {
			data, _ := os.ReadFile(filepath.Join(dir, "bank.yaml"))
			return strings.Contains(string(data), "language: "+language)
		}
	}
	term := start(t, dir, nil, "run", "bank.yaml", "--organization", "Bank", "--lang", "en")
	term.begins()
	term.shows("question 1 of 36")
	term.until("saved", spoken("en"))
	term.types("t")
	term.until("saved", spoken("zh"))
	term.types("q")
	<-term.gone

	// Without --lang the answers decide, whatever the environment speaks.
	term = start(t, dir, []string{"LC_ALL=en_GB.UTF-8"}, "run", "bank.yaml")
	term.begins()
	term.shows("客户")
	term.types("t")
	term.until("saved", spoken("en"))
	term.types("q")
	<-term.gone
}

// What is typed without a bracketed paste arrives whole: 115 characters of three bytes each
// lie across every boundary of a read.
func TestEveryCharacterArrives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	note := strings.Repeat("数据质量规则由各部门共同维护并按月复核一次结果公开", 5)[:3*115]
	read := func() string {
		data, _ := os.ReadFile(filepath.Join(dir, "bank.yaml"))
		return string(data)
	}
	term := start(t, dir, nil, "run", "bank.yaml", "--organization", "Bank", "--lang", "en")
	term.begins()
	term.shows("question 1 of 36")
	term.types("m" + note + "\r")
	term.until("saved", func() bool { return strings.Contains(read(), "note:") })
	if !strings.Contains(read(), note) {
		t.Errorf("of %d characters:\n%s", len([]rune(note)), read())
	}
	term.types("q")
	<-term.gone
}

// The room sees what was prepared, not whose it is; the session goes on with no flag but the
// file's name.
func TestPreparedOnAProjector(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, text string) {
		head := "format: assess/answers/v1\nquestionnaire: bank-digital\nquestionnaire_version: \"2.0.0\"\n" +
			"organization: Bank\ndate: 2026-11-20\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(head+text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("lin-mei.yaml", "respondent: {name: Lin Mei}\n"+
		"answers: {served-by-behaviour: {value: 4, note: cards alone}}\n")
	write("wang.yaml", "answers: {served-by-behaviour: {not_applicable: wholesale}}\n")
	saved := func(text string) func() bool {
		return func() bool {
			data, _ := os.ReadFile(filepath.Join(dir, "room.yaml"))
			return strings.Contains(string(data), text)
		}
	}
	term := start(t, dir, nil, "run", "room.yaml", "--lang", "en", "--votes", "Retail;IT",
		"--from", "lin-mei.yaml", "--from", "wang.yaml")
	term.begins()
	term.shows("question 1 of 36")
	term.types("h")
	term.shows("not applicable, wholesale")
	term.types("hvn ?\r")
	term.until("saved", saved("Retail: na\n      IT: unknown"))
	term.types("q")
	<-term.gone

	again := start(t, dir, nil, "run", "room.yaml")
	again.begins()
	again.shows("question 1 of 36")
	again.types("h")
	again.shows("cards alone")
	again.types("h33\r")
	again.until("saved", saved("Retail: 3\n      IT: 3"))
	again.types("a") // somebody says that it does not apply: nothing to agree on
	again.shows("nothing on which the voices already agree")
	again.types("q")
	<-again.gone
	for _, out := range []string{term.output(), again.output()} {
		if strings.Contains(out, "Lin") || strings.Contains(strings.ToLower(out), "wang") {
			t.Errorf("a name is shown:\n%q", out)
		}
	}
}

// On another day the file of the day before is offered first.
func TestGoesOnWithYesterday(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	old := "Bank-bank-digital-2026-01-05.yaml"
	text := "format: assess/answers/v1\nquestionnaire: bank-digital\nquestionnaire_version: \"2.0.0\"\n" +
		"organization: Bank\ndate: 2026-01-05\nanswers: {served-by-behaviour: 4}\n"
	if err := os.WriteFile(filepath.Join(dir, old), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	term := start(t, dir, nil, "run", "--organization", "Bank", "--force")
	term.shows(old + " exists already. Go on with it?")
	term.types("y")
	term.begins()
	term.shows("question 2 of 36")
	term.types("2")
	term.until("saved", func() bool {
		data, _ := os.ReadFile(filepath.Join(dir, old))
		return strings.Contains(string(data), "reasons-acted-on: 2")
	})
	term.types("q")
	<-term.gone
}
