package batch

import (
	"bankmaturity/assess"
	"bankmaturity/report/data"
)

// score scores a group and renders what is written of the result.
func (b *batch) score(w *worker, g assess.Group) scored {
	res := w.scorer.Score(g)
	b.measure(res)
	switch {
	case len(b.opts.Formats) > 0 || b.opts.Detail == data.Full:
		assess.Explain(res, nil, w.chances)
	case b.opts.Detail == data.Questions:
		assess.Agree(res, w.chances)
	}
	var s scored
	s.line = data.JSONLine(res, data.Options{
		Language: b.Writer.DataLanguage, Names: b.Writer.Names, Version: b.Writer.Version,
		Detail: b.opts.Detail, Responses: b.opts.By == ByResponse, Files: b.Writer.Files,
	})
	if b.opts.Output == "" {
		return s
	}
	s.tabulate(res, b.opts.Period, b.opts.Detail == data.Questions || b.opts.Detail == data.Full)
	for _, w := range res.Warnings {
		if !w.Read {
			s.warnings = append(s.warnings, w)
		}
	}
	if len(b.opts.Formats) > 0 || b.opts.BenchmarkOut != "" {
		s.res = res
	}
	return s
}

// tabulate renders a result as rows of tables and keeps what the portfolio needs of it.
func (s *scored) tabulate(res *assess.Result, period assess.Period, questions bool) {
	s.standing = assess.StandingOf(res, period.Of(res.Date))
	s.row = data.SummaryRow(res, period)
	if questions {
		s.answers = data.AnswersRows(res, period)
	}
}

// readAndScore reads a piece and, where each response is scored by itself, scores what it
// gave.
func (b *batch) readAndScore(p piece) reading {
	w := b.borrow()
	defer b.giveBack(w)
	if b.opts.Results {
		return b.readWritten(w, p)
	}
	r := b.read(w, p)
	if !b.atOnce() {
		return r
	}
	for i := range r.items {
		if it := &r.items[i]; it.scorable() {
			it.scored = b.score(w, assess.Alone(it.record.Response))
		}
	}
	return r
}

// atOnce reports whether a response is scored as soon as it is read, and forgotten.
// Reports are named, and wait, until it is known which folder they go to.
func (b *batch) atOnce() bool {
	return b.opts.Output == "" || b.opts.By == ByResponse && len(b.opts.Formats) == 0
}

// scoreGroup scores a group.
func (b *batch) scoreGroup(g *group) scored {
	w := b.borrow()
	defer b.giveBack(w)
	return b.score(w, g.whole())
}
