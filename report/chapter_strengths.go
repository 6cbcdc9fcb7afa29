package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

const (
	mostDimensions = 3 // that strengths and gaps name
	mostStrong     = 3 // questions among the strengths
	mostQuestions  = 5
)

// strengths are the dimensions and questions above the overall score.
func (v *view) strengths() Chapter {
	return chapter("strengths", v.Say("strengths.heading"), v.strengthBlocks()...)
}

func (v *view) strengthBlocks() []Block {
	if said := v.uniform(); said != "" {
		return append(v.soFar(), paragraph(said))
	}
	var items []Item
	dimension, question := "", "" // the last ones shown
	dimensions, questions := v.Result.StrongDimensions(mostDimensions), v.Result.StrongItems(mostStrong)
	for _, d := range dimensions.First {
		dimension = v.NodeTitle(d)
		items = append(items, item(dimension, v.dimensionScore(d)))
	}
	for _, it := range questions.First {
		question = v.Question(it.Question)
		said := v.Say("strengths.question", words.Points(it.Points.Value()), v.reached(it))
		items = append(items, item(question, said))
	}
	if len(items) == 0 {
		return []Block{paragraph(v.Say("strengths.none"))}
	}
	blocks := append(v.soFar(), paragraph(v.Say("strengths.intro")), v.list(items))
	alike := paragraphs(v.Alike(dimension, dimensions.Alike), v.Alike(question, questions.Alike))
	return append(blocks, alike...)
}

// dimensionScore shows a score with its level, where it has one.
func (v *view) dimensionScore(d *assess.Node) string {
	if level, ok := d.Level.Get(); ok {
		return v.Say("strengths.dimension", v.Score(d), v.Level(level))
	}
	return v.Score(d)
}

// uniform says so where the answers leave nothing to stand out, else "".
func (v *view) uniform() string {
	if v.Counts.Valued == 0 {
		return v.Say("strengths.unanswered")
	}
	points, n, alike := v.Result.AllAlike()
	switch {
	case !alike:
		return ""
	case points == float64(v.Questionnaire.Highest()):
		return v.Count("strengths.top", n, words.Points(points))
	case points == float64(v.Questionnaire.Lowest()):
		return v.Count("strengths.lowest", n, words.Points(points))
	}
	return v.Count("strengths.same", n, words.Points(points))
}
