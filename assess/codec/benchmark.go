package codec

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"bankmaturity/assess"
)

const (
	benchmarkFormat = "assess/benchmark/v1"
	benchmarkHint   = "assess batch --benchmark-out writes them"
)

type benchmark struct {
	Format        string `json:"format"`
	Questionnaire struct {
		ID      string `json:"id"`
		Version string `json:"version"`
	} `json:"questionnaire"`
	Sections map[string]peers `json:"sections"`
}

type peers struct {
	N      int             `json:"n"`
	Scores []assess.Number `json:"scores"`
}

// ReadBenchmark reads the scores of peers. The error says what is wrong; such a
// file is written by a program and not by a person.
func ReadBenchmark(data []byte) (*assess.Benchmark, error) {
	var in struct {
		Format        string
		Questionnaire struct{ ID, Version string }
		Sections      map[string]struct {
			N      int
			Scores []float64
		}
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil || d.More() {
		return nil, errors.New("these are no scores of peers; " + benchmarkHint)
	}
	if in.Format != benchmarkFormat {
		return nil, errors.New("the format is not " + benchmarkFormat + "; " + benchmarkHint)
	}
	if in.Questionnaire.ID == "" {
		return nil, errors.New("it does not say of which questionnaire the scores are")
	}
	out := &assess.Benchmark{ID: in.Questionnaire.ID, Version: in.Questionnaire.Version, Scores: map[string][]float64{}}
	for id, s := range in.Sections {
		if s.N != len(s.Scores) || !slices.IsSorted(s.Scores) {
			return nil, fmt.Errorf("the scores of %s are not n rising numbers", id)
		}
		out.Scores[id] = s.Scores
	}
	return out, nil
}

// WriteBenchmark writes the scores of peers: sections in alphabetical order.
func WriteBenchmark(b *assess.Benchmark) ([]byte, error) {
	out := benchmark{Format: benchmarkFormat, Sections: map[string]peers{}}
	out.Questionnaire.ID, out.Questionnaire.Version = b.ID, b.Version
	for id, scores := range b.Scores {
		p := peers{N: len(scores)}
		for _, s := range scores {
			p.Scores = append(p.Scores, assess.Num(s))
		}
		out.Sections[id] = p
	}
	data, err := json.MarshalIndent(out, "", "  ")
	return append(data, '\n'), err
}
