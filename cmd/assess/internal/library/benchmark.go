package library

import (
	"path/filepath"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
)

// Benchmark reads the scores of peers.
func (l *Library) Benchmark(name string, q *assess.Questionnaire) (*assess.Benchmark, error) {
	data, err := l.input.Read(name)
	if err != nil {
		return nil, err
	}
	b, found := codec.ReadBenchmark(filepath.ToSlash(name), data, q)
	if err := l.blame(found); err != nil {
		return nil, err
	}
	return b, nil
}
