package report

import "bankmaturity/assess"

// A tally counts questions by what became of them.
type tally struct {
	counts     int // that count towards the score
	answered   int // of those, with an answer
	values     int // with a value
	unanswered int
	unknown    int
	outside    int // not applicable
	skipped    int
	disputed   int // votes without an agreed value
	named      int // with evidence
	unproven   int // counted lower in the evidenced score
}

// open is the number of questions that still lower the coverage.
func (t tally) open() int { return t.unanswered + t.unknown }

func count(items []*assess.Item) tally {
	var t tally
	for _, it := range items {
		t.add(it)
	}
	return t
}

func (t *tally) add(it *assess.Item) {
	switch it.Status {
	case assess.Answered:
		t.values++
	case assess.Unanswered:
		t.unanswered++
	case assess.Unknown:
		t.unknown++
	case assess.Skipped:
		t.skipped++
	case assess.NotApplicable:
		t.outside++
		if it.Question.Policy() == assess.Lowest {
			t.answered++
		}
	}
	if len(it.Evidence()) > 0 {
		t.named++
	}
	if unproven(it) {
		t.unproven++
	}
	if disputed(it) {
		t.disputed++
	}
	t.answered += one(it.Status == assess.Answered)
	t.counts = t.answered + t.open()
}

// unproven reports whether the evidenced score counts an answer lower.
func unproven(it *assess.Item) bool {
	e, ok := it.Evidenced.Get()
	return ok && e < it.Points.Value()-assess.Tolerance
}

// disputed reports whether votes are recorded without the value agreed upon.
func disputed(it *assess.Item) bool { return it.Status == assess.Answered && it.Voted && !it.Agreed }

func one(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
