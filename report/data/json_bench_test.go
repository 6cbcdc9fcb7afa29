package data

import (
	"testing"

	"bankmaturity/report/reporttest"
)

func BenchmarkJSONLine(b *testing.B) {
	res := reporttest.Bank()
	for _, detail := range Details() {
		b.Run(string(detail), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				JSONLine(res, Options{Version: "0.1.0", Detail: detail, Responses: true})
			}
		})
	}
}

func BenchmarkJSON(b *testing.B) {
	res := reporttest.Bank()
	b.ReportAllocs()
	for b.Loop() {
		JSON(res, Options{Version: "0.1.0"})
	}
}
