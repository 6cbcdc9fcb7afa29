package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

//go:embed portfolio.html.tmpl
var portfolioTemplate string

//go:embed portfolio.css
var portfolioStyle string

// portfolioScript sorts the table by a click on a heading. The page is whole without it.
//
//go:embed portfolio.js
var portfolioScript string

// PortfolioHTML writes a portfolio as one page that stands on its own, sealed. The page
// names organizations and files, and nobody who answered.
func PortfolioHTML(p Portfolio, opts Options) ([]byte, error) {
	w, err := words.New(p.Questionnaire, opts.Language, words.HTML)
	if err != nil {
		return nil, err
	}
	t, err := template.New("portfolio").Parse(portfolioTemplate)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := t.Execute(&b, newPortfolioPage(w, p, opts)); err != nil {
		return nil, err
	}
	return Seal(b.Bytes()), nil
}

// portfolioPage is what the template of a portfolio sees, its texts ready for HTML.
type portfolioPage struct {
	Language, Policy      string
	Title                 Safe
	Style                 template.CSS
	Script                template.JS
	Tool, Contents        Safe
	Headline              Safe
	Facts                 []Safe
	Levels                []portfolioLevel
	Say                   func(key string) Safe
	Scale                 Safe
	Spreads               []portfolioSpread
	Heads                 []Safe // of the table
	Dimensions            []Safe
	Tall                  bool              // so many columns that their heads stand upright
	QualityMeans, Reading Safe              // how to read what follows
	Before, After         []portfolioMember // on both sides of those left out
	Left                  Safe              // how many they are, ""
	Columns               int
	Quality               []portfolioQuality
	Failures              []Safe
	Kinds                 []portfolioKind
	Named                 []portfolioKind
}

type portfolioLevel struct {
	Class string
	Title Safe
	Count int
	Share string // of all members, in per cent, for the bar
}

type portfolioKind struct {
	Said, Beside Safe
}

func newPortfolioPage(w words.Words, p Portfolio, opts Options) *portfolioPage {
	b := portfolioBuilder{Words: w, Portfolio: p}
	page := &portfolioPage{
		Language: w.Spoken(), Title: Safe(w.Say("portfolio.title", w.Text(p.Questionnaire.Title))),
		Style:  template.CSS(style + portfolioStyle + b.levelStyle()),
		Script: template.JS(portfolioScript), Policy: portfolioPolicy(),
		Tool: Safe(words.HTML(strings.TrimSpace("assess " + opts.Version))), Contents: Safe(w.Say("page.contents")),
		Say:      func(key string) Safe { return Safe(w.Say(key)) },
		Headline: Safe(b.headline()), Facts: b.facts(), Levels: b.levels(),
		Reading: Safe(b.reading()), Tall: len(p.Dimensions) > mostLyingHeads,
	}
	b.charts(page)
	b.table(page)
	if page.Quality = b.quality(); len(p.Qualities) > 0 {
		page.QualityMeans = Safe(w.Sentences(w.Say("quality.intro"), w.Say("quality.means")))
	}
	b.failures(page)
	return page
}

// reading says how the table is read.
func (b *portfolioBuilder) reading() string {
	how := b.Say("portfolio.members.how")
	if b.ByPeriod {
		return b.Sentences(how, b.Say("portfolio.change.how"))
	}
	return how
}

// mostLyingHeads is how many dimensions a table names in lines that lie.
const mostLyingHeads = 12

// portfolioPolicy lets the page run its own script and nothing else.
func portfolioPolicy() string {
	sum := sha256.Sum256([]byte(portfolioScript))
	return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src 'sha256-" +
		base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

// portfolioBuilder puts a portfolio into words.
type portfolioBuilder struct {
	words.Words
	Portfolio
}

// levelStyle gives each level its part of the scale, by which it is shaded.
func (b *portfolioBuilder) levelStyle() string {
	var out strings.Builder
	last := len(b.Questionnaire.Levels) - 1
	for i, l := range b.Questionnaire.Levels {
		fmt.Fprintf(&out, ".%s { --part: %s%%; }\n", levelClass(l.Level), strconv.Itoa(10+90*i/last))
	}
	return out.String()
}

func levelClass(level int) string { return "level" + strconv.Itoa(level) }

// level names a level by number and name.
func (b *portfolioBuilder) level(l assess.Level) string {
	return b.Say("portfolio.level", strconv.Itoa(l.Level), b.Text(l.Name))
}

// count is how many members there are, in words: organizations or responses.
func (b *portfolioBuilder) count(n int) string {
	if b.ByResponse {
		return b.Count("portfolio.responses", n)
	}
	return b.Count("portfolio.organizations", n)
}

// headline is the portfolio in two sentences: where most stand, what is weakest.
func (b *portfolioBuilder) headline() string { return b.Sentences(b.most(), b.weakest()) }

func (b *portfolioBuilder) most() string {
	all := b.count(b.Size)
	switch {
	case b.Size == 0:
		return b.Say("portfolio.nobody")
	case len(b.Common) == 0:
		return b.Say("portfolio.unrated", all)
	case len(b.Common) > 1:
		var names []string
		for _, l := range b.Common {
			names = append(names, b.level(l))
		}
		return b.Say("portfolio.tied", all, b.Enumerate(names), b.Level(b.Common[0]))
	}
	level, n := b.level(b.Common[0]), b.Level(b.Common[0])
	switch {
	case b.Size == 1:
		return b.Say("portfolio.single", all, level)
	case n == b.Size:
		return b.Say("portfolio.all", all, level)
	case 2*n > b.Size:
		return b.Say("portfolio.most", all, level, n)
	}
	return b.Say("portfolio.largest", all, level, n)
}

// mostNamedWeak is how many dimensions the headline names.
const mostNamedWeak = 3

func (b *portfolioBuilder) weakest() string {
	if len(b.Weakest) == 0 {
		if b.Overall.N > 0 && len(b.Dimensions) > 1 {
			return b.Say("portfolio.even")
		}
		return ""
	}
	var titles []string
	for _, d := range b.Weakest[:min(len(b.Weakest), mostNamedWeak)] {
		titles = append(titles, b.SectionTitle(d))
	}
	if more := len(b.Weakest) - len(titles); more > 0 {
		titles = append(titles, b.Say("binds.more", more))
	}
	median := b.score(b.Spreads[0].Median)
	return b.Count("portfolio.weakest", len(b.Weakest), b.Enumerate(titles), median)
}

func (b *portfolioBuilder) score(n assess.Number) string {
	return b.Number(n, func(v float64) string { return words.Decimals(v, 2) })
}

// facts are what else is to know before the figures.
func (b *portfolioBuilder) facts() []Safe {
	var out []Safe
	add := func(s string) { out = append(out, Safe(s)) }
	switch {
	case b.Size == 0:
	case b.First == b.Last:
		add(b.Say("portfolio.date", b.Date(b.First)))
	default:
		add(b.Say("portfolio.dates", b.Date(b.First), b.Date(b.Last)))
	}
	if few := b.Size - b.Rated(); few > 0 {
		add(b.Say("portfolio.few", b.count(few), b.Threshold(b.Questionnaire.Scoring.MinCoverage)))
	}
	if b.ByPeriod {
		add(b.Say("portfolio.latest"))
		if b.Rose+b.Fell+b.Unchanged > 0 {
			add(b.Say("portfolio.moved", b.Rose, b.Fell, b.Unchanged))
		}
	}
	if b.Portfolio.Failures.Count > 0 {
		add(b.Count("portfolio.failed", b.Portfolio.Failures.Count))
	}
	return out
}

func (b *portfolioBuilder) levels() []portfolioLevel {
	var out []portfolioLevel
	for _, l := range b.Questionnaire.Levels {
		n := b.Level(l)
		out = append(out, portfolioLevel{
			Class: levelClass(l.Level), Title: Safe(b.level(l)), Count: n,
			Share: strconv.Itoa(100 * n / max(1, b.Size)),
		})
	}
	if few := b.Size - b.Rated(); few > 0 {
		out = append(out, portfolioLevel{
			Class: "none", Title: Safe(b.Say("portfolio.level.none")), Count: few,
			Share: strconv.Itoa(100 * few / b.Size),
		})
	}
	return out
}

// failures fills in what could not be scored.
func (b *portfolioBuilder) failures(page *portfolioPage) {
	all := b.Portfolio.Failures
	if all.Count == 0 {
		page.Failures = []Safe{Safe(b.Say("portfolio.failures.none"))}
		return
	}
	page.Failures = []Safe{Safe(b.Count("portfolio.failures", all.Count))}
	for _, k := range all.Kinds {
		page.Kinds = append(page.Kinds, portfolioKind{b.place(k.Said), Safe(strconv.Itoa(k.Count))})
	}
	for _, f := range all.First {
		page.Named = append(page.Named, portfolioKind{b.place(f.Said), Safe(b.User(f.Place))})
	}
	if more := all.Count - len(all.First); more > 0 {
		page.Failures = append(page.Failures, Safe(b.Count("portfolio.failures.more", more, len(all.First))))
	}
}

// place is the kind of place that is wrong.
func (b *portfolioBuilder) place(said string) Safe {
	if said == "" {
		return Safe(b.Say("portfolio.failures.whole"))
	}
	return Safe(b.User(said))
}
