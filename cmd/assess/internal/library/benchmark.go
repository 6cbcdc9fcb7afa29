package main

import (
	"cmp"
	"path/filepath"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
)

// benchmark reads the scores of peers. What is wrong in them is printed and is a
// finding.
func (a *app) benchmark(name string, q *assess.Questionnaire) (*assess.Benchmark, error) {
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	b, ds := codec.ReadBenchmark(filepath.ToSlash(name), data, q)
	if bad, err := a.blame(ds); err != nil || bad {
		return nil, cmp.Or(err, errFindings)
	}
	return b, nil
}
