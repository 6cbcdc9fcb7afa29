package codec

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strconv"
	"strings"
	"sync"

	"bankmaturity/assess"
	"bankmaturity/assess/message"
	"bankmaturity/assess/tree"
)

//go:embed page/form.html.tmpl
var pageLayout string

//go:embed page/form.css
var pageStyle string

//go:embed page/form.js
var pageScript string

// pageTemplate is the layout, read when it is first needed.
var pageTemplate = sync.OnceValues(func() (*template.Template, error) {
	return template.New("form").Parse(pageLayout)
})

// NewPage returns a page to fill in with a browser, without a network: what it saves is a
// JSON answers file. It prints as a form on paper. Texts stand in it in every language of
// the questionnaire; nothing of a blank changes what the page does.
func NewPage(blank Blank) ([]byte, error) {
	p := &pageBuilder{q: blank.Questionnaire, words: blank.Words, spoken: map[string]*message.Catalogue{}}
	for _, language := range p.languages() {
		c, err := sheetWordsIn(language)
		if err != nil {
			return nil, err
		}
		p.spoken[language] = c
	}
	layout, err := pageTemplate()
	if err != nil {
		return nil, fmt.Errorf("read the layout of the page: %w", err)
	}
	var out bytes.Buffer
	if err := layout.Execute(&out, p.page(blank)); err != nil {
		return nil, fmt.Errorf("write the page: %w", err)
	}
	return out.Bytes(), nil
}

// A page is what its layout prints.
type page struct {
	Language, Title, BarLabel string
	Policy                    string
	Style                     template.CSS
	Script                    template.JS
	Languages, Titles         assess.Text
	Summary                   assess.Text
	Words                     map[string]assess.Text
	Organization, Respondent  string
	Levels                    []pageLevel
	Sections                  []pageSection
	Data                      pageData
}

type pageLevel struct {
	Number        int
	Name, Meaning assess.Text
}

type pageSection struct {
	Above, Title, Summary assess.Text
	More                  []assess.Text
	Questions             []pageQuestion
}

type pageQuestion struct {
	Name, Number    string
	Title, Ask, How assess.Text
	Many, Forbid    bool
	Nothing         bool   // a box for "nothing of it"
	Typed, Count    string // what is typed or counted; ""
	TypedLabel      assess.Text
	CountLabel      assess.Text
	Options         []pageOption
	About, More     []assess.Text
}

type pageOption struct {
	Value, Shown string
	Text, Help   assess.Text
}

// pageData is what the page's own script has to know.
type pageData struct {
	Format        string                       `json:"format"`
	Questionnaire string                       `json:"questionnaire"`
	Version       string                       `json:"version"`
	Shown         []string                     `json:"shown"` // the keys of an answer that the page shows
	Words         map[string]map[string]string `json:"words"`
	Questions     []pageRule                   `json:"questions"`
}

// A pageRule is how a question is answered.
type pageRule struct {
	ID         string          `json:"id"`
	Number     string          `json:"number"`
	Kind       string          `json:"kind"` // one, many, text, number or date
	Count      string          `json:"count,omitempty"`
	Less       bool            `json:"less,omitempty"`
	Full       float64         `json:"full,omitempty"`
	Options    []pageChoice    `json:"options"`
	Conditions []pageCondition `json:"conditions"`
}

type pageChoice struct {
	ID        string   `json:"id,omitempty"`
	Value     float64  `json:"value"`
	Shown     string   `json:"shown"`
	From      *float64 `json:"from,omitempty"`
	Exclusive bool     `json:"exclusive,omitempty"`
}

type pageCondition struct {
	Any    []pageCondition `json:"any,omitempty"`
	On     int             `json:"on"`
	Least  *float64        `json:"least,omitempty"`
	Most   *float64        `json:"most,omitempty"`
	OneOf  []float64       `json:"oneOf,omitempty"`
	Ticked []string        `json:"ticked,omitempty"`
}

type pageBuilder struct {
	q      *assess.Questionnaire
	words  func(language string) Say
	spoken map[string]*message.Catalogue
	places map[*assess.Question]int // in the page
}

// languages are those of the questionnaire; English where it has none of its own.
func (p *pageBuilder) languages() []string {
	if len(p.q.Languages) == 0 {
		return []string{message.Fallback}
	}
	return p.q.Languages
}

// in makes a text of what a function says in each language.
func (p *pageBuilder) in(say func(language string) string) assess.Text {
	var out assess.Text
	for _, language := range p.languages() {
		if text := say(language); text != "" {
			out = append(out, assess.Translation{Language: language, Text: text})
		}
	}
	return out
}

func (p *pageBuilder) text(t assess.Text) assess.Text { return p.in(t.In) }

func (p *pageBuilder) word(key string, args ...any) assess.Text {
	return p.in(func(language string) string { return p.spoken[language].Say(key, args...) })
}

// lines are texts that each language has as many of.
func (p *pageBuilder) lines(say func(language string) []string) []assess.Text {
	var out []assess.Text
	for i := range say(p.languages()[0]) {
		out = append(out, p.in(func(language string) string { return say(language)[i] }))
	}
	return out
}

// pageWords are the texts that the layout prints, scriptWords those that the script says.
var (
	pageWords = []string{
		"page.organization", "page.respondent", "page.role", "page.date", "page.open", "page.save",
		"page.noscript", "page.intro", "page.levels", "page.none", "page.unknown", "page.na", "page.reason",
		"page.of", "page.more", "page.note", "page.evidence", "page.clear", "page.after",
	}
	scriptWords = []string{
		"page.progress", "page.reaches", "page.why", "page.count", "page.number", "page.kept",
		"page.notKept", "page.savedAs", "page.organizationMissing", "page.dateMissing", "page.notSaved",
		"page.noAnswers", "page.otherVersion", "page.replace", "page.unseen",
		"page.nothing",
	}
	typedWords = map[assess.Input]string{
		assess.TextInput: "page.typed.text", assess.NumberInput: "page.typed.number",
		assess.DateInput: "page.typed.date",
	}
)

func (p *pageBuilder) page(blank Blank) page {
	language := blank.Language
	if _, ok := p.spoken[language]; !ok {
		language = p.languages()[0]
	}
	style := pageStyle + p.onlyOneLanguage()
	out := page{
		Language: language, Title: p.q.Title.In(language), BarLabel: p.spoken[language].Say("page.bar"),
		Policy: "default-src 'none'; style-src '" + hashed(style) + "'; script-src '" + hashed(pageScript) +
			"'; base-uri 'none'; form-action 'none'",
		Style: template.CSS(style), Script: template.JS(pageScript),
		Titles: p.text(p.q.Title), Summary: p.text(p.q.Summary), Words: map[string]assess.Text{},
		Organization: blank.Organization, Respondent: blank.Respondent,
		Data: pageData{
			Format: answersFormat, Questionnaire: p.q.ID, Version: p.q.Version,
			Shown: []string{"value", "count", "unknown", "not_applicable", "note", "evidence"},
			Words: map[string]map[string]string{}, Questions: []pageRule{},
		},
	}
	for _, key := range pageWords {
		out.Words[strings.TrimPrefix(key, "page.")] = p.word(key)
	}
	for _, l := range p.languages() {
		out.Languages = append(out.Languages, assess.Translation{Language: l, Text: message.Native(l)})
		out.Data.Words[l] = map[string]string{"title": p.q.Title.In(l)}
		for _, key := range scriptWords {
			out.Data.Words[l][strings.TrimPrefix(key, "page.")] = p.spoken[l].Say(key)
		}
	}
	for _, l := range p.q.Levels {
		out.Levels = append(out.Levels, pageLevel{l.Level, p.text(l.Name), p.text(l.Meaning)})
	}
	p.ask(&out, blank.questions())
	return out
}

// ask puts the questions into the page.
func (p *pageBuilder) ask(out *page, questions []*assess.Question) {
	p.places = map[*assess.Question]int{}
	var last *assess.Section
	for i, qu := range questions {
		p.places[qu] = i
		if s := qu.Section(); s != last {
			last = s
			out.Sections = append(out.Sections, p.section(s))
		}
		here := &out.Sections[len(out.Sections)-1]
		here.Questions = append(here.Questions, p.question(qu, i+1))
		out.Data.Questions = append(out.Data.Questions, p.rule(qu, i+1))
	}
}

func (p *pageBuilder) section(s *assess.Section) pageSection {
	out := pageSection{
		Title:   p.in(func(l string) string { return titled(s.Code, s.Title.In(l)) }),
		Summary: p.text(s.Summary),
		More:    p.lines(func(l string) []string { return readMore(above(s), l, p.words(l)) }),
	}
	if s.Parent() != nil {
		out.Above = p.text(s.Parent().Title)
	}
	return out
}

func (p *pageBuilder) question(qu *assess.Question, number int) pageQuestion {
	out := pageQuestion{
		Name: "q" + strconv.Itoa(number), Number: strconv.Itoa(number),
		Title: p.in(func(l string) string { return titled(qu.Code, qu.Title.In(l)) }),
		Ask:   p.in(qu.AskBeside),
		Many:  qu.Many(), Nothing: qu.Many() && !qu.Exclusive(), Forbid: qu.Policy() == assess.Forbid,
		About: p.lines(func(l string) []string {
			return append(explained(qu, l, p.words(l)), decided(qu, l, p.words(l))...)
		}),
		More: p.lines(func(l string) []string { return readMore(qu.References, l, p.words(l)) }),
	}
	if qu.Typed() {
		out.Typed = string(qu.Input)
		out.TypedLabel = p.word(typedWords[qu.Input])
	}
	if counted(qu) {
		out.Count = string(qu.Input)
		out.CountLabel = p.in(func(l string) string {
			return p.spoken[l].Say("page.counted", inBrackets(qu.Of.In(l), p.words(l)))
		})
	}
	for i, o := range qu.Offered() {
		option := pageOption{
			Value: written(o), Help: p.text(o.Help),
			Text: p.in(func(l string) string { return offered(qu, l, p.words(l))[i].text }),
		}
		if !qu.Many() {
			option.Shown = option.Value
		}
		out.Options = append(out.Options, option)
	}
	return out
}

// rule is how a question is answered, for the script.
func (p *pageBuilder) rule(qu *assess.Question, number int) pageRule {
	out := pageRule{
		ID: qu.ID, Number: strconv.Itoa(number), Kind: "one", Less: qu.Less, Full: qu.Full,
		Options: []pageChoice{}, Conditions: []pageCondition{},
	}
	switch {
	case qu.Many():
		out.Kind = "many"
	case qu.Typed():
		out.Kind = string(qu.Input)
	case counted(qu):
		out.Count = string(qu.Input)
	}
	for _, o := range qu.Offered() {
		choice := pageChoice{ID: o.ID, Value: o.Value, Shown: tree.DecimalOf(o.Value), Exclusive: o.Exclusive}
		if from, ok := o.From.Get(); ok {
			choice.From = &from
		}
		out.Options = append(out.Options, choice)
	}
	for _, c := range qu.Conditions() {
		out.Conditions = append(out.Conditions, p.condition(c))
	}
	return out
}

// condition is one for the script; the questions that it looks at are in the page.
func (p *pageBuilder) condition(c *assess.Condition) pageCondition {
	var out pageCondition
	if len(c.Any) > 0 {
		for _, leaf := range c.Leaves() {
			out.Any = append(out.Any, p.condition(leaf))
		}
		return out
	}
	out = pageCondition{On: p.places[c.On()], OneOf: c.OneOf, Ticked: c.Ticked}
	if v, there := c.AtLeast.Get(); there {
		out.Least = &v
	}
	if v, there := c.AtMost.Get(); there {
		out.Most = &v
	}
	return out
}

// onlyOneLanguage hides the texts of all languages but the page's.
func (p *pageBuilder) onlyOneLanguage() string {
	var b strings.Builder
	for _, language := range p.languages() {
		fmt.Fprintf(&b, ":root[lang=%[1]q] main span[lang]:not([lang=%[1]q]), "+
			":root[lang=%[1]q] .bar span[lang]:not([lang=%[1]q]) { display: none; }\n", language)
	}
	return b.String()
}

// hashed is the checksum by which a policy knows what it lets in.
func hashed(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
