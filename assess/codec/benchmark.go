package codec

import (
	"encoding/json"
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
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
	s := tree.New(name, data, nil)
	root := single(s, tree.Options{}, "benchmark")
	if root == nil {
		return nil, s.Diagnostics()
	}
	r := &benchmarkReader{s, q, &assess.Benchmark{Scores: map[string][]float64{}}}
	if begins(s, root, benchmarkFormat, benchmarkKeys) {
		benchmarkKeys.ReadInOrder(r, root)
	}
	if s.Failed() {
		return nil, s.Diagnostics()
	}
	return r.benchmark, s.Diagnostics()
}

// A benchmarkReader reads a benchmark; q is nil where it may be of any questionnaire.
type benchmarkReader struct {
	*tree.Source
	q         *assess.Questionnaire
	benchmark *assess.Benchmark
}

var (
	benchmarkKeys = tree.Table[*benchmarkReader]{
		{Name: "format", Required: true},
		tree.Required("questionnaire", (*benchmarkReader).questionnaire),
		tree.Required("sections", (*benchmarkReader).sections),
	}
	benchmarkedKeys = tree.Table[*benchmarkReader]{
		{Name: "id", Required: true}, {Name: "version", Required: true},
	}
	peersKeys = tree.Table[*benchmarkReader]{{Name: "n", Required: true}, {Name: "scores", Required: true}}
)

// questionnaire reads of which questionnaire the scores are.
func (r *benchmarkReader) questionnaire(n *tree.Node) {
	if !benchmarkedKeys.Check(r.Source, n) {
		return
	}
	id, version := n.Child("id"), n.Child("version")
	if id == nil || version == nil {
		return
	}
	b := r.benchmark
	var known, dated bool
	b.ID, known = r.Words(id)
	b.Version, dated = r.Words(version)
	switch {
	case r.q == nil:
	case known && b.ID != r.q.ID:
		r.Err(id, fmt.Sprintf("these are scores of %s, not of %s", tree.Brief(b.ID), r.q.ID), "")
	case dated && b.Version != r.q.Version:
		r.Warn(version, fmt.Sprintf("these are scores of %s, not of %s", tree.Brief(b.Version), r.q.Version), "")
	}
}

func (r *benchmarkReader) sections(n *tree.Node) {
	if n.Kind != tree.Mapping {
		r.ErrKind(n, "a mapping from section to scores")
		return
	}
	for _, v := range n.Items {
		r.benchmark.Scores[v.Name] = r.peers(v)
	}
}

// peers reads the scores of a section: n of them, none smaller than the one before.
func (r *benchmarkReader) peers(n *tree.Node) []float64 {
	if !peersKeys.Check(r.Source, n) {
		return nil
	}
	count, list := n.Child("n"), n.Child("scores")
	if count == nil || list == nil {
		return nil
	}
	if list.Kind != tree.Sequence {
		r.ErrKind(list, "a list of scores")
		return nil
	}
	scores := make([]float64, len(list.Items))
	for i, item := range list.Items {
		v, ok := r.Decimal(item)
		switch {
		case !ok:
			return nil
		case r.q != nil && (v < float64(r.q.Lowest()) || v > float64(r.q.Highest())):
			r.Err(item, fmt.Sprintf("%s is no score; the levels of %s are %d to %d",
				tree.Brief(item.Value), r.q.ID, r.q.Lowest(), r.q.Highest()), "")
			return nil
		case i > 0 && v < scores[i-1]:
			r.Err(item, fmt.Sprintf("%s comes after %s; scores stand in rising order",
				tree.Brief(item.Value), tree.Brief(list.Items[i-1].Value)), "")
			return nil
		}
		scores[i] = v
	}
	r.Integer(count, len(scores), len(scores), fmt.Sprintf("%d, the number of scores", len(scores)))
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
