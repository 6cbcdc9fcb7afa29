// Package report renders a result for people and decides nothing: every number in it,
// and what comes first, comes from package assess.
//
// A chapter (chapter_*.go, each named for what a reader looks for) says its part in
// blocks (block*.go): headings, lists, tables, bars, whose texts are ready for the
// format. A [Page] holds them all, and a template lays it out: the built-in one or the
// user's own (format_*.go, template.go). Words come from package words, charts from
// package chart; what is for machines is written by package data.
package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/chart"
	"bankmaturity/report/data"
	"bankmaturity/report/words"
)

// Options choose how a result is rendered. The zero value is a report in the
// questionnaire's first language, without names and without a chart file.
type Options struct {
	Language  string    // of words and titles; "" is the questionnaire's first language
	Names     bool      // call respondents and voices by their names, not R1 and V1
	Version   string    // of the tool
	RadarFile string    // path of the SVG chart, relative to the report; "" leaves text bars only
	Trace     bool      // add the appendix that traces every number
	Template  *Template // lays out its format instead of the built-in one
	Brand     *Brand    // the look of HTML; nil is plain
	Width     int       // of Summary, in terminal cells; 0 is 80
}

// view is a result on its way to a page.
type view struct {
	*words.Teller
	opts   Options
	beside chart.Line // the scores that bars and charts compare with
	radar  Safe       // the chart that stands on the page itself; "" where a file holds it
}

func newView(res *assess.Result, opts Options, escape func(string) string) (*view, error) {
	t, err := words.Tell(res, opts.Language, opts.Names, escape)
	return &view{Teller: t, opts: opts, beside: chart.Peers(res)}, err
}

// chapters are the parts of a report in the order in which they are read.
func (v *view) chapters() []Chapter {
	return []Chapter{
		v.cover(), v.summary(), v.steps(), v.profile(), v.strengths(), v.gates(), v.gaps(), v.roadmap(),
		v.firmness(), v.peers(), v.outside(), v.open(), v.agreement(), v.parked(), v.disagreements(), v.notes(),
		v.method(), v.trace(), v.provenance(),
	}
}

// json is the result for a template.
func (v *view) json() []byte {
	o := v.opts
	return data.JSON(v.Result, data.Options{Language: o.Language, Names: o.Names, Version: o.Version})
}
