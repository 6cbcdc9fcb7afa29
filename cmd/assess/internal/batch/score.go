package batch

import (
	"fmt"
	"time"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// score scores responses that belong together and renders what is written of the result.
func (b *batch) score(w *worker, q *assess.Questionnaire, responses []*assess.Response) scored {
	res := w.score(q, responses)
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
	s.row, s.warning = data.SummaryRow(res), farApartWarning(responses)
	if len(b.opts.Formats) > 0 || b.opts.BenchmarkOut != "" {
		s.res = res
	}
	return s
}

// readAndScore reads a piece and, where each response is scored by itself, scores what it
// gave.
func (b *batch) readAndScore(p piece) reading {
	w := b.borrow()
	defer b.giveBack(w)
	r := b.read(w, p)
	if !b.atOnce() {
		return r
	}
	for i := range r.items {
		if it := &r.items[i]; it.failed == nil {
			it.scored = b.score(w, it.record.Questionnaire, []*assess.Response{it.record.Response})
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
	return b.score(w, g.questionnaire, g.all())
}

// farApart is how many days may lie between the responses of one assessment before it is
// worth a warning.
const farApart = 92

// farApartWarning is "" where the responses are of about the same time.
func farApartWarning(responses []*assess.Response) string {
	first, last := responses[0].Date, responses[0].Date
	for _, r := range responses {
		first, last = min(first, r.Date), max(last, r.Date)
	}
	from, err := time.Parse(time.DateOnly, first)
	to, err2 := time.Parse(time.DateOnly, last)
	if err != nil || err2 != nil || to.Sub(from) <= farApart*24*time.Hour {
		return ""
	}
	return fmt.Sprintf("warning: the responses of %s are from %s to %s: more than %d days apart",
		output.Printable(responses[0].Organization), first, last, farApart)
}
