//go:build linux

// Command bench measures a batch as whole processes, beside programs that only
// parse or only read the same files, and prints the table of docs/performance.md:
//
//	go run ./docs/bench [-files 10000] [-lines 100000,1000000] [-runs 5] [-dir DIR]
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"math/rand"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"bankmaturity/assess/codec"
	"bankmaturity/questionnaires"
)

func main() {
	files := flag.Int("files", 10_000, "answer files")
	lines := flag.String("lines", "100000,1000000", "lengths of the streams, in lines")
	runs := flag.Int("runs", 5, "runs of each; the medians count")
	dir := flag.String("dir", "", "folder for the programs and their input, kept; a temporary one if not given")
	flag.Parse()
	log.SetFlags(0)
	if err := bench(*files, *lines, *runs, *dir); err != nil {
		log.Fatal(err)
	}
}

// program is one thing to measure.
type program struct {
	name    string
	command []string
	input   string // standard input, if any
}

func bench(files int, lines string, runs int, dir string) error {
	if dir == "" {
		temporary, err := os.MkdirTemp("", "assess-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	assess, readonly, in := filepath.Join(dir, "assess"), filepath.Join(dir, "readonly"), filepath.Join(dir, "answers")
	for out, pkg := range map[string]string{assess: "./cmd/assess", readonly: "./docs/bench/readonly"} {
		build := exec.Command("go", "build", "-trimpath", "-o", out, pkg)
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if said, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("%v\n%s", err, said)
		}
	}
	ids, err := questionIDs()
	if err != nil {
		return err
	}
	if err := writeFiles(in, ids, files); err != nil {
		return err
	}
	out := filepath.Join(dir, "out")
	batch := []string{assess, "batch", in, "-o", out, "--quiet"}
	own := program{"assess batch --by response", append(batch, "--by", "response"), ""}
	all := []program{
		own,
		{"the same, --jobs 1 on one core", append([]string{"taskset", "-c", "0"}, append(own.command, "--jobs", "1")...), ""},
		{"assess batch (by organization)", batch, ""},
		{"reads the bytes and nothing else", []string{readonly, in}, ""},
		{"js-yaml (CommonJS), only parsing", []string{"node", "docs/bench/js-yaml.cjs", in}, ""},
		{"js-yaml (ES module), only parsing", []string{"node", "docs/bench/js-yaml.mjs", in}, ""},
		{"PyYAML with its C loader, only parsing", []string{"python3", "docs/bench/pyyaml.py", in}, ""},
	}
	fmt.Printf("%s, %s/%s, %d cores; %d files of %d answers; medians of %d\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), files, len(ids), runs)
	fmt.Print("| Whole process | Wall, s | CPU, s | Peak memory, MB | Wall, as a multiple of the first |\n|---|--:|--:|--:|--:|\n")
	measured := make([][]figures, len(all))
	for range runs { // in turn, so that a slow minute meets all
		for i, p := range all {
			if err := os.RemoveAll(out); err != nil {
				return err
			}
			f, err := p.run()
			if err != nil {
				log.Printf("%s: left out: %v", p.name, err)
				continue
			}
			measured[i] = append(measured[i], f)
		}
	}
	first := median(measured[0])
	for i, p := range all {
		if len(measured[i]) > 0 {
			m := median(measured[i])
			fmt.Printf("| %s | %.2f | %.2f | %.0f | %.2f |\n", p.name, m.wall, m.cpu, m.memory, m.wall/first.wall)
		}
	}
	for _, text := range strings.Split(lines, ",") {
		n, err := strconv.Atoi(text)
		if err != nil {
			return err
		}
		stream := filepath.Join(dir, text+".jsonl")
		if err := writeLines(stream, ids, n); err != nil {
			return err
		}
		p := program{"", []string{assess, "batch", "-", "--by", "response"}, stream}
		f, err := p.run()
		if err != nil {
			return err
		}
		fmt.Printf("| a pipe of %d lines, %.0f a second | %.2f | %.2f | %.0f | |\n", n, float64(n)/f.wall, f.wall, f.cpu, f.memory)
	}
	return nil
}

// figures of one run: seconds, seconds, megabytes.
type figures struct{ wall, cpu, memory float64 }

func (p program) run() (figures, error) {
	cmd := exec.Command(p.command[0], p.command[1:]...)
	if p.input != "" {
		in, err := os.Open(p.input)
		if err != nil {
			return figures{}, err
		}
		defer in.Close()
		cmd.Stdin = in
	}
	cmd.Stderr = os.Stderr
	begun := time.Now()
	err := cmd.Run()
	f := figures{wall: time.Since(begun).Seconds()}
	if err != nil {
		return f, err
	}
	state := cmd.ProcessState
	f.cpu = (state.UserTime() + state.SystemTime()).Seconds()
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		f.memory = float64(usage.Maxrss) / 1000
	}
	return f, nil
}

// median takes the median of each figure.
func median(all []figures) figures {
	of := func(get func(figures) float64) float64 {
		var values []float64
		for _, f := range all {
			values = append(values, get(f))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return figures{
		wall:   of(func(f figures) float64 { return f.wall }),
		cpu:    of(func(f figures) float64 { return f.cpu }),
		memory: of(func(f figures) float64 { return f.memory }),
	}
}

func questionIDs() ([]string, error) {
	data, ok := questionnaires.Open("bank-digital")
	if !ok {
		return nil, errors.New("bank-digital is not bundled")
	}
	q, _ := codec.ReadQuestionnaire("bank-digital.yaml", data)
	var ids []string
	for _, qu := range q.Questions() {
		ids = append(ids, qu.ID)
	}
	return ids, nil
}

// said is a made-up answer: what is known, what is not, with notes and evidence.
type said struct {
	reason, note, evidence string
	unknown                bool
	value                  int
}

func answer(r *rand.Rand) said {
	switch x := r.Float64(); {
	case x < 0.08:
		return said{reason: "wholesale bank only"}
	case x < 0.12:
		return said{unknown: true}
	case x < 0.70:
		return said{value: 1 + r.Intn(5)}
	}
	return said{value: 1 + r.Intn(5), note: "Seen in two branches of the south.", evidence: "Tag catalogue version 7"}
}

const organizations = 5000

func writeFiles(dir string, ids []string, n int) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	r := rand.New(rand.NewSource(1))
	for i := range n {
		var b strings.Builder
		fmt.Fprintf(&b, "# Written by assess. Comments of your own are not kept when it saves.\nformat: assess/answers/v1\nquestionnaire: bank-digital\nquestionnaire_version: \"1.0.0\"\norganization: Bank %d\ndate: 2026-11-23\nrespondent:\n  name: Person %d\n  role: Retail banking\nlanguage: en\nanswers:\n", i%organizations, i)
		for _, id := range ids {
			switch a := answer(r); {
			case a.reason != "":
				fmt.Fprintf(&b, "  %s: {not_applicable: %s}\n", id, a.reason)
			case a.unknown:
				fmt.Fprintf(&b, "  %s: unknown\n", id)
			case a.note != "":
				fmt.Fprintf(&b, "  %s:\n    value: %d\n    note: %s\n    evidence:\n      - %s\n", id, a.value, a.note, a.evidence)
			default:
				fmt.Fprintf(&b, "  %s: %d\n", id, a.value)
			}
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%07d.yaml", i)), []byte(b.String()), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func writeLines(name string, ids []string, n int) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	r := rand.New(rand.NewSource(1))
	for i := range n {
		answers := map[string]any{}
		for _, id := range ids {
			switch a := answer(r); {
			case a.reason != "":
				answers[id] = map[string]any{"not_applicable": a.reason}
			case a.unknown:
				answers[id] = "unknown"
			case a.note != "":
				answers[id] = map[string]any{"value": a.value, "note": a.note, "evidence": []string{a.evidence}}
			default:
				answers[id] = a.value
			}
		}
		entries, err := json.Marshal(answers)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, `{"format": "assess/answers/v1", "questionnaire": "bank-digital", "questionnaire_version": "1.0.0", "organization": "Bank %d", "date": "2026-11-23", "respondent": {"name": "Person %d"}, "answers": %s}`+"\n", i%organizations, i, entries)
	}
	return w.Flush()
}
