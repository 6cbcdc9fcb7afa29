package workshop

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/output"
)

// decide records what is to be done, who does it and until when, about the current question or,
// at the end, the whole. A dash takes the last one back.
func (w *workshop) decide(text string) error {
	about := ""
	if qu := w.interview.Current(); qu != nil {
		about = qu.ID
	}
	if text = strings.TrimSpace(text); text == "-" || text == "－" {
		return w.takeBack(about)
	}
	parts := strings.Split(strings.ReplaceAll(text, "；", ";"), ";") // an empty part leaves its place open
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	if len(parts) > 3 || parts[0] == "" || len(parts) == 2 && len(codec.ParseDue(parts[1])) > 0 {
		return textError{w.words.Say("todo.what")} // a day alone is no owner
	}
	a := assess.Action{What: parts[0], Question: about, Status: assess.ActionOpen}
	if len(parts) > 1 {
		a.Owner = parts[1]
	}
	if len(parts) > 2 && parts[2] != "" {
		due, err := w.dayOf(parts[2])
		if err != nil {
			return err
		}
		a.Due = due
	}
	w.change(func() { w.session.response.Actions = append(w.session.response.Actions, a) })
	w.follows = w.words.Say("todo.done", w.toDo(a))
	return nil
}

// change is one change, for undo, of what is to be done.
func (w *workshop) change(do func()) {
	var about []*assess.Question
	if qu := w.interview.Current(); qu != nil {
		about = append(about, qu)
	}
	w.interview.Together(about, do)
}

// takeBack takes back the last decision about a question.
func (w *workshop) takeBack(about string) error {
	all := w.session.response.Actions
	for i, a := range slices.Backward(all) {
		if a.Question == about {
			w.change(func() { w.session.response.Actions = slices.Delete(slices.Clone(all), i, i+1) })
			w.follows = w.words.Say("todo.gone", w.toDo(a))
			return nil
		}
	}
	return textError{w.words.Say("todo.none")}
}

// dayOf reads a day as people type it; one that may be two is asked for again.
func (w *workshop) dayOf(text string) (string, error) {
	switch days := codec.ParseDue(text); len(days) {
	case 0:
		return "", textError{w.words.Say("todo.day", text)}
	case 1:
		return days[0], nil
	default:
		return "", textError{w.words.Say("todo.days", text, days[0], days[1])}
	}
}

// decided are what is to be done about a question, a line each.
func (w *workshop) decided(qu *assess.Question) []string {
	var out []string
	for _, a := range w.session.response.Actions {
		if a.Question == qu.ID {
			out = append(out, w.toDo(a))
		}
	}
	return out
}

func (w *workshop) toDo(a assess.Action) string {
	out := output.Printable(a.What)
	if a.Owner != "" {
		out = w.words.Say("todo.who", out, output.Printable(a.Owner))
	}
	if a.Due != "" {
		out = w.words.Say("todo.due", out, a.Due)
	}
	return out
}
