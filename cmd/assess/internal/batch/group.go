package batch

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/report/data"
)

// A group is what is scored together.
type group struct {
	*assess.Gathering
	source string // of the first response
}

// newGroup begins a group, which holds on to nothing else of its first response.
func newGroup(record codec.Record, scoresOnly bool) *group {
	return &group{
		Gathering: assess.NewGathering(record.Questionnaire, scoresOnly),
		source:    strings.Clone(record.Response.Source),
	}
}

// scoresOnly reports whether nothing of a response is written but what it adds to scores.
func (b *batch) scoresOnly() bool {
	return b.opts.By != ByResponse && len(b.opts.Formats) == 0 &&
		(b.opts.Detail == data.Overall || b.opts.Detail == data.Sections)
}

// take adds a response, from a copy of an original file or, "", from a file of its own, and
// reports whether it counts.
func (g *group) take(r *assess.Response, original string) (counts bool, err error) {
	before := g.Count()
	if original == "" {
		err = g.Add(r)
	} else {
		err = g.AddCopy(r, original)
	}
	return g.Count() > before, err
}

// whole returns the group to score, the source of the first response at the first.
func (g *group) whole() assess.Group {
	all := g.Group()
	all.Responses()[0].Source = g.source
	return all
}
