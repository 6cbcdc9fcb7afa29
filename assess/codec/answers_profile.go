package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// typed reads what was typed for a profile question: a text, a number or a date.
func (r *answers) typed(n *tree.Node, qu *assess.Question, into *assess.Answer) {
	switch qu.Input {
	case assess.NumberInput:
		if v, ok := r.Decimal(n); ok {
			into.Value = assess.Num(v)
		}
	case assess.DateInput:
		word, ok := r.Words(n)
		if ok && !assess.IsDay(word) {
			r.Err(n, tree.Brief(word)+" is no date", "write a day as year-month-day, like 2026-11-23")
		}
		into.Text = word
	default:
		into.Text, _ = r.Words(n)
	}
}
