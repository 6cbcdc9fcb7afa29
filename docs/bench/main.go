//go:build linux

// Command bench measures batches as whole processes, beside programs that only parse
// or only read the same files, and prints the tables of docs/performance.md:
//
//	go run ./docs/bench [-files 10000] [-flavour-files 3000] [-lines 100000,1000000] [-runs 5] [-dir DIR]
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
)

func main() {
	b := bench{}
	flag.IntVar(&b.files, "files", 10_000, "answer files of the first table; 0 leaves it out")
	flag.IntVar(&b.flavourFiles, "flavour-files", 3_000, "answer files of each spelling; 0 leaves the table out")
	flag.StringVar(&b.lines, "lines", "100000,1000000", "lengths of the streams; empty leaves them out")
	flag.IntVar(&b.runs, "runs", 5, "runs of each; the medians count")
	flag.StringVar(&b.dir, "dir", "", "folder for programs and input, kept; a temporary one if not given")
	flag.Parse()
	log.SetFlags(0)
	if err := b.run(); err != nil {
		log.Fatal(err)
	}
}

type bench struct {
	files, flavourFiles, runs int
	lines, dir                string

	assess, readonly, out string // the programs built, the folder that batches write
	version               string
	ids                   []string
}

func (b *bench) run() error {
	if b.dir == "" {
		temporary, err := os.MkdirTemp("", "assess-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		b.dir = temporary
	}
	if err := os.MkdirAll(b.dir, 0o755); err != nil {
		return err
	}
	if err := b.build(); err != nil {
		return err
	}
	var err error
	if b.version, b.ids, err = model(); err != nil {
		return err
	}
	fmt.Printf("%s, %s/%s, %d cores; medians of %d runs\n\n",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), b.runs)
	for _, table := range []func() error{b.programs, b.spellings, b.streams} {
		if err := table(); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) build() error {
	b.out = filepath.Join(b.dir, "out")
	b.assess, b.readonly = filepath.Join(b.dir, "assess"), filepath.Join(b.dir, "readonly")
	for out, pkg := range map[string]string{b.assess: "./cmd/assess", b.readonly: "./docs/bench/readonly"} {
		build := exec.Command("go", "build", "-trimpath", "-o", out, pkg)
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		if said, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("%v\n%s", err, said)
		}
	}
	return nil
}

// fresh removes what a batch wrote, so that none finds another's results.
func (b *bench) fresh() error { return os.RemoveAll(b.out) }

// programs compares whole batches of our own spelling with programs that do less.
func (b *bench) programs() error {
	if b.files == 0 {
		return nil
	}
	in := filepath.Join(b.dir, "answers")
	if err := writeFiles(in, ".yaml", responses(b.version, b.ids, b.files), flavours("")[0].spell); err != nil {
		return err
	}
	batch := []string{b.assess, "batch", in, "-o", b.out, "--quiet"}
	own := append(batch[:len(batch):len(batch)], "--by", "response")
	pinned := []string{"taskset", "-c", "0"}
	all := []program{
		{"assess batch --by response", own, ""},
		{"the same, --jobs 1 on one core", slices.Concat(pinned, own, []string{"--jobs", "1"}), ""},
		{"assess batch (by organization)", batch, ""},
		{"reads the bytes and nothing else", []string{b.readonly, in}, ""},
		{"js-yaml (CommonJS), only parsing", []string{"node", "docs/bench/js-yaml.cjs", in}, ""},
		{"js-yaml (ES module), only parsing", []string{"node", "docs/bench/js-yaml.mjs", in}, ""},
		{"PyYAML with its C loader, only parsing", []string{"python3", "docs/bench/pyyaml.py", in}, ""},
	}
	measured, err := alternate(b.runs, b.fresh, all...)
	if err != nil {
		return err
	}
	fmt.Printf("| %d files of %d answers | Wall, s | CPU, s | Peak memory, MB ", b.files, len(b.ids))
	fmt.Print("| Wall, as a multiple of the first |\n|---|--:|--:|--:|--:|\n")
	for i, p := range all {
		if m := measured[i]; m.wall > 0 {
			times := m.wall / measured[0].wall
			fmt.Printf("| %s | %.2f | %.2f | %.0f | %.2f |\n", p.name, m.wall, m.cpu, m.memory, times)
		}
	}
	return nil
}

// spellings compares what a file costs, by how it is spelled, with the usual reader of
// its format, which only parses. Start-up is left out: that of a run without files.
func (b *bench) spellings() error {
	if b.flavourFiles == 0 {
		return nil
	}
	fmt.Print("\n| A file spelled | assess scores it, CPU µs | only parsed, CPU µs | by | times as fast |\n")
	fmt.Print("|---|--:|--:|---|--:|\n")
	form, err := exec.Command(b.assess, "new", "answers", "-q", "bank-digital").Output()
	if err != nil {
		return err
	}
	for _, f := range flavours(string(form)) {
		parser, script := "js-yaml", "docs/bench/js-yaml.cjs"
		if f.ext == ".json" {
			parser, script = "JSON.parse", "docs/bench/json-parse.cjs"
		}
		var cost [2]float64
		for i, n := range []int{b.flavourFiles, b.flavourFiles / 10} {
			in := filepath.Join(b.dir, "flavour")
			all := func(yield func(int, response) bool) {
				for i, r := range responses(b.version, b.ids, n) {
					if f.alter != nil {
						f.alter(&r)
					}
					if !yield(i, r) {
						return
					}
				}
			}
			if err := writeFiles(in, f.ext, all, f.spell); err != nil {
				return err
			}
			measured, err := alternate(b.runs, b.fresh,
				program{"assess", []string{b.assess, "batch", in, "-o", b.out, "--quiet", "--by", "response"}, ""},
				program{parser, []string{"node", script, in}, ""})
			if err != nil {
				return err
			}
			for k := range cost { // the difference of both sizes: start-up falls out
				if i == 0 {
					cost[k] = measured[k].cpu
				} else {
					cost[k] = 1e6 * (cost[k] - measured[k].cpu) / float64(b.flavourFiles-n)
				}
			}
		}
		fmt.Printf("| %s | %.0f | %.0f | %s | %.1f |\n", f.name, cost[0], cost[1], parser, cost[1]/cost[0])
	}
	return nil
}

// streams measures the stage of a pipe.
func (b *bench) streams() error {
	if b.lines == "" {
		return nil
	}
	fmt.Print("\n| A pipe | lines a second | Wall, s | CPU, s | Peak memory, MB |\n|---|--:|--:|--:|--:|\n")
	for _, word := range strings.Split(b.lines, ",") {
		n, err := strconv.Atoi(word)
		if err != nil {
			return err
		}
		stream := filepath.Join(b.dir, word+".jsonl")
		if err := writeLines(stream, responses(b.version, b.ids, n)); err != nil {
			return err
		}
		f, err := program{"", []string{b.assess, "batch", "-", "--by", "response"}, stream}.run()
		if err != nil {
			return err
		}
		fmt.Printf("| of %d lines | %.0f | %.2f | %.2f | %.0f |\n", n, float64(n)/f.wall, f.wall, f.cpu, f.memory)
	}
	return nil
}
