package data

import (
	"bytes"
	"strings"
	"testing"

	"bankmaturity/assess/diag"
	"bankmaturity/report/reporttest"
)

func TestCSVHasARowForEverything(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		table := CSV(res, Options{})
		want := 2 + len(res.Questionnaire.AllSections()) + len(res.Questionnaire.Questions())
		if got := strings.Count(string(table), "\n"); got != want || !IsCSV(bytes.NewReader(table)) {
			t.Errorf("%s: %d lines, not %d", name, got, want)
		}
	}
	for _, line := range strings.Split(string(CSV(reporttest.Inject("=1+1"), Options{})), "\n") {
		if strings.Contains(line, ",=1+1") {
			t.Errorf("a formula: %s", line)
		}
	}
}

// A row names what it is about with the model's own number before the title.
func TestCSVHasCodes(t *testing.T) {
	t.Parallel()
	text := string(CSV(reporttest.Coded(), Options{}))
	for _, want := range []string{"section,govern,security,GV Govern,", "question,govern-1,govern,GV.01 Govern topic 1,"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// No two texts have one cell: what is put in front of a formula can be taken away again.
func TestFormulasComeBack(t *testing.T) {
	t.Parallel()
	for text, cell := range map[string]string{
		"=1+1": "'=1+1", "'=1+1": "''=1+1", "''@x": "'''@x", "'t Hoff": "'t Hoff", "'": "'", "": "", "-": "'-",
		"Bank =": "Bank =", "+49": "'+49", "a\tb\n": `a\u0009b\u000A`,
	} {
		if got := unformula(text); got != cell {
			t.Errorf("%q is written %q, not %q", text, got, cell)
		}
		if got := formula(cell); got != diag.Harmless(text) {
			t.Errorf("%q is read as %q, not %q", cell, got, text)
		}
	}
}
