package codec

import (
	"bytes"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/cells"
	"bankmaturity/assess/tree"
)

// A Blank is a response that somebody is to fill in: as an answers file, a workbook or a page.
type Blank struct {
	Questionnaire *assess.Questionnaire
	Language      string                    // of the file and the workbook; the page begins in it
	Date          string                    // of the file and the workbook
	Organization  string                    // "" where who fills it in writes it
	Respondent    string                    // likewise
	Sections      []string                  // ids of those that are asked; nil: all
	Words         func(language string) Say // the texts of a language
}

// questions are those that the blank asks, in their order: of the sections, and those of others
// by whose answers one of them is asked.
func (b Blank) questions() []*assess.Question {
	all := b.Questionnaire.Questions()
	if len(b.Sections) == 0 {
		return all
	}
	wanted := map[*assess.Question]bool{}
	for _, qu := range slices.Backward(all) { // a condition looks back
		if wanted[qu] = wanted[qu] || qu.Within(b.Sections); !wanted[qu] {
			continue
		}
		for _, c := range qu.Conditions() {
			for _, leaf := range c.Leaves() {
				wanted[leaf.On()] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(qu *assess.Question) bool { return !wanted[qu] })
}

// NewAnswers returns an answers file to fill in with an editor: every question
// with its options in comments, and an empty entry. An organization that is not given
// has to be filled in before it reads.
func NewAnswers(blank Blank) []byte {
	q, language, say := blank.Questionnaire, blank.Language, blank.Words(blank.Language)
	var b emitter
	b.WriteString(schemaPrefix + " $schema=assess-answers.schema.json\n")
	b.WriteString(marker + "\n")
	b.comment(0, "", q.Title.In(language)+" "+q.Version)
	b.comment(0, "", q.Summary.In(language))
	b.line(0, "format", answersFormat)
	b.line(0, "questionnaire", q.ID)
	b.line(0, "questionnaire_version", quoted(q.Version))
	b.line(0, "organization", quotedOrNone(blank.Organization))
	b.line(0, "date", blank.Date)
	b.line(0, "respondent", "{name: "+quotedOrNone(blank.Respondent)+", role: }")
	b.comment(0, "", say("form.answer"))
	b.comment(0, "", `  {value: 3, note: "…", evidence: ["…"]}   `+
		`{not_applicable: "…"}   {unknown: true, note: "…"}`)
	b.line(0, "answers", "")
	var last *assess.Section
	for _, qu := range blank.questions() {
		b.WriteString("\n")
		if s := qu.Section(); s != last {
			last = s
			b.comment(2, "", "== "+titled(s.Code, s.Title.In(language)))
			b.comment(2, "", s.Summary.In(language))
			for _, line := range readMore(above(s), language, say) {
				b.comment(2, "", line)
			}
			b.WriteString("\n")
		}
		b.question(qu, language, say)
	}
	return []byte(b.String())
}

func quotedOrNone(text string) string {
	if text == "" {
		return ""
	}
	return quoted(text)
}

// unnamed is the line of a template that waits for the organization.
const unnamed = "\norganization:\n"

// Unnamed reports whether data is a file of ours in which the organization is
// not filled in yet.
func Unnamed(data []byte) bool {
	own, _ := Own(data)
	return own && bytes.Count(data, []byte(unnamed)) == 1
}

// Name fills in the organization of an unnamed file.
func Name(data []byte, organization string) []byte {
	var b emitter
	b.line(0, "organization", quote(organization))
	return bytes.Replace(data, []byte(unnamed), []byte("\n"+b.String()), 1)
}

// question writes a question in comments and its empty entry.
func (b *emitter) question(qu *assess.Question, language string, say Say) {
	b.comment(2, "", titled(qu.Code, qu.Title.In(language)))
	b.comment(2, "", qu.AskBeside(language))
	options := offered(qu, language, say)
	widest := 0
	for _, o := range options {
		widest = max(widest, len(o.answer))
	}
	for _, o := range options {
		b.comment(2, "  "+strings.Repeat(" ", widest-len(o.answer))+o.answer+"  ", o.text)
		b.comment(2, strings.Repeat(" ", widest+6), o.help)
	}
	b.comment(2, "", howTyped(qu, say))
	if counted(qu) {
		b.comment(2, "", say("form."+countKeys[qu.Input], inBrackets(qu.Of.In(language), say)))
	}
	for _, line := range about(qu, language, say) {
		b.comment(2, "", line)
	}
	b.line(2, quote(qu.ID), "")
}

// written is how an option is written into the answers.
func written(o assess.Option) string {
	if o.ID != "" {
		return o.ID
	}
	return tree.DecimalOf(o.Value)
}

// titled is a title behind the model's own number, where it has one.
func titled(code, title string) string {
	if code == "" {
		return title
	}
	return code + " " + title
}

// countKeys are the messages that tell how a count is written: form.… in a text.
var countKeys = map[assess.Input]string{assess.ShareInput: "count.share", assess.NumberInput: "count.number"}

// inBrackets is what is counted behind a word, nothing where that is not said.
func inBrackets(of string, say Say) string {
	if of == "" {
		return ""
	}
	return say("form.count.of", of)
}

// Say returns a text of the forms to fill in by its key: form.answer, form.next (between
// documents), form.evidence (with the documents), form.reference (with one), form.at_least
// and form.at_most (with a question and a value), form.one_of (with a question and values),
// form.or (between two of these), form.count.share and form.count.number (with what is
// counted, in form.count.of), form.from and form.up_to (with a number, or form.percent of
// one), form.exclusive, form.many (with an example), form.typed.text, form.typed.number,
// form.typed.date, form.forbid, form.profile, form.criterion (with a level and a value).
type Say func(key string, args ...any) string

// about is what somebody who fills in a form alone has to know of a question: what its
// words mean, what would show it, where to read on, when it is asked, what it decides.
func about(qu *assess.Question, language string, say Say) []string {
	return slices.Concat(explained(qu, language, say), readMore(qu.References, language, say),
		decided(qu, language, say))
}

// explained is what a question's words mean, and what would show it.
func explained(qu *assess.Question, language string, say Say) []string {
	var out []string
	if len(qu.Help) > 0 {
		out = append(out, qu.Help.In(language))
	}
	var documents []string
	for _, e := range qu.Evidence {
		documents = append(documents, e.In(language))
	}
	if len(documents) > 0 {
		out = append(out, say("form.evidence", strings.Join(documents, say("form.next"))))
	}
	return out
}

// decided is when a question is asked, and what it decides.
func decided(qu *assess.Question, language string, say Say) []string {
	var out []string
	for _, c := range qu.Conditions() {
		out = append(out, askedIf(c, language, say))
	}
	if qu.Level > 0 {
		out = append(out, say("form.criterion", qu.Level, tree.DecimalOf(qu.Pass)))
	}
	if qu.Policy() == assess.Forbid {
		out = append(out, say("form.forbid"))
	}
	if qu.Profile {
		out = append(out, say("form.profile"))
	}
	return out
}

// askedIf says when a question is asked: one sentence for each condition that must hold.
func askedIf(c *assess.Condition, language string, say Say) string {
	if len(c.Any) == 0 {
		return askedIfAnswered(c, language, say)
	}
	var all []string
	for _, one := range c.Leaves() {
		all = append(all, askedIfAnswered(one, language, say))
	}
	return strings.Join(all, say("form.or"))
}

func askedIfAnswered(c *assess.Condition, language string, say Say) string {
	title := c.On().Title.In(language)
	if v, ok := c.AtLeast.Get(); ok {
		return say("form.at_least", title, tree.DecimalOf(v))
	}
	if v, ok := c.AtMost.Get(); ok {
		return say("form.at_most", title, tree.DecimalOf(v))
	}
	var accepted []string
	for _, v := range c.OneOf {
		accepted = append(accepted, tree.DecimalOf(v))
	}
	for _, id := range c.Ticked {
		if o, ok := c.On().Tick(id); ok {
			id = o.Text.In(language)
		}
		accepted = append(accepted, id)
	}
	return say("form.one_of", title, strings.Join(accepted, say("form.next")))
}

// commentWidth is how wide the lines of comments are, without their indent.
const commentWidth = 96

// comment writes a comment of ours, in as many lines as it takes; those after the
// first stand under the text. What can't stand in a YAML comment becomes a space.
func (b *emitter) comment(indent int, before, text string) {
	if strings.TrimSpace(before)+text == "" {
		return
	}
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool {
		return r < 0x20 || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff
	}), " ")
	for _, line := range cells.Wrap(text, commentWidth-len(before)) {
		b.WriteString(strings.TrimRight(strings.Repeat(" ", indent)+ourComment+" "+before+line, " ") + "\n")
		before = strings.Repeat(" ", len(before))
	}
}

// ourComment begins every comment that a template has.
const ourComment = "#:"
