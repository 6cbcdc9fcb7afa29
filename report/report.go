// Package report renders a result for people and decides nothing: every number in it,
// and what comes first, comes from package assess.
//
// A chapter (chapter_*.go, each named for what a reader looks for) says its part in
// blocks (block*.go): headings, lists, tables, bars, whose texts are ready for the
// format. A [Page] holds the chapters (chapters.go has their order), and a template lays
// it out: the built-in one or the user's own (format_*.go, template.go). Words come from
// package words, charts from package chart; what is for machines is written by package
// data.
package report

// Options choose how a result is rendered. The zero value is a report in the
// questionnaire's first language, without names and without a chart file.
type Options struct {
	Language string    // of words and titles; "" is the questionnaire's first language
	Names    bool      // call respondents and voices by their names, not R1 and V1
	Version  string    // of the tool
	Beside   string    // path of the report without its extension, where [Charts] lie; "" leaves text bars only
	Depth    int       // how many levels of sections charts and tables show; 0: as many as can be read
	Trace    bool      // add the appendix that traces every number
	Part     string    // BoardPart alone; "" is the whole report
	Template *Template // lays out its format instead of the built-in one
	Brand    *Brand    // the look of HTML; nil is plain
	Paper    string    // size of printed pages, A4 or letter; "" is what the printer has, unless the brand says
	Width    int       // of Summary, in terminal cells; 0 is 80
}

// OnPaper are the options of a page that is printed at once: on A4, unless the brand says
// otherwise.
func (o Options) OnPaper() Options {
	o.Paper = "A4"
	return o
}
