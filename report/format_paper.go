package report

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// Paper writes a questionnaire as Markdown to print: what a participant
// prepares before a workshop, a dimension to a page, with boxes to tick.
func Paper(q *assess.Questionnaire, opts Options) ([]byte, error) {
	v, err := newView(assess.Score(assess.EmptyGroup(q)), opts, words.Markdown)
	if err != nil {
		return nil, err
	}
	chapters := []Chapter{v.paperCover(), v.paperLevels()}
	for _, s := range q.Dimensions() {
		chapters = append(chapters, v.paperPage(s))
	}
	if terms := v.paperTerms(); len(terms.Blocks) > 0 {
		chapters = append(chapters, terms)
	}
	return builtInMarkdown(v.Words, v.Title(), chapters...)
}

func (v *view) paperCover() Chapter {
	title := v.Say("bracketed.after", v.User(v.Questionnaire.Version), v.Text(v.Questionnaire.Title))
	blocks := []Block{heading(1, title), paragraph(v.Say("paper.who"))}
	if len(v.Questionnaire.Summary) > 0 {
		blocks = append(blocks, paragraph(v.Text(v.Questionnaire.Summary)))
	}
	return chapter("title", "", append(blocks, paragraph(v.Say("paper.intro")))...)
}

func (v *view) paperLevels() Chapter {
	var items []Item
	for _, level := range v.Questionnaire.Levels {
		meaning := v.Text(level.Meaning)
		if meaning == v.Text(level.Name) {
			meaning = ""
		}
		items = append(items, item(v.Level(float64(level.Level)), meaning))
	}
	return chapter("page", v.Say("paper.levels"), v.list(items), pageBreak())
}

// paperPage is a dimension with its questions, short enough for a page.
func (v *view) paperPage(s *assess.Section) Chapter {
	title := v.SectionTitle(s)
	for up := s.Parent(); up != nil; up = up.Parent() {
		title = v.Say("lead", v.SectionTitle(up), title)
	}
	blocks := v.paperReferences(s)
	for i, qu := range s.Questions {
		blocks = append(blocks, v.paperBoxes(i+1, qu))
	}
	return chapter("page", title, append(blocks, pageBreak())...)
}

// paperBoxes are the question, its boxes or a line to write on, and room for what else is to
// say.
func (v *view) paperBoxes(number int, qu *assess.Question) Block {
	out := []string{v.paperQuestion(number, qu)}
	if how := v.paperHow(qu); how != "" {
		out = append(out, how)
	}
	for _, o := range qu.Offered() {
		box := v.Say("paper.box", words.Plainly(o.Value), v.Text(o.Text))
		if qu.Many() {
			box = v.Say("paper.box.many", v.Text(o.Text))
		}
		if o.Exclusive {
			box = v.Sentences(box, v.Say("paper.exclusive"))
		}
		out = append(out, v.Sentences(box, v.paperFrom(qu, o)))
		if len(o.Help) > 0 {
			out = append(out, v.Say("paper.help", v.Text(o.Help)))
		}
	}
	if qu.Input != "" && !qu.Profile {
		out = append(out, v.Sentences(v.Say("paper.counted."+string(qu.Input)), v.Text(qu.Of)))
	}
	other := "paper.other"
	if qu.Policy() == assess.Forbid {
		other = "paper.unknown"
	}
	out = append(out, v.Say(other))
	if len(qu.References) > 0 {
		out = append(out, v.printed(qu.References))
	}
	return lines(out)
}

// paperHow tells how a question is answered that is no scale: it is ticked, typed, or not
// scored; "" of one that is.
func (v *view) paperHow(qu *assess.Question) string {
	profile, how := "", ""
	if qu.Profile {
		profile = v.Say("paper.profile")
	}
	switch {
	case qu.Many():
		how = v.Say("paper.many")
	case qu.Typed():
		how = v.Say("paper.typed." + string(qu.Input))
	}
	return v.Sentences(profile, how)
}

// paperFrom says which counts reach an option; "" where it is only chosen.
func (v *view) paperFrom(qu *assess.Question, o assess.Option) string {
	from, ok := o.From.Get()
	if !ok {
		return ""
	}
	shown := words.Plainly(from)
	if qu.Input == assess.ShareInput {
		shown = v.Threshold(from)
	}
	if qu.Less {
		return v.Say("paper.up_to", shown)
	}
	return v.Say("paper.from", shown)
}

// paperReferences are those of a dimension, and of the sections that begin with it.
func (v *view) paperReferences(s *assess.Section) []Block {
	var out []Block
	for up := s; up != nil && up.AllQuestions()[0] == s.Questions[0]; up = up.Parent() {
		if len(up.References) > 0 {
			out = append(out, paragraph(v.printed(up.References)))
		}
	}
	slices.Reverse(out)
	return out
}

// paperQuestion is a question's number and what is asked.
func (v *view) paperQuestion(number int, qu *assess.Question) string {
	ask := qu.AskBeside(v.Language)
	if ask == "" {
		return v.Say("paper.question.alone", number, v.QuestionTitle(qu))
	}
	return v.Say("paper.question", number, v.QuestionTitle(qu), v.User(ask))
}

// paperTerms explains, dimension by dimension, the words of the questions and
// the documents to bring.
func (v *view) paperTerms() Chapter {
	var blocks []Block
	for _, s := range v.Questionnaire.Dimensions() {
		var told []Block
		if len(s.Summary) > 0 {
			told = append(told, paragraph(v.Text(s.Summary)))
		}
		if items := v.paperHelp(s); len(items) > 0 {
			told = append(told, v.list(items))
		}
		if len(told) > 0 {
			blocks = append(append(blocks, heading(3, v.SectionTitle(s))), told...)
		}
	}
	return chapter("page", v.Say("paper.terms"), blocks...)
}

func (v *view) paperHelp(s *assess.Section) []Item {
	var items []Item
	for _, qu := range s.Questions {
		var evidence []string
		if len(qu.Evidence) > 0 {
			evidence = []string{v.Say("paper.evidence", v.documents(qu))}
		}
		if help := v.Text(qu.Help); help != "" || evidence != nil {
			items = append(items, item(v.QuestionTitle(qu), help, evidence...))
		}
	}
	return items
}
