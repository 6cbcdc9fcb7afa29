package workshop

import (
	"strings"

	"bankmaturity/assess"
)

// titled is a title behind the model's own number, where it has one.
func (w *workshop) titled(code string, title assess.Text) string {
	return strings.TrimSpace(code + " " + onOneLine(title.In(w.language)))
}

// titleOf is the title of a question with its code.
func (w *workshop) titleOf(qu *assess.Question) string { return w.titled(qu.Code, qu.Title) }

// headOf is the title of a dimension with its code.
func (w *workshop) headOf(s *assess.Section) string { return w.titled(s.Code, s.Title) }

// pathOf names the sections above a dimension, outermost first. A single one above it says
// little and is left out.
func (w *workshop) pathOf(s *assess.Section) string {
	path := ""
	for up := s.Parent(); up != nil; up = up.Parent() {
		if path != "" {
			path = " / " + path
		}
		path = w.headOf(up) + path
	}
	if s.Parent() == nil || s.Parent().Parent() == nil {
		return ""
	}
	return path
}

// references are where a question and its dimension come from, or where one can read on.
func (w *workshop) references(qu *assess.Question) []string {
	var out []string
	for _, r := range append(qu.References[:len(qu.References):len(qu.References)], qu.Section().References...) {
		text := onOneLine(r.Text.In(w.language))
		switch {
		case r.URL == "" || r.URL == text:
		case text == "":
			text = r.URL
		default:
			text += " (" + r.URL + ")"
		}
		out = append(out, text)
	}
	return out
}

// onOneLine joins the lines of a text that stands in one line of the screen.
func onOneLine(text string) string {
	const breaks = "\n\r\v\f\u0085\u2028\u2029"
	if !strings.ContainsAny(text, breaks) {
		return text
	}
	var lines []string
	for _, line := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(breaks, c) }) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, " ")
}
