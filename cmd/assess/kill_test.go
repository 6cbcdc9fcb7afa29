//go:build unix

package main

import (
	"bufio"
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
)

// kills is how many sessions each lane kills; there are eight lanes.
const kills = 40

// However a session ends, every answer after which the next question was shown
// is in the file, and the file can be read.
func TestKilledAtAnyMoment(t *testing.T) {
	t.Parallel()
	program := filepath.Join(programs(t), "assess")
	for lane := range 8 {
		t.Run(fmt.Sprint(lane), func(t *testing.T) {
			t.Parallel()
			rng := rand.New(rand.NewPCG(uint64(lane), 11))
			dir := t.TempDir()
			confirmed := map[string]float64{}
			for range kills {
				if len(confirmed) == 45 {
					clear(confirmed)
					_ = os.Remove(filepath.Join(dir, "bank.yaml"))
				}
				live(t, rng, program, dir, confirmed)
				holds(t, filepath.Join(dir, "bank.yaml"), confirmed)
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

var asks = regexp.MustCompile(`question (\d+) of 45`)

// live runs a session that answers until it is killed, and notes what it
// confirmed: everything before the last question that it showed.
func live(t *testing.T, rng *rand.Rand, program, dir string, confirmed map[string]float64) {
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
	signal := []syscall.Signal{syscall.SIGKILL, syscall.SIGKILL, syscall.SIGTERM, syscall.SIGHUP,
		syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT}[rng.IntN(7)]
	wait := time.Duration(rng.IntN(60_000)) * time.Microsecond
	timer := time.AfterFunc(wait, func() { _ = cmd.Process.Signal(signal) })
	defer timer.Stop()
	ids := bankQuestions(t)
	lines, at, value := bufio.NewScanner(out), -1, 0.0
	for lines.Scan() {
		m := asks.FindStringSubmatch(lines.Text())
		if m == nil {
			continue
		}
		if at >= 0 {
			confirmed[ids[at]] = value
		}
		n, _ := strconv.Atoi(m[1])
		at, value = n-1, float64(1+rng.IntN(5))
		_, _ = io.WriteString(in, fmt.Sprintf("%v\n", value))
	}
	if _, ok := confirmed[ids[len(ids)-1]]; !ok && at == len(ids)-1 && cmd.Wait() == nil {
		confirmed[ids[at]] = value // the last one ends the session
	}
	_ = cmd.Wait()
}

func bankQuestions(t *testing.T) []string {
	t.Helper()
	var ids []string
	for _, qu := range bankModel(t).Questions() {
		ids = append(ids, qu.ID)
	}
	return ids
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
		if got := records[0].Response.Answers[q.Question(id).Index()].Value; got != assess.Num(value) {
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
