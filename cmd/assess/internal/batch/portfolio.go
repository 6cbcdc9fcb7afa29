package batch

import (
	"cmp"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/report"
)

// What the portfolio tells of failures: the first by name, and the most frequent kinds.
const (
	mostNamed = 50
	mostKinds = 10
)

// writePortfolio writes the page over all organizations of a questionnaire.
func (b *batch) writePortfolio(s *summary, folder string) error {
	p := report.Portfolio{Portfolio: s.portfolio.Portfolio(), Failures: b.failures.seen.told()}
	if s.bare == 0 { // else not every result tells of the questions
		p.Qualities = s.quality.Qualities()
	}
	w := b.Writer
	page, err := report.PortfolioHTML(p, report.Options{Language: w.Language, Version: w.Version})
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
		it.kind = codec.Place(d.Path) // and no message: it may hold what somebody wrote
		if d.Line > 0 {
			it.file, it.line = d.File, d.Line
		}
	}
	if s.kinds == nil {
		s.kinds = map[string]int{}
	}
	s.kinds[it.kind]++
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
