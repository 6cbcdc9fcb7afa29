package report

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// formats renders a result in every format for people.
func formats(t *testing.T, res *assess.Result) map[string]string {
	t.Helper()
	opts := Options{Version: "0.1.0"}
	md, err := Markdown(res, opts)
	if err != nil {
		t.Fatal(err)
	}
	summary := strings.Join(Summary(res, opts), "\n")
	out := map[string]string{"md": string(md), "txt": summary}
	for _, c := range Charts(res, opts) {
		out[c.Kind+".svg"] = string(c.SVG)
	}
	return out
}

func TestEveryReportIsWhole(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		for format, text := range formats(t, res) {
			for _, bad := range []string{"%!", "[front", "NaN", "-0.00", "<nil>", "  \n\n\n", " .", "()", "“”"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s.%s contains %q", name, format, bad)
				}
			}
			if format != "txt" && !Written("a."+format, []byte(text)) {
				t.Errorf("%s.%s is not sealed", name, format)
			}
		}
	}
}

func TestEveryDimensionAppears(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		text := formats(t, res)
		for _, d := range res.Questionnaire.Dimensions() {
			title := d.Title.In("")
			if !strings.Contains(text["md"], title) || !strings.Contains(text["levels.svg"], title) {
				t.Errorf("%s: %s is missing", name, title)
			}
		}
	}
}

func TestReportsAreTheSameEveryTime(t *testing.T) {
	t.Parallel()
	first, again := formats(t, reporttest.Bank()), formats(t, reporttest.Bank())
	for format := range first {
		if first[format] != again[format] {
			t.Errorf("%s differs", format)
		}
	}
}
