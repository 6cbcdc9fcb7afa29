package report

import "bankmaturity/report/data"

// The parts of a report.
const (
	BoardPart  = "board"          // what is decided by: a few pages
	PapersPart = "working-papers" // what it rests on
)

// chapters are the parts of a report in the order in which they are read.
func (v *view) chapters() []Chapter {
	board := part(BoardPart,
		v.cover(), v.summary(), v.why(), v.steps(), v.actions(), v.parked(), v.strengths(), v.roadmap())
	if v.opts.Part == BoardPart {
		return board
	}
	return append(board, part(PapersPart,
		v.papers(), v.figures(), v.profile(), v.gates(), v.gaps(), v.waves(), v.moreToRead(), v.answers(),
		v.outside(), v.open(), v.notes(), v.counted(), v.agreement(), v.disagreements(), v.firmness(), v.peers(),
		v.tags(), v.method(), v.agreements(), v.radar(), v.trace(), v.bank(), v.provenance())...)
}

// part says of chapters which part of the report they belong to.
func part(name string, chapters ...Chapter) []Chapter {
	for i := range chapters {
		chapters[i].Part = name
	}
	return chapters
}

// json is the result for a template.
func (v *view) json() []byte {
	o := v.opts
	return data.JSON(v.Result, data.Options{Language: o.Language, Names: o.Names, Version: o.Version})
}
