package main

import (
	"fmt"
	"maps"
	"slices"

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
	if err == nil {
		err = fits(b, q)
	}
	if err != nil {
		a.say("%s: %s", name, err)
		return nil, errFindings
	}
	if b.Version != q.Version {
		a.say("%s: warning: these are scores of %s %s, not %s", name, b.ID, b.Version, q.Version)
	}
	return b, nil
}

// fits says why scores can't be those of peers.
func fits(b *assess.Benchmark, q *assess.Questionnaire) error {
	if b.ID != q.ID {
		return fmt.Errorf("these are scores of %s, not of %s", b.ID, q.ID)
	}
	low, high := float64(q.Lowest()), float64(q.Highest())
	for _, id := range slices.Sorted(maps.Keys(b.Scores)) {
		if scores := b.Scores[id]; len(scores) > 0 && (scores[0] < low || scores[len(scores)-1] > high) {
			return fmt.Errorf("scores of %s lie outside of the levels of %s, %g to %g", id, q.ID, low, high)
		}
	}
	return nil
}
