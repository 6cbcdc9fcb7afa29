package batch

import (
	"errors"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
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
	_, err = s.rows.Write(data.SummaryHeader(q))
	return s, err
}

// discard removes what was begun and not put in its place.
func (b *batch) discard() {
	for _, s := range b.summaries {
		s.rows.Discard()
		s.lines.Discard()
	}
}

// add writes a result's line and row.
func (b *batch) add(s *summary, done scored) error {
	_, err := s.rows.Write(done.row)
	_, err2 := s.lines.Write(done.line)
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	if done.warning != "" {
		b.Writer.Say("%s", done.warning)
	}
	b.results++
	if b.opts.BenchmarkOut != "" {
		s.results = append(s.results, done.res)
	}
	return nil
}

// group puts a record into the group that it is scored with.
func (b *batch) group(s *summary, record codec.Record) {
	key := library.OrganizationKey(record.Response.Organization)
	g := s.byOrganization[key]
	if g == nil || b.opts.By == ByResponse {
		g = newGroup(record)
		s.byOrganization[strings.Clone(key)] = g // a key that holds on to its file's text holds all files
		s.groups = append(s.groups, g)
	}
	g.add(record.Response, b.scoresOnly())
}
