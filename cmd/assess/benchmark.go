package main

import (
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
)

// benchmark reads the scores of peers; of another version of the questionnaire it
// warns.
func (a *app) benchmark(name string, q *assess.Questionnaire) (*assess.Benchmark, error) {
	data, err := a.read(name)
	if err != nil {
		return nil, err
	}
	b, err := codec.ReadBenchmark(data)
	if err != nil {
		a.say("%s: %s", name, err)
		return nil, errFindings
	}
	if b.ID != q.ID {
		a.say("%s: these are scores of %s, not of %s", name, b.ID, q.ID)
		return nil, errFindings
	}
	if b.Version != q.Version {
		a.say("%s", fmt.Sprintf("%s: warning: these are scores of %s %s, not %s", name, b.ID, b.Version, q.Version))
	}
	return b, nil
}
