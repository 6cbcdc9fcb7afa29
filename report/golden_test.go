package report

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the goldens anew; read the difference")

// golden compares with testdata/NAME.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s differs; got:\n%s", path, got)
	}
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for name, res := range cases() {
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
			golden(t, name+".md", md)
			golden(t, name+".svg", Radar(res, opts))
			golden(t, name+".txt", []byte(strings.Join(Summary(res, opts), "\n")+"\n"))
		})
	}
}
