package batch

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"bankmaturity/cmd/assess/internal/outcome"
)

// marked are the words of the fixtures that stand for what a person wrote: names of people and
// voices, questions, values and documents.
var marked = regexp.MustCompile(`\b(Retail|IT|Li|Wang|who|whoo|whot|when|minutes|paper|nme|hello|Chinese|Timestamp)\b`)

// Whatever is wrong in answers, the portfolio repeats nothing of what somebody wrote there.
func TestPortfolioRepeatsNothing(t *testing.T) {
	t.Parallel()
	const fixtures = "../../../../assess/codec/testdata"
	names, err := filepath.Glob(fixtures + "/err/answers-*")
	if err != nil || len(names) < 50 {
		t.Fatal(err, names)
	}
	const good = "format: assess/answers/v1\nquestionnaire: toy\nquestionnaire_version: 1.0.0\n" +
		"organization: Good Bank\ndate: 2026-11-20\nanswers: {who: 2}\n"
	failed := 0
	for _, name := range names {
		if strings.HasSuffix(name, ".out") {
			continue
		}
		in, out := t.TempDir(), t.TempDir()
		for file, text := range map[string]string{
			"good.yaml": good, "bad" + filepath.Ext(name): marked.ReplaceAllString(read(t, name), "Zoe"),
		} {
			if err := os.WriteFile(filepath.Join(in, file), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		_, err := runWith(t, context.Background(), filepath.Join(fixtures, "toy.yaml"), "",
			Options{Paths: []string{in}, By: ByResponse, Jobs: 1, Output: out})
		if errors.Is(err, outcome.ErrFindings) {
			failed++
		} else if err != nil {
			t.Fatal(name, err)
		}
		if strings.Contains(read(t, filepath.Join(out, "portfolio.html")), "Zoe") {
			t.Errorf("%s: the page repeats what somebody wrote", filepath.Base(name))
		}
	}
	if failed < 100 {
		t.Errorf("only %d fixtures fail", failed)
	}
}
