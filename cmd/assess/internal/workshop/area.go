package workshop

import (
	"errors"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/prompt"
)

// area puts the dimension of a question out of scope, and saves that.
func (w *workshop) area(action prompt.Action) error {
	s := w.session.questionnaire.Questions()[action.Choice].Section()
	before := w.open(s)
	err := w.interview.SayAreaNotApplicable(s, strings.TrimSpace(action.Text))
	switch {
	case errors.Is(err, assess.ErrForbidden):
		w.message, w.refused = w.words.Say("area.forbidden", w.headOf(s)), true
		return nil
	case err != nil:
		w.message, w.refused = w.refusal(err), true
		return nil
	case before == 0:
		w.message = w.words.Say("area.none", w.headOf(s))
		return nil
	}
	w.message = w.aside("area.said", w.headOf(s), before)
	return w.save()
}

// open counts the questions of a dimension of which nothing is recorded.
func (w *workshop) open(s *assess.Section) int {
	n := 0
	for _, qu := range s.Questions {
		if w.session.response.Answers[qu.Index()].Empty() {
			n++
		}
	}
	return n
}
