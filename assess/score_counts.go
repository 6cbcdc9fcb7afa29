package assess

// CountsWith is what a question counts with in the score of its section: its points, or
// the lowest level where a policy puts it there. It is undefined where the question does
// not count (docs/numbers.md, Score, coverage, bounds, level).
func (r *Result) CountsWith(it *Item) Number {
	f := r.Questionnaire.figures(it)
	if !f.applicable {
		return Number{}
	}
	return f.score
}
