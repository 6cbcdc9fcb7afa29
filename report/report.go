// Package report renders a result and decides nothing: every number in it comes
// from package assess. What is left to a report is order, rounding and words.
//
// Words come first. A [assess.Result] becomes a document, a list of blocks
// (headings, lists, tables, bars) in which every number is already a text, by
// the files named for what a reader looks for: front, facts, steps, profile,
// strengths, gaps, open, method, provenance. Then each format lays those blocks out, in a file of
// its own name. All words live in messages/LANGUAGE.json.
//
// What users wrote (organization, notes, evidence, the questionnaire's own
// texts) passes through words.user, which cleans it and escapes it for the
// format, so that no text can change a report's structure.
package report

import (
	"slices"

	"bankmaturity/assess"
)

// Options choose how a result is rendered. The zero value is a report in the
// questionnaire's first language, without names and without a chart file.
type Options struct {
	Language  string                   // of words and titles; "" is the questionnaire's first language
	Names     bool                     // call respondents and voices by their names, not R1 and V1
	Version   string                   // of the tool
	RadarFile string                   // path of the SVG chart, relative to the report; "" leaves text bars only
	Trace     bool                     // add the appendix that traces every number
	Detail    Detail                   // of JSON; "" is Full
	Responses bool                     // JSON lists the responses at every detail
	previous  map[string]assess.Number // scores to compare with, by dimension: a line of the radar
	peers     bool                     // they are the peers' medians, not those before
	Template  *Template                // lays out its format instead of the built-in one
	Brand     *Brand                   // the look of HTML; nil is plain
	Width     int                      // of Summary, in terminal cells; 0 is 80
}

// beside adds the peers' medians where there is nothing else to compare with.
func (o Options) beside(res *assess.Result) Options {
	if o.previous != nil || res.Peers == nil {
		return o
	}
	o.previous, o.peers = map[string]assess.Number{}, true
	for id, p := range res.Peers {
		o.previous[id] = p.Median
	}
	return o
}

func (o Options) previousKey() string {
	if o.peers {
		return "radar.key.peers"
	}
	return "radar.key.previous"
}

// A Detail says how much of a result the JSON holds. What it leaves out is null.
type Detail string

// The details, each with all that is in the one before.
const (
	Overall   Detail = "overall"   // the root without what is below
	Sections  Detail = "sections"  // the tree without questions
	Questions Detail = "questions" // questions, responses, agreement
	Full      Detail = "full"      // robustness and plan
)

// Details returns them from the least to the most.
func Details() []Detail { return []Detail{Overall, Sections, Questions, Full} }

// holds reports whether the detail has a part that another one adds.
func (d Detail) holds(part Detail) bool {
	all := Details()
	return d == "" || slices.Index(all, d) >= slices.Index(all, part)
}

// language returns the language of the questionnaire's texts in the report.
func (o Options) language(q *assess.Questionnaire) string {
	if o.Language == "" && len(q.Languages) > 0 {
		return q.Languages[0]
	}
	return o.Language
}
