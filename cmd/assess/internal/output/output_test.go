package output

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankmaturity/report"
)

func TestTargets(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		names  []string
		format string
		want   string
	}{
		{nil, "", "-.md"},
		{nil, "json", "-.json"},
		{[]string{"a.HTML", "b.csv"}, "", "a.HTML.html b.csv.csv"},
		{[]string{"a.txt"}, "md", "a.txt.md"},
		{[]string{"a.pdf"}, "", "a.pdf.pdf"},
		{[]string{"a.docx"}, "", "with --template word"},
		{[]string{"a"}, "", "no report format goes by this name; use .md, .html, .pdf, .json, .csv, .xlsx"},
		{[]string{"a.md", "a.md"}, "", "-o a.md is given twice"},
		{nil, "docx", "--format docx: the formats are md, html, pdf, json, csv, xlsx"},
	} {
		targets, err := Targets(c.names, c.format)
		var got []string
		for _, target := range targets {
			got = append(got, target.Name+"."+target.Format)
		}
		if err == nil && strings.Join(got, " ") != c.want || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v %s: %v (%v)", c.names, c.format, got, err)
		}
	}
	files := (Target{Name: "x/a.md", Format: "md"}).Files(report.ChartKinds())
	if strings.Join(files, " ") != "x/a.md x/a.levels.svg x/a.radar.svg" {
		t.Error(files)
	}
}

// counting counts what is read of something long.
type counting struct {
	io.Reader
	read int
}

func (c *counting) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.read += n
	return n, err
}

// Of a long summary the first record tells, of a long table the header.
func TestLittleIsReadToRecognizeALongFile(t *testing.T) {
	t.Parallel()
	line := `{"format":"assess/result/v1","organization":"` + strings.Repeat("x", 1000) + "\"}\n"
	for name, text := range map[string]string{
		"a.jsonl": strings.Repeat(line, 10_000), "a.csv": strings.Repeat("a,b\n", 1_000_000),
	} {
		f := &counting{Reader: strings.NewReader(text)}
		written, err := report.WrittenFile(name, f)
		if err != nil || f.read > 1<<17 || written != (name == "a.jsonl") {
			t.Errorf("%s: %d bytes are read of %d: %v, %v", name, f.read, len(text), written, err)
		}
	}
}

// What assess wrote is recognized, and what somebody changed or wrote is not replaced.
func TestWritten(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := Writer{Console: Console{Err: os.Stderr, Quiet: true}}
	sealed := string(report.Seal([]byte("# Report\n")))
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"empty.jsonl":    {"", true}, // a batch without failures
		"result.json":    {`{"format": "assess/result/v1"}`, true},
		"lines.jsonl":    {`{"format": "assess/result/v1"}` + "\n" + `{"format": "assess/result/v1"}` + "\n", true},
		"answers.jsonl":  {`{"format": "assess/answers/v1"}`, false},
		"broken.jsonl":   {`{"format": "assess/result/v1"`, false},
		"blank.jsonl":    {"\n", false},
		"empty.json":     {"", false},
		"page.md":        {sealed, true},
		"page.pdf":       {string(report.SealPDF([]byte("%PDF-1.4\n%%EOF\n"))), true},
		"other.pdf":      {"%PDF-1.4\n%%EOF\n", false},
		"changed.md":     {sealed + "\nMine.\n", false},
		"table.csv":      {"name,score\n", false},
		"notes.txt":      {"notes", false},
		"something.yaml": {"format: assess/result/v1\n", false},
	} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(c.text), 0o600); err != nil {
			t.Fatal(err)
		}
		if got, err := Written(path); err != nil || got != c.want {
			t.Errorf("%s: %t, %v", name, got, err)
		}
		if err := w.MayReplace(path); (err == nil) != c.want {
			t.Errorf("%s may be replaced: %v", name, err)
		}
	}
	if _, err := Written(filepath.Join(dir, "nothing.md")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	for _, ext := range []string{".md", ".json", ".jsonl", ".csv", ".x"} {
		folder := filepath.Join(dir, "folder"+ext)
		if err := os.Mkdir(folder, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := w.MayReplace(folder); err == nil {
			t.Errorf("%s may be replaced", folder)
		}
	}
}

// A grown file is there whole or not at all, and where it belongs in the end.
func TestGrowing(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	w := Writer{}
	g, err := w.Grow(filepath.Join(dir, "summary.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := g.WriteString("{}\n"); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "below"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := w.Finish(g, filepath.Join(dir, "below", "summary.jsonl")); err != nil {
		t.Fatal(err)
	}
	g.Discard() // of what is in its place: nothing
	if data, err := os.ReadFile(filepath.Join(dir, "below", "summary.jsonl")); err != nil ||
		string(data) != "{}\n" {
		t.Error(string(data), err)
	}
	dropped, err := w.Grow(filepath.Join(dir, "summary.csv"))
	if err != nil {
		t.Fatal(err)
	}
	dropped.Discard()
	(*Growing)(nil).Discard()
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("left behind: %v", entries)
	}
}

func TestPrintable(t *testing.T) {
	t.Parallel()
	if got := Printable("a\x1b[2J\nb \"c\" 银行\u202e"); got != `a\x1b[2J\nb "c" 银行\u202e` {
		t.Error(got)
	}
	var buf bytes.Buffer
	Console{Quiet: true, Out: &buf}.Say("nothing")
	if buf.Len() > 0 {
		t.Error(buf.String())
	}
}
