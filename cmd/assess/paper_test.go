package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"bankmaturity/cmd/assess/internal/printer"
)

// exampleAnswers are the answers of the example, as paths.
func exampleAnswers(t *testing.T) []string {
	t.Helper()
	answers, err := filepath.Glob(filepath.Join("..", "..", "docs", "examples", "harbour-city-bank", "*.yaml"))
	if err != nil || len(answers) < 2 {
		t.Fatal(err, answers)
	}
	return answers
}

// assesses runs the program, which is on the path by TestMain.
func assesses(t *testing.T, args ...string) {
	t.Helper()
	if out, err := exec.CommandContext(t.Context(), "assess", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", args, err, out)
	}
}

// A real browser prints the report on A4 and Letter, without a picture in place of a drawing; the
// same answers give the same bytes; and nothing goes over the network. It needs ASSESS_BROWSERS.
func TestPagePrinted(t *testing.T) {
	if os.Getenv("ASSESS_BROWSERS") == "" {
		t.Skip("ASSESS_BROWSERS is not set: no page is printed by a browser")
	}
	if _, err := printer.Find(os.Getenv); err != nil {
		leftOut(t, "%v", err)
	}
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	letter := write("letter.yaml", "format: assess/brand/v1\npaper: letter\n")
	for paper, c := range map[string]struct {
		box   string
		times int
		args  []string
	}{
		"a4":     {"/MediaBox [0 0 594.", 2, []string{"--lang", "zh"}},
		"letter": {"/MediaBox [0 0 612 792]", 1, []string{"--brand", letter}},
	} {
		made := make([][]byte, c.times)
		for i := range made {
			name := filepath.Join(dir, fmt.Sprint(paper, i, ".pdf"))
			assesses(t, append(append([]string{"score", "-o", name}, c.args...), exampleAnswers(t)...)...)
			pdf, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			made[i] = pdf
		}
		if !bytes.Equal(made[0], made[c.times-1]) {
			t.Errorf("%s: two prints differ", paper)
		}
		if !bytes.Contains(made[0], []byte(c.box)) {
			t.Errorf("%s: the page is not %s", paper, c.box)
		}
		if n := bytes.Count(made[0], []byte("/Subtype /Image")); n > 0 {
			t.Errorf("%s: %d drawings are pictures", paper, n)
		}
	}

	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	named := strings.Replace(server.URL, "127.0.0.1", "localhost", 1)
	template := write("ours.html", fmt.Sprintf(`<!doctype html><title>x</title>`+
		`<img src="%s/a"><link rel="stylesheet" href="%s/b"><iframe src="%s/c"></iframe>`, server.URL, named, named))
	out := filepath.Join(dir, "ours.pdf")
	assesses(t, append([]string{"score", "--template", template, "-o", out}, exampleAnswers(t)...)...)
	if n := asked.Load(); n > 0 {
		t.Errorf("the page asked %d times", n)
	}
}

// A layout that asks for files of this machine, or brings a script, gets neither into the PDF: what
// either would bring is a link, whose address stands readable in a PDF. It needs ASSESS_BROWSERS.
func TestPrintedShut(t *testing.T) {
	if os.Getenv("ASSESS_BROWSERS") == "" {
		t.Skip("ASSESS_BROWSERS is not set: no page is printed by a browser")
	}
	if _, err := printer.Find(os.Getenv); err != nil {
		leftOut(t, "%v", err)
	}
	const link = `<a href="https://%s.invalid/">a link</a>`
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	file := "file://" + filepath.ToSlash(write("other.html", fmt.Sprintf(link, "file")))
	template := write("ours.html", `<script>document.write('`+fmt.Sprintf(link, "script")+`')</script>`+
		`<!doctype html><html><head><title>x</title></head>`+fmt.Sprintf(link, "own")+
		`<iframe src="`+file+`"></iframe><object data="`+file+`"></object><embed src="`+file+`">`+
		`<img src="`+file+`" onerror="document.body.insertAdjacentHTML(`+
		`'beforeend','`+strings.ReplaceAll(fmt.Sprintf(link, "handler"), `"`, "")+`')">`)
	out := filepath.Join(dir, "ours.pdf")
	assesses(t, append([]string{"score", "--template", template, "-o", out}, exampleAnswers(t)...)...)
	pdf, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]bool{"own": true, "file": false, "script": false, "handler": false} {
		if got := bytes.Contains(pdf, []byte("https://"+name+".invalid")); got != want {
			t.Errorf("the link of %s is printed: %t, want %t", name, got, want)
		}
	}
}
