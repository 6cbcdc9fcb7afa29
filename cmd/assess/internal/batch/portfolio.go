package batch

import (
	"cmp"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess/diag"
	"bankmaturity/report"
)

// What the portfolio tells of failures: the first by name, and the most frequent kinds of
// at most so many that are told apart.
const (
	mostNamed = 50
	mostKinds = 10
	heldKinds = 1_000
)

// writePortfolio writes the page over all organizations of a questionnaire.
func (b *batch) writePortfolio(s *summary, folder string) error {
	p := report.Portfolio{Portfolio: s.portfolio.Portfolio(), Failures: b.failures.seen.told()}
	if s.bare == 0 { // else not every result tells of the questions
		p.Qualities = s.quality.Qualities()
	}
	w := b.Writer
	page, err := report.PortfolioHTML(p, report.Options{Language: w.Language, Version: w.Version, Brand: w.Brand})
	if err != nil {
		return err
	}
	return b.Writer.Put(filepath.Join(folder, "portfolio.html"), page)
}

// named is a failure by its place.
type named struct {
	file string
	line int // 0: the file as a whole
	kind string
}

func (n named) compare(o named) int {
	return cmp.Or(strings.Compare(n.file, o.file), cmp.Compare(n.line, o.line), strings.Compare(n.kind, o.kind))
}

// seen is what the portfolio keeps of failures, of any number of them.
type seen struct {
	count int
	kinds map[string]int
	first []named // by place, in whichever order they came
}

func (s *seen) add(f failure) {
	s.count++
	it := named{file: f.source}
	isError := func(d diag.Diagnostic) bool { return d.Severity == diag.Error }
	if i := slices.IndexFunc(f.diagnostics, isError); i >= 0 {
		d := f.diagnostics[i]
		it.kind = kindOf(d)
		if d.Line > 0 {
			it.file, it.line = d.File, d.Line
		}
	}
	if s.kinds == nil {
		s.kinds = map[string]int{}
	}
	if _, known := s.kinds[it.kind]; known || len(s.kinds) < heldKinds {
		s.kinds[it.kind]++
	}
	at, _ := slices.BinarySearchFunc(s.first, it, named.compare)
	if at < mostNamed {
		it.file = strings.Clone(it.file)
		s.first = slices.Insert(s.first, at, it)
		s.first = s.first[:min(len(s.first), mostNamed)]
	}
}

func (s *seen) told() report.Failures {
	out := report.Failures{Count: s.count}
	for _, f := range s.first {
		place := f.file
		if f.line > 0 {
			place += ":" + strconv.Itoa(f.line)
		}
		out.First = append(out.First, report.Failure{Place: place, Said: f.kind})
	}
	kinds := slices.SortedFunc(maps.Keys(s.kinds), func(a, b string) int {
		return cmp.Or(cmp.Compare(s.kinds[b], s.kinds[a]), strings.Compare(a, b))
	})
	for _, k := range kinds[:min(len(kinds), mostKinds)] {
		out.Kinds = append(out.Kinds, report.FailureKind{Said: k, Count: s.kinds[k]})
	}
	return out
}

var (
	offender = regexp.MustCompile(`(?s)^.*?( can't stand here| is no | contradicts | has )`)
	quoted   = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	lined    = regexp.MustCompile(`\bline \d+`)
)

// kindOf is what a diagnostic says, without what somebody wrote there: nothing of those who
// answered comes into the portfolio, and what is alike counts as such.
func kindOf(d diag.Diagnostic) string {
	said := offender.ReplaceAllString(d.Message, "…$1")
	said = quoted.ReplaceAllString(said, "…")
	said = lined.ReplaceAllString(said, "line …")
	all := strings.Split(said, " ")
	for i, word := range all {
		if bare := strings.TrimRight(word, ",;:"); slices.Contains(ownOf(d.Path), bare) {
			all[i] = "…" + word[len(bare):]
		}
	}
	return strings.Join(all, " ")
}

// ownOf are the question and the voice in a path inside answers.
func ownOf(path string) []string {
	parts := strings.Split(path, ".")
	if parts[0] != "answers" || len(parts) < 2 {
		return nil
	}
	out := parts[1:2]
	if len(parts) > 3 && (parts[2] == "votes" || parts[2] == "brought") {
		out = append(out[:1:1], parts[3])
	}
	return out
}
