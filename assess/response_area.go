package assess

import "strings"

// An Area is a section that a response calls not applicable as a whole: every question below
// it without an answer of its own is not applicable for its reason. The answers say so
// already; the area keeps how it was said.
type Area struct {
	Section string // id
	Reason  string // never empty
}

// Spread makes the questions below the response's areas not applicable, but for those that
// have an entry of their own, by Question.Index. Of areas inside of one another the inner
// one gives its reason.
func (q *Questionnaire) Spread(r *Response, own func(index int) bool) {
	if len(r.Areas) == 0 {
		return
	}
	for i, qu := range q.questions {
		if area := r.AreaOf(qu); area != nil && !own(i) {
			r.Answers[i] = Answer{NA: true, Reason: area.Reason}
		}
	}
}

// AreaOf returns the innermost area that a question lies in, nil without one.
func (r *Response) AreaOf(qu *Question) *Area {
	if len(r.Areas) == 0 {
		return nil
	}
	for s := qu.section; s != nil; s = s.parent {
		for i := range r.Areas {
			if r.Areas[i].Section == s.ID {
				return &r.Areas[i]
			}
		}
	}
	return nil
}

// FromArea reports whether an answer says no more than that its question lies in an area.
func (a *Answer) FromArea(area *Area) bool {
	return area != nil && a.NA && a.Reason == area.Reason && a.Note == "" &&
		len(a.Votes)+len(a.Evidence)+len(a.Brought) == 0
}

// SayAreaNotApplicable records that nothing in a section applies, and why: for every question
// in scope below it that has no answer yet, as one change. It stays, or goes on where the
// current question is one of them.
func (iv *Interview) SayAreaNotApplicable(s *Section, reason string) error {
	if strings.TrimSpace(reason) == "" {
		return ErrNoReason
	}
	var open []int
	for i := s.first; i < s.last; i++ {
		if !iv.r.Answers[i].Empty() {
			continue
		}
		if iv.q.questions[i].policy == Forbid {
			return ErrForbidden
		}
		open = append(open, i)
	}
	if len(open) == 0 {
		return nil
	}
	group := iv.newGroup()
	for _, i := range open {
		a := iv.changeAnswer(i, group)
		a.NA, a.Reason = true, reason
		iv.unpark(iv.q.questions[i].ID)
	}
	iv.r.Areas = append(withoutArea(iv.r.Areas, s.ID), Area{s.ID, reason})
	if qu := iv.Current(); qu != nil && s.first <= qu.index && qu.index < s.last {
		iv.at--
		iv.advance()
	}
	return nil
}

// withoutArea returns the areas but that of a section, in a slice of their own.
func withoutArea(areas []Area, section string) []Area {
	out := make([]Area, 0, len(areas)+1)
	for _, a := range areas {
		if a.Section != section {
			out = append(out, a)
		}
	}
	return out
}
