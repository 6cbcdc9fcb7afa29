package main

import (
	"bytes"
	"encoding/json"
	"go/constant"
	"go/token"
	"go/types"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"
)

// computation is a line of a sample's README: ID: EXPRESSION = VALUE.
var computation = regexp.MustCompile(`(?m)^([a-z-]+): (.+) = ([0-9.]+)$`)

// The sample models give the reports beside them, and the scores that their
// READMEs compute by hand.
func TestSampleModels(t *testing.T) {
	t.Parallel()
	models, err := filepath.Glob(filepath.Join(docs, "docs", "examples", "models", "*", "questionnaire.yaml"))
	if err != nil || len(models) != 5 {
		t.Fatalf("%d models (%v)", len(models), err)
	}
	for _, questionnaire := range models {
		folder := filepath.Dir(questionnaire)
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			scores := map[string]float64{}
			collect(t, sampleReport(t, folder), scores)
			readme, err := os.ReadFile(filepath.Join(folder, "README.md"))
			if err != nil {
				t.Fatal(err)
			}
			lines := computation.FindAllStringSubmatch(string(readme), -1)
			if len(lines) != len(scores) {
				t.Errorf("%d computations for %d scores", len(lines), len(scores))
			}
			for _, l := range lines {
				byHand, value := evaluate(t, l[2]), number64(t, l[3])
				if score, ok := scores[l[1]]; !ok || math.Abs(byHand-value) > 1e-9 || math.Abs(score-value) > 1e-6 {
					t.Errorf("%s: %s is %v; the score is %v (%t)", l[0], l[2], byHand, score, ok)
				}
			}
		})
	}
}

// sampleReport scores a sample's answers in a folder of its own, holds the report
// to the one beside them, and returns the result's root.
func sampleReport(t *testing.T, folder string) json.RawMessage {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"questionnaire.yaml", "answers.yaml"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), data)
	}
	for _, command := range []string{
		"assess check questionnaire.yaml", "assess check answers.yaml -q questionnaire.yaml",
		"assess score answers.yaml -q questionnaire.yaml -o report.md -o result.json",
	} {
		if out := shell(t, dir, command); out != "" {
			t.Fatal(out)
		}
	}
	for _, name := range []string{"report.md", "report.levels.svg", "report.radar.svg"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(folder, name)
		if *update {
			write(t, file, got)
		}
		if want, err := os.ReadFile(file); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the answers give (%v); -update writes it", file, err)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, "result.json"))
	if err != nil {
		t.Fatal(err)
	}
	var result struct{ Overall json.RawMessage }
	if err := json.Unmarshal(data, &result); err != nil {
		t.Fatal(err)
	}
	return result.Overall
}

func collect(t *testing.T, node json.RawMessage, scores map[string]float64) {
	t.Helper()
	var n struct {
		ID       string
		Score    *float64
		Sections []json.RawMessage
	}
	if err := json.Unmarshal(node, &n); err != nil {
		t.Fatal(err)
	}
	if n.Score != nil {
		scores[n.ID] = *n.Score
	}
	for _, child := range n.Sections {
		collect(t, child, scores)
	}
}

// evaluate computes a constant expression as a calculator does: 1/2 is 0.5.
func evaluate(t *testing.T, expression string) float64 {
	t.Helper()
	decimal := regexp.MustCompile(`\b(\d+)\b(\.\d+)?`).ReplaceAllStringFunc(expression, func(n string) string {
		if number64(t, n) == math.Trunc(number64(t, n)) {
			return n + ".0"
		}
		return n
	})
	tv, err := types.Eval(token.NewFileSet(), nil, token.NoPos, decimal)
	if err != nil {
		t.Fatal(err)
	}
	v, _ := constant.Float64Val(tv.Value)
	return v
}

func number64(t *testing.T, s string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
