package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// docs is where the documentation lies, from this folder.
var docs = filepath.Join("..", "..")

// Every console block of the documentation is run, and shows what it says: a
// line that begins with $ is a command, the lines after it are its output.
func TestConsoleBlocks(t *testing.T) {
	t.Parallel()
	pages, err := filepath.Glob(filepath.Join(docs, "docs", "*.md"))
	if err != nil {
		t.Fatal(err)
	}
	ran := 0
	pages = append(pages, filepath.Join(docs, "README.md"), filepath.Join(docs, "questionnaires", "README.md"))
	for _, page := range pages {
		old, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		dir := t.TempDir()
		copyExample(t, dir)
		got, n := rerun(t, dir, string(old))
		ran += n
		if got == string(old) {
			continue
		}
		if *update {
			if err := os.WriteFile(page, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		t.Errorf("%s shows what is not so; -update writes\n%s", page, got)
	}
	if ran == 0 {
		t.Error("no command was run")
	}
}

// rerun returns a page with the output of its commands written anew.
func rerun(t *testing.T, dir, page string) (string, int) {
	t.Helper()
	var out strings.Builder
	inside, n := false, 0
	for line := range strings.SplitAfterSeq(page, "\n") {
		switch {
		case strings.HasPrefix(line, "```console"):
			inside = true
		case strings.HasPrefix(line, "```"):
			inside = false
		case inside && strings.HasPrefix(line, "$ "):
			out.WriteString(line)
			out.WriteString(shell(t, dir, strings.TrimSpace(line[2:])))
			n++
			continue
		case inside:
			continue // output as it was
		}
		out.WriteString(line)
	}
	return out.String(), n
}

// shell runs a command line as a reader would and returns all it prints. The
// command assess is this test's program, on the day of the scripts.
func shell(t *testing.T, dir, command string) string {
	t.Helper()
	cmd := exec.Command("sh", "-c", command)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+programs(t)+string(os.PathListSeparator)+os.Getenv("PATH"),
		"LC_ALL=C.UTF-8")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	_ = cmd.Run() // a code is part of some examples
	return out.String()
}

// programs returns a folder in which this test's program is called assess.
func programs(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Symlink(self, filepath.Join(dir, "assess")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// example is the worked example of the documentation.
var example = filepath.Join(docs, "docs", "examples", "harbour-city-bank")

// responses are its answers.
var responses = []string{"retail.yaml", "technology.yaml", "risk.yaml", "operations.yaml", "finance.yaml"}

// copyExample puts the example's answers, and a broken file, into a folder.
func copyExample(t *testing.T, dir string) {
	t.Helper()
	for _, name := range []string{"board.md", "brand.yaml", "logo.svg"} {
		data, err := os.ReadFile(filepath.Join(docs, "docs", "examples", "brand", name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, strings.Replace(name, "board.md", "board-template.md", 1)), data)
	}
	write(t, filepath.Join(dir, "wrong.md"), []byte("# {{range .Chapter}}{{end}}\n"))
	bad, err := os.ReadFile(filepath.Join("testdata", "bad-model.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "bad-model.yaml"), bad)
	for _, name := range responses {
		data, err := os.ReadFile(filepath.Join(example, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
		if name == "retail.yaml" {
			broken := strings.NewReplacer("served-by-behaviour:", "served-by-behavior:",
				"proposals-accepted: {value: 2}", "proposals-accepted: {value: \"2\"}").Replace(string(data))
			write(t, filepath.Join(dir, "answers.yaml"), []byte(broken))
		}
	}
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// The worked example is what its answers give.
func TestWorkedExample(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	copyExample(t, dir)
	for _, options := range []string{"-o report.md -o result.json", "-o report.zh.md --lang zh"} {
		if out := shell(t, dir, "assess score "+strings.Join(responses, " ")+" "+options); out != "" {
			t.Fatal(out)
		}
	}
	written := []string{
		"report.md", "report.levels.svg", "report.radar.svg",
		"report.zh.md", "report.zh.levels.svg", "report.zh.radar.svg", "result.json",
	}
	for _, name := range written {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(example, name)
		if *update {
			write(t, file, got)
		}
		if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the answers give (%v); -update writes it", file, err)
		}
	}
}

// The tutorial's commands run in the order in which they stand, from an empty folder.
func TestTutorialFromAnEmptyFolder(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile(filepath.Join(docs, "docs", "first-workshop.md"))
	if err != nil {
		t.Fatal(err)
	}
	dir, ran := t.TempDir(), 0
	sh := func(command string) {
		t.Helper()
		cmd := exec.Command("sh", "-c", command)
		cmd.Dir = dir
		out, err := cmd.CombinedOutput()
		stopped := cmd.ProcessState.ExitCode() == 130 && strings.HasPrefix(command, "assess run") // with open questions
		if err != nil && !stopped {
			t.Fatalf("%s: %v\n%s", command, err, out)
		}
	}
	sh("assess new example")
	for line := range strings.Lines(string(page)) {
		command, ok := strings.CutPrefix(line, "    assess ")
		if !ok {
			continue
		}
		if strings.HasPrefix(command, "compare") { // a year later
			sh("mkdir 2026 2027 && cp room.yaml 2026 && cp room.yaml 2027")
		}
		sh("assess " + command)
		ran++
	}
	for _, name := range []string{"paper.html", "form.html", "before.html", "room.yaml", "scores.xlsx", "change.html"} {
		if _, err := os.Stat(filepath.Join(dir, name)); err != nil {
			t.Error(err)
		}
	}
	if ran < 6 {
		t.Errorf("only %d commands", ran)
	}
}
