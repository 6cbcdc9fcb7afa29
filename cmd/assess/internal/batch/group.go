package batch

import (
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"
)

// A summary is what one questionnaire's responses give.
type summary struct {
	questionnaire  *assess.Questionnaire
	groups         []*group // still to be scored, in the order of their first response
	byOrganization map[string]*group
	rows, lines    *output.Growing // summary.csv and summary.jsonl
	quality        *assess.QualityTally
	results        []*assess.Result // for the benchmark, if one is written
}

// summary returns the summary of a questionnaire, which its first response begins.
func (b *batch) summary(q *assess.Questionnaire) (*summary, error) {
	for _, s := range b.summaries {
		if s.questionnaire.ID == q.ID {
			return s, nil
		}
	}
	s := &summary{questionnaire: q, quality: assess.NewQualityTally(q), byOrganization: map[string]*group{}}
	b.summaries = append(b.summaries, s)
	var err error
	if s.rows, err = b.Writer.Grow(filepath.Join(b.opts.Output, "summary.csv")); err != nil {
		return nil, err
	}
	if s.lines, err = b.Writer.Grow(filepath.Join(b.opts.Output, "summary.jsonl")); err != nil {
		return nil, err
	}
	_, err = s.rows.Write(report.SummaryHeader(q))
	return s, err
}

// discard removes what was begun and not put in its place.
func (b *batch) discard() {
	for _, s := range b.summaries {
		s.rows.Discard()
		s.lines.Discard()
	}
}

// A group is what is scored together.
type group struct {
	questionnaire *assess.Questionnaire
	responses     []*assess.Response
	packed        []byte // more responses, by Questionnaire.Pack
	count         int    // of all, also those beyond library.MaxResponses, which are not kept
	organization  string
	source        string // of the first response
}

// group puts a record into the group that it is scored with.
func (b *batch) group(s *summary, record codec.Record) {
	key := library.OrganizationKey(record.Response.Organization)
	g := s.byOrganization[key]
	if g == nil || b.opts.By == ByResponse {
		g = newGroup(record)
		s.byOrganization[key] = g
		s.groups = append(s.groups, g)
	}
	g.add(record.Response, b.scoresOnly())
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
		(b.opts.Detail == report.Overall || b.opts.Detail == report.Sections)
}

// add keeps a response, packed where only its scores are wanted and it can be.
func (g *group) add(r *assess.Response, scoresOnly bool) {
	if g.count++; g.count > library.MaxResponses {
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
