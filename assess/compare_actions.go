package assess

import (
	"slices"
	"strings"
)

// A FollowedAction is what became of something that the bank had decided to do.
type FollowedAction struct {
	Action              // as it was recorded before
	Mentioned bool      // the responses after speak of it
	Now       Status    // as they say; "" where they don't
	Points    Change    // of the question that it is about, each undefined where unknown
	About     *Question // nil where it is about none
}

// Actions returns the actions recorded before, in the order of the responses, each once, with
// what became of them. An action is known again by what is to be done and by its question,
// white space aside; where the words changed, by its question alone, if an action about it is
// left that no other one claims. Of several records after that say the same the last counts.
func (c *Comparison) Actions() []FollowedAction {
	var out []FollowedAction
	for _, a := range onceEach(c.Before.Actions()) {
		out = append(out, FollowedAction{Action: a})
	}
	left := onceEach(c.After.Actions())
	claim := func(i int, same func(Action) bool) {
		at := slices.IndexFunc(left, same)
		if out[i].Mentioned || at < 0 {
			return
		}
		out[i].Mentioned, out[i].Now = true, left[at].Status
		left = slices.Delete(left, at, at+1)
	}
	for i := range out {
		claim(i, func(a Action) bool { return actionKey(a) == actionKey(out[i].Action) })
	}
	for i := range out {
		claim(i, func(a Action) bool { return a.Question != "" && a.Question == out[i].Question })
	}
	old, now := itemsByID(c.Before), itemsByID(c.After)
	for i := range out {
		f := &out[i]
		f.About = c.Question(f.Question)
		f.Points = Change{f.Question, itemPoints(old[f.Question]), itemPoints(now[f.Question])}
	}
	return out
}

// onceEach returns actions without those that say the same as a later one, in the order in
// which each is first named.
func onceEach(actions []Action) []Action {
	var out []Action
	at := map[string]int{}
	for _, a := range actions {
		key := actionKey(a)
		if i, known := at[key]; known {
			out[i] = a
			continue
		}
		at[key] = len(out)
		out = append(out, a)
	}
	return out
}

// actionKey is the same for actions that are to do the same about the same question.
func actionKey(a Action) string {
	return strings.Join(strings.Fields(a.What), " ") + "\x00" + a.Question
}

// itemPoints are the points of an item; undefined where it is nil, or not answered.
func itemPoints(it *Item) Number {
	if it == nil {
		return Number{}
	}
	return it.Points
}
