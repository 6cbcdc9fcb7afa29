package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// A claim is what a row of a sheet says of its question beside its id: the title, and the
// question as it is asked. Rows sorted without their hidden ids say two things.
type claim struct {
	id     string
	says   [2]cell
	counts *tree.Node // instead: a strange column, which may be that of the counts under another name
}

// checkClaims blames the rows whose text is that of another question than their id says. A
// text that no question has says nothing: it may have been put in other words.
func (r *answers) checkClaims(claims []claim) {
	if r.q == nil {
		return
	}
	var texts [2]map[string][]*assess.Question
	for i := range texts {
		texts[i] = map[string][]*assess.Question{}
	}
	for _, qu := range r.q.Questions() {
		for i, text := range []assess.Text{qu.Title, qu.Ask} {
			for _, t := range text {
				known := folded(firstLine(t.Text))
				if i == 0 {
					known = folded(firstLine(titled(qu.Code, t.Text)))
				}
				texts[i][known] = append(texts[i][known], qu)
			}
		}
	}
	for _, c := range claims {
		if c.counts != nil && slices.ContainsFunc(r.q.Questions(), counted) {
			r.ErrPath(c.counts, "", "this sheet has no column of counts, and this column is not understood",
				"is it that one? Head it as it was; else delete it")
			continue
		}
		own := r.q.Question(c.id)
		for i, said := range c.says {
			others := texts[i][folded(said.value)]
			if own == nil || said.value == "" || len(others) == 0 || slices.Contains(others, own) {
				continue
			}
			message := "this is the text of " + others[0].ID + ", but the id in this row is " + own.ID
			hint := "rows are sorted with their hidden ids: undo the sorting, or fill in a new sheet"
			r.ErrPath(said.node(), tree.PathOf("answers", own.ID), message, hint)
			break
		}
	}
}

// counted reports whether something is counted for a question.
func counted(qu *assess.Question) bool { return qu.Input != "" && !qu.Profile }

// firstLine is a text up to its first line break.
func firstLine(text string) string {
	line, _, _ := strings.Cut(text, "\n")
	return line
}
