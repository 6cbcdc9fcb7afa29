//go:build unix

package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/questionnaires"

	"github.com/creack/pty"
)

// sessionsToKill is how many sessions each lane kills; there are eight lanes, half of them on a screen.
// Short is the run for the race detector, which doesn't look into them: they are programs of their own.
func sessionsToKill() int {
	if testing.Short() {
		return 8
	}
	return 40
}

// However a session ends, by a signal or because its terminal goes, every answer after
// which the next question was shown is in the file, and the file can be read.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	program, kills := filepath.Join(programs(t), "assess"), sessionsToKill()
	for lane := range 8 {
		t.Run(fmt.Sprint(lane), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(uint64(lane), 11))
			dir := t.TempDir()
			questions := bankModel(t).Questions()
			confirmed, kept := map[string]float64{}, 0
			for range kills {
				if answered(filepath.Join(dir, "bank.yaml")) >= len(questions)-1 { // the last one is followed by none
					clear(confirmed)
					_ = os.Remove(filepath.Join(dir, "bank.yaml"))
				}
				before := len(confirmed)
				session := lineSession
				if lane%2 == 1 {
					session = screenSession
				}
				live(rng, session(t, program, dir), questions, confirmed)
				kept += len(confirmed) - before
				holds(t, filepath.Join(dir, "bank.yaml"), confirmed)
			}
			if kept < kills/8 { // a busy machine confirms less before it kills
				t.Errorf("only %d answers were confirmed in %d sessions", kept, kills)
			}
			finish := exec.Command(program, "run", "bank.yaml", "--organization", "Bank")
			finish.Dir, finish.Stdin = dir, strings.NewReader("q\n")
			_ = finish.Run() // its code says that questions are open
			if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
				t.Errorf("left behind after a clean end: %v", left)
			}
		})
	}
}

var asks = regexp.MustCompile(`question (\d+) of \d+`)

// A killable session is the program with something to type into, and what it shows.
type killable struct {
	cmd    *exec.Cmd
	in     io.Writer
	out    io.Reader
	enter  string // what ends an answer
	goes   func() // the terminal goes
	within int    // microseconds in which it is killed
}

func lineSession(t *testing.T, program, dir string) killable {
	t.Helper()
	cmd := exec.Command(program, "run", "bank.yaml", "--organization", "Bank", "--line")
	cmd.Dir = dir
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return killable{cmd, in, out, "\n", func() { _ = in.Close() }, 60_000}
}

func screenSession(t *testing.T, program, dir string) killable {
	t.Helper()
	cmd := exec.Command(program, "run", "bank.yaml", "--organization", "Bank")
	cmd.Dir, cmd.Env = dir, append(os.Environ(), "TERM=xterm-256color", "LANG=C.UTF-8")
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 24, Cols: 80})
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip(err) // on Windows
	}
	if err != nil {
		leftOut(t, "no terminal can be opened here: %v", err)
	}
	_ = syscall.SetNonblock(int(terminal.Fd()), true) // so that closing it ends a reading
	return killable{cmd, terminal, terminal, "", func() { _ = terminal.Close() }, 400_000}
}

// live answers until the session is killed, and notes what it confirmed: everything before
// the last question that it showed.
func live(rng *rand.Rand, s killable, questions []*assess.Question, confirmed map[string]float64) {
	signal := []syscall.Signal{syscall.SIGKILL, syscall.SIGKILL, syscall.SIGTERM, syscall.SIGHUP,
		syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT, 0}[rng.IntN(8)]
	end := func() {
		if signal == 0 {
			s.goes()
		}
		_ = s.cmd.Process.Signal(signal) // 0 asks only whether it is there
	}
	within := time.Duration(rng.IntN(s.within)) * time.Microsecond
	late := 5 * time.Second // where nothing is left to ask
	if rng.IntN(4) == 0 {   // before it asks, or after; else once it asks, however slow the machine
		late = within
	}
	timer := time.AfterFunc(late, end)
	defer timer.Stop()
	at, value := -1, 0.0
	shown, begun, buf := "", false, make([]byte, 4096)
	for {
		n, err := s.out.Read(buf)
		shown += string(buf[:n])
		if !begun && strings.Contains(shown, "Enter begin") { // on a screen
			begun = true
			_, _ = io.WriteString(s.in, "\r")
		}
		for m := asks.FindStringSubmatchIndex(shown); m != nil; m = asks.FindStringSubmatchIndex(shown) {
			number, _ := strconv.Atoi(shown[m[2]:m[3]])
			shown = shown[m[1]:]
			if number-1 == at { // the screen was drawn once more
				continue
			}
			if at < 0 {
				timer.Reset(within)
			} else {
				confirmed[questions[at].ID] = value
			}
			at, value = number-1, float64(1+rng.IntN(5))
			if questions[at].Input == assess.NumberInput {
				value += 10 // which is no option, and can only be counted
			}
			keys := fmt.Sprint(value)
			if s.enter != "" || questions[at].Input == assess.NumberInput { // else the digit answers at once
				keys += cmp.Or(s.enter, "\r")
			}
			_, _ = io.WriteString(s.in, keys)
		}
		if err != nil {
			break
		}
	}
	s.goes()
	_ = s.cmd.Wait()
}

func bankModel(t *testing.T) *assess.Questionnaire {
	t.Helper()
	data, ok := questionnaires.Open("bank-digital")
	if !ok {
		t.Fatal("bank-digital is not bundled")
	}
	q, _ := codec.ReadQuestionnaire("bank-digital.yaml", data)
	return q
}

// answered counts the answers in a file, whether they were confirmed or not.
func answered(file string) int {
	data, _ := os.ReadFile(file) // none before the first session
	return len(answers.FindAllString(string(data), -1))
}

var answers = regexp.MustCompile(`(?m)^  [a-z-]+:`)

// holds requires a file to be whole and to have every confirmed answer.
func holds(t *testing.T, file string, confirmed map[string]float64) {
	t.Helper()
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) && len(confirmed) == 0 {
		return // killed before it began
	}
	if err != nil {
		t.Fatal(err)
	}
	q := bankModel(t)
	records, found := codec.ReadAnswers(file, data,
		func(string, string) (*assess.Questionnaire, string, []string) { return q, "", nil })
	if len(records) != 1 || len(found) > 0 {
		t.Fatalf("the file does not read: %v\n%s", found, data)
	}
	for id, value := range confirmed {
		answer := records[0].Response.Answers[q.Question(id).Index()]
		got := answer.Value
		if q.Question(id).Input == assess.NumberInput {
			got = answer.Count.Part
		}
		if got != assess.Num(value) {
			t.Fatalf("%s was confirmed as %v; the file has %v", id, value, got)
		}
	}
}

// A second session is refused with the name of what holds the file; a file that
// somebody else changed is left alone, and nothing is lost.
func TestTwoSessionsAndAChangedFile(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	file := filepath.Join(dir, "bank.yaml")
	term := start(t, dir, nil, "run", "bank.yaml", "--organization", "Bank")
	term.begins()
	term.shows("question 1 of 36")
	second := exec.Command(filepath.Join(programs(t), "assess"), "run", "bank.yaml", "--organization", "Bank")
	second.Dir = dir
	out, err := second.CombinedOutput()
	if err == nil || !strings.Contains(string(out), fmt.Sprintf("process %d", term.cmd.Process.Pid)) {
		t.Errorf("a second session: %v %s", err, out)
	}
	term.types("3")
	term.shows("question 2 of 36")
	theirs := []byte("# changed by an editor\n")
	if err := os.WriteFile(file, theirs, 0o600); err != nil {
		t.Fatal(err)
	}
	term.types("4")
	term.shows("bank.2.yaml")
	term.types("2")
	term.shows("question 4 of 36")
	term.types("q")
	<-term.gone
	if got, _ := os.ReadFile(file); string(got) != string(theirs) {
		t.Errorf("the changed file is overwritten: %s", got)
	}
	holds(t, filepath.Join(dir, "bank.2.yaml"),
		map[string]float64{"served-by-behaviour": 3, "reasons-acted-on": 4, "requests-carried-out": 2})
}
