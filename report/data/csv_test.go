package data

import (
	"bytes"
	"strings"
	"testing"

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
