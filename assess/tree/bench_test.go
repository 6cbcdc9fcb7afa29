package tree

import (
	"os"
	"path/filepath"
	"testing"
)

// How fast the nodes of a file are made, in memory that is used again, by the scanners and
// by what stands behind them.
func BenchmarkTrees(b *testing.B) {
	files, _ := filepath.Glob("testdata/flavours/*")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for way, scan := range map[string]bool{"scanned": true, "library": false} {
			b.Run(filepath.Base(file)+"/"+way, func(b *testing.B) {
				var arena Arena
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					s := New(file, data, &arena)
					s.Readable(false, "")
					if filepath.Ext(file) == ".json" {
						s.JSON(Options{Scan: scan})
					} else {
						s.YAML(Options{Scan: scan})
					}
				}
			})
		}
	}
}
