package words

import "bankmaturity/assess"

// Coded returns the title of a section or question with the model's own number before it,
// where it has one: "GV.OC-01 Mission". Whatever names a section or question names it so.
func Coded(code string, title assess.Text, language string) string {
	if code == "" {
		return title.In(language)
	}
	return code + " " + title.In(language)
}

// NodeTitle names a section of a result, ready for the format.
func (w Words) NodeTitle(n *assess.Node) string { return w.User(Coded(n.Code, n.Title, w.Language)) }

// SectionTitle names a section, ready for the format.
func (w Words) SectionTitle(s *assess.Section) string {
	return w.User(Coded(s.Code, s.Title, w.Language))
}

// QuestionTitle names a question, ready for the format. [Teller.Question] adds its dimension.
func (w Words) QuestionTitle(qu *assess.Question) string {
	return w.User(Coded(qu.Code, qu.Title, w.Language))
}
