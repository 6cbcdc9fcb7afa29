package batch

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/report/data"
)

// A group is what is scored together.
type group struct {
	questionnaire *assess.Questionnaire
	responses     []*assess.Response
	packed        []byte // more responses, by Questionnaire.Pack
	count         int    // of all, also those beyond assess.MostResponses, which are not kept
	organization  string
	source        string // of the first response
}

// newGroup begins a group, which holds on to nothing else of its first response.
func newGroup(record codec.Record) *group {
	r := record.Response
	return &group{
		questionnaire: record.Questionnaire,
		organization:  strings.Clone(r.Organization),
		source:        strings.Clone(r.Source),
	}
}

// scoresOnly reports whether nothing of a response is written but what it adds to scores.
func (b *batch) scoresOnly() bool {
	return b.opts.By == ByOrganization && len(b.opts.Formats) == 0 &&
		(b.opts.Detail == data.Overall || b.opts.Detail == data.Sections)
}

// add keeps a response, packed where only its scores are wanted and it can be.
func (g *group) add(r *assess.Response, scoresOnly bool) {
	if g.count++; g.count > assess.MostResponses {
		return
	}
	if scoresOnly {
		packed, ok := g.questionnaire.Pack(g.packed, r)
		g.packed = packed
		if ok {
			return
		}
	}
	g.responses = append(g.responses, r)
}

// all returns the responses, in no order that a score depends on, the source of the first
// at the first.
func (g *group) all() []*assess.Response {
	all := append(g.questionnaire.Unpack(g.packed, g.organization), g.responses...)
	all[0].Source = g.source
	return all
}
