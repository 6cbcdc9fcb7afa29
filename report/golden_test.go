package report

import (
	"strings"
	"testing"

	"bankmaturity/report/reporttest"
)

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			opts := Options{Version: "0.1.0"}
			if name == "bank" {
				opts.Beside = "Harbour City Bank (2026)"
			}
			md, err := Markdown(res, opts)
			if err != nil {
				t.Fatal(err)
			}
			reporttest.Golden(t, name+".md", md)
			for _, c := range Charts(res, opts) {
				reporttest.Golden(t, name+"."+c.Kind+".svg", c.SVG)
			}
			reporttest.Golden(t, name+".txt", []byte(strings.Join(Summary(res, opts), "\n")+"\n"))
		})
	}
}
