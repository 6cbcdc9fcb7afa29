package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// answers are all answers in words, dimension by dimension.
func (v *view) answers() Chapter {
	var blocks []Block
	for _, d := range v.Result.Overall.Dimensions() {
		var items []Item
		for _, it := range d.Scored() {
			items = append(items, item(v.QuestionTitle(it.Question), v.answered(it)))
		}
		blocks = append(blocks, heading(3, v.NodeTitle(d)), v.list(items))
	}
	if len(blocks) == 0 || v.Counts.Valued == 0 {
		return Chapter{}
	}
	return chapter("answers", v.Say("answers.heading"), append(v.soFar(), blocks...)...)
}

// answered is the answer that counts, with its points.
func (v *view) answered(it *assess.Item) string {
	if it.Status != assess.Answered {
		return v.Say("trace." + string(it.Status))
	}
	return v.Say("strengths.question", words.Points(it.Points.Value()), v.reached(it))
}
