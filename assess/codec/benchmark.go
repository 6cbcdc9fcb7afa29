package codec

import (
	"encoding/json"
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
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

// ReadBenchmark reads the scores of peers. They have to be scores of q; a nil q takes
// those of any questionnaire. Of another version of it is worth a warning. Where the
// diagnostics hold an error there is no benchmark.
func ReadBenchmark(name string, data []byte, q *assess.Questionnaire) (*assess.Benchmark, []diag.Diagnostic) {
	s := newSource(name, data)
	root := s.single(aliasesRefused, "benchmark")
	if root == nil {
		return nil, s.diagnostics()
	}
	b := &assess.Benchmark{Scores: map[string][]float64{}}
	if s.begins(root, benchmarkFormat, fields{required: []string{"format", "questionnaire", "sections"}}) {
		s.field(root, "questionnaire", func(n *node, p *steps) { s.benchmarked(b, n, p, q) })
		s.field(root, "sections", func(n *node, p *steps) {
			if n.kind != mapping {
				s.wrongKind(n, p, "a mapping from section to scores")
				return
			}
			for i, k := range n.keys {
				b.Scores[k.value] = s.peers(n.items[i], p.key(k.value), q)
			}
		})
	}
	if s.failed {
		return nil, s.diagnostics()
	}
	return b, s.diagnostics()
}

// benchmarked reads of which questionnaire the scores are.
func (s *source) benchmarked(b *assess.Benchmark, n *node, p *steps, q *assess.Questionnaire) {
	if !s.object(n, p, fields{required: []string{"id", "version"}}) {
		return
	}
	id, version := n.child("id"), n.child("version")
	if id == nil || version == nil {
		return
	}
	var known, dated bool
	b.ID, known = s.words(id, p.key("id"))
	b.Version, dated = s.words(version, p.key("version"))
	switch {
	case q == nil:
	case known && b.ID != q.ID:
		s.err(id, p.key("id"), fmt.Sprintf("these are scores of %s, not of %s", brief(b.ID), q.ID), "")
	case dated && b.Version != q.Version:
		s.warn(version, p.key("version"), fmt.Sprintf("these are scores of %s, not of %s", brief(b.Version), q.Version), "")
	}
}

// peers reads the scores of a section: n of them, none smaller than the one before.
func (s *source) peers(n *node, p *steps, q *assess.Questionnaire) []float64 {
	if !s.object(n, p, fields{required: []string{"n", "scores"}}) {
		return nil
	}
	count, list, at := n.child("n"), n.child("scores"), p.key("scores")
	if count == nil || list == nil {
		return nil
	}
	if list.kind != sequence {
		s.wrongKind(list, at, "a list of scores")
		return nil
	}
	scores := make([]float64, len(list.items))
	for i, item := range list.items {
		v, ok := s.decimal(item, at.item(i))
		switch {
		case !ok:
			return nil
		case q != nil && (v < float64(q.Lowest()) || v > float64(q.Highest())):
			s.err(item, at.item(i), fmt.Sprintf("%s is no score; the levels of %s are %d to %d", brief(item.value), q.ID, q.Lowest(), q.Highest()), "")
			return nil
		case i > 0 && v < scores[i-1]:
			s.err(item, at.item(i), fmt.Sprintf("%s comes after %s; scores stand in rising order", brief(item.value), brief(list.items[i-1].value)), "")
			return nil
		}
		scores[i] = v
	}
	s.whole(count, p.key("n"), len(scores), len(scores), fmt.Sprintf("%d, the number of scores", len(scores)))
	return scores
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
