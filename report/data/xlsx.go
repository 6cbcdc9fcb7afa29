package data

import (
	"bankmaturity/assess"
	"bankmaturity/assess/workbook"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// XLSX writes the result as a workbook that can be handed on as it is: what page one says
// with the dimensions as a chart, the scores, the questions, who said what, a roadmap to
// work with, the trace where it is asked for, and what it was made from. Numbers are
// numbers, dates are dates, and no text of a user's is a formula.
func XLSX(res *assess.Result, opts Options) ([]byte, error) {
	return writeBook(res, opts, func(b *book) {
		b.frontSheet()
		b.scoresSheet()
		b.questionsSheet()
		b.votesSheet()
		b.roadmapSheet()
		if opts.Trace {
			b.traceSheet()
		}
		b.provenanceSheet()
	})
}

// book is a workbook in the making; err is the first error.
type book struct {
	*words.Teller
	opts  Options
	file  *excelize.File
	err   error
	looks map[look]int // the file's styles
}

// writeBook makes a workbook about a result of what fill puts into it.
func writeBook(res *assess.Result, opts Options, fill func(*book)) ([]byte, error) {
	t, err := words.Tell(res, opts.Language, opts.Names, words.Plain)
	if err != nil {
		return nil, err
	}
	if opts.Depth == 0 {
		opts.Depth = res.Overall.Depth()
	}
	b := &book{Teller: t, opts: opts, file: excelize.NewFile(), looks: map[look]int{}}
	defer b.file.Close()
	fill(b)
	b.do(b.file.DeleteSheet("Sheet1")) // with which every new workbook begins
	b.file.SetActiveSheet(0)
	if b.err != nil {
		return nil, b.err
	}
	return workbook.Bytes(b.file)
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}
