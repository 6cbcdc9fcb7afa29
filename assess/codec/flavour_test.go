package codec

import (
	"os"
	"path/filepath"
	"testing"

	"bankmaturity/assess"
)

// The same answers as different people and programs write them: see the folder.
func BenchmarkFlavours(b *testing.B) {
	q := bundledFor(b)
	find, reader := only(q), new(Reader)
	files, _ := filepath.Glob("../tree/testdata/flavours/*")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(filepath.Base(file), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if records, ds := reader.Answers(file, data, find); len(records) != 1 || len(ds) > 0 {
					b.Fatal(ds)
				}
			}
		})
	}
}

func bundledFor(b *testing.B) *assess.Questionnaire {
	data, err := os.ReadFile("../../docs/editions/bank-digital-1.0.0.yaml")
	if err != nil {
		b.Fatal(err)
	}
	q, _ := ReadQuestionnaire("bank-digital.yaml", data)
	return q
}
