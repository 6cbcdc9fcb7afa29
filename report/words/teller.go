package words

import (
	"strings"

	"bankmaturity/assess"
)

// A Teller tells one result.
type Teller struct {
	Words
	Result        *assess.Result
	Questionnaire *assess.Questionnaire
	Labels        Labels
	Counts        assess.Counts // of all questions
}

// Tell returns a teller of a result in a language ("" is the questionnaire's first
// one), with the names of respondents and voices or without, for the format of an
// escape: [HTML], [Markdown], [Plain].
func Tell(res *assess.Result, language string, names bool, escape func(string) string) (*Teller, error) {
	w, err := New(res.Questionnaire, language, escape)
	return &Teller{
		Words: w, Result: res, Questionnaire: res.Questionnaire, Labels: NewLabels(res, names),
		Counts: assess.CountItems(res.Overall.AllItems()),
	}, err
}

// Level names a level, "3, Standardised".
func (t *Teller) Level(n float64) string {
	l, _ := t.Questionnaire.LevelAt(int(n))
	if t.Numbered(l) {
		return Whole(n)
	}
	return t.Say("level", Whole(n), t.Text(l.Name))
}

// Numbered reports whether a level's name is but its number, "Level 3" in English or
// in the words of the report, which a report says already.
func (t *Teller) Numbered(l assess.Level) bool {
	name, number := t.Plain(l.Name.In(t.Language)), Whole(float64(l.Level))
	return name == number || strings.EqualFold(name, "level "+number) || name == t.Say("level.number", number)
}

// Range shows between which scores a node lies however its open questions are answered.
func (t *Teller) Range(n *assess.Node) string {
	return t.Number(n.Low, func(low float64) string { return t.Span(low, n.High.Value()) })
}

// Coverage shows how much of a node is answered; with something open it is never all.
func (t *Teller) Coverage(n *assess.Node) string {
	open := assess.CountItems(n.AllItems()).Open() > 0
	return t.Number(n.Coverage, func(c float64) string { return t.Percent(c, open) })
}

// EachSection tells of the whole (depth 0) and every section below it that can have a score,
// in document order.
func (t *Teller) EachSection(tell func(n *assess.Node, title string, depth int)) {
	var walk func(n *assess.Node, title string, depth int)
	walk = func(n *assess.Node, title string, depth int) {
		tell(n, title, depth)
		for _, child := range n.Sections {
			if child.Recorded() {
				continue
			}
			walk(child, t.NodeTitle(child), depth+1)
		}
	}
	walk(t.Result.Overall, t.Say("overall"), 0)
}

// Titles returns the titles of nodes.
func (t *Teller) Titles(nodes []*assess.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, t.NodeTitle(n))
	}
	return out
}

// Question names a question and, where there are several and it has another title, its dimension.
func (t *Teller) Question(qu *assess.Question) string {
	same := qu.Title.In(t.Language) == qu.Section().Title.In(t.Language)
	if len(t.Questionnaire.Dimensions()) == 1 || same {
		return t.QuestionTitle(qu)
	}
	return t.Say("question.in", t.QuestionTitle(qu), t.SectionTitle(qu.Section()))
}

// Respondent is what a report calls who gave a response.
func (t *Teller) Respondent(i int) string {
	return t.User(t.Labels.Respondent(t.Result.Responses[i], i))
}

// Alike says how many more stand exactly as the last one that a list shows; "" where none
// does.
func (t *Teller) Alike(last string, alike int) string {
	if alike == 0 {
		return ""
	}
	return t.Count("alike", alike, last)
}

// MoreSteps says how many next steps are left out; "" where none is.
func (t *Teller) MoreSteps(n int) string {
	switch {
	case n == 0:
		return ""
	case t.Result.Planned() && t.Result.Plan.Waves() > 1:
		return t.Count("steps.wave", n)
	}
	return t.Count("steps.rest", n)
}

// Vote shows the points of a vote, or what else it says.
func (t *Teller) Vote(qu *assess.Question, v assess.Vote) string {
	switch v.State() {
	case assess.NotApplicable:
		return t.Say("vote.not_applicable")
	case assess.Unknown:
		return t.Say("vote.unknown")
	}
	return Points(qu.Points(v.Value.Value()))
}

// Beside returns the notes and the evidence of a response, and of what its voices had said
// beforehand, on a question it was asked.
func (t *Teller) Beside(i int, s assess.Said) []string {
	if s.State == assess.Skipped {
		return nil
	}
	by := ""
	if len(t.Result.Responses) > 1 {
		by = ".by"
	}
	out := t.beside(by, t.Respondent(i), s.Answer.Note, s.Answer.Evidence)
	for _, b := range t.Labels.Brought(s.Answer) {
		out = append(out, t.beside(".by", t.User(t.Labels.Voice(b.Voice)), b.Note, b.Evidence)...)
	}
	return out
}

// beside tells a note and documents, and whose they are where by says so.
func (t *Teller) beside(by, who, note string, evidence []string) []string {
	var out, named []string
	if note != "" {
		out = append(out, t.Say("notes.note"+by, who, t.User(note)))
	}
	for _, e := range evidence {
		named = append(named, t.User(e))
	}
	if len(named) > 0 {
		out = append(out, t.Say("notes.evidence"+by, who, t.Join(named)))
	}
	return out
}

// A Reason is why somebody said that a question does not apply.
type Reason struct{ Who, Text string }

// Reasons returns those of the responses that say so, and those that voices had given
// beforehand, whatever was agreed.
func (t *Teller) Reasons(it *assess.Item) (responses, voices []Reason) {
	for i, s := range it.Said {
		if s.State == assess.NotApplicable && s.Answer.Reason != "" {
			responses = append(responses, Reason{t.Respondent(i), t.User(s.Answer.Reason)})
		}
		if s.State == assess.Skipped {
			continue
		}
		for _, b := range t.Labels.Brought(s.Answer) {
			if b.Reason != "" {
				voices = append(voices, Reason{t.User(t.Labels.Voice(b.Voice)), t.User(b.Reason)})
			}
		}
	}
	return responses, voices
}

// Warnings returns warnings about the responses of a result, with the file that each is
// about where names are shown.
func (t *Teller) Warnings(res *assess.Result, all []assess.Warning) []string {
	l := NewLabels(res, t.Labels.names)
	var out []string
	for _, w := range all {
		said := t.User(l.Warning(res, w))
		if w.File != "" && l.names {
			said = t.Say("lead", t.User(w.File), said)
		}
		out = append(out, said)
	}
	return out
}
