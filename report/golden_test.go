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
				opts.RadarFile = "Harbour City Bank (2026).radar.svg"
			}
			md, err := Markdown(res, opts)
			if err != nil {
				t.Fatal(err)
			}
			reporttest.Golden(t, name+".md", md)
			reporttest.Golden(t, name+".svg", Radar(res, opts))
			reporttest.Golden(t, name+".txt", []byte(strings.Join(Summary(res, opts), "\n")+"\n"))
		})
	}
}
