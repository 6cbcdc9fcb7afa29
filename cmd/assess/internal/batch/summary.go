package batch

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// A summary is what the responses to one version of a questionnaire give.
type summary struct {
	questionnaire *assess.Questionnaire // that they are read by
	version       string                // that was answered
	source        string                // of the first response
	groups        shelf                 // still to be scored
	peers         shelf                 // for the benchmark, where groups are no organizations
	rows, lines   *output.Growing       // summary.csv and summary.jsonl
	answers       *output.Growing       // answers.csv; nil until there is a row for it
	bare          int                   // results of other batches whose lines hold no questions
	joined        []*joined             // of other batches, in their order
	shards        map[string][]*joined  // the same by organization and period
	quality       *assess.QualityTally
	portfolio     *assess.PortfolioTally
	results       []*assess.Result // for the benchmark, if one is written
	roll          assess.Roll      // where each response is scored by itself
	copies        library.Copies
}

// A shelf holds groups in the order of their first response.
type shelf struct {
	groups []*group
	byKey  map[string]*group
}

// group returns the group of an organization, and period where there is one, which its first
// response begins.
func (s *shelf) group(record codec.Record, period assess.Period, scoresOnly bool) *group {
	key := assess.OrganizationKey(record.Response.Organization)
	if period != "" {
		key += "\n" + period.Of(record.Response.Date) // no key of an organization has a line's end
	}
	g := s.byKey[key]
	if g == nil {
		g = newGroup(record, scoresOnly)
		if s.byKey == nil {
			s.byKey = map[string]*group{}
		}
		s.byKey[strings.Clone(key)] = g // a key that holds on to its file's text holds all files
		s.groups = append(s.groups, g)
	}
	return g
}

// summaryOf returns the summary of the version that a record answers, which its first
// response begins. A record that was read by another questionnaire under the same name and version is blamed.
func (b *batch) summaryOf(record codec.Record) (*summary, []diag.Diagnostic, error) {
	q, version := record.Questionnaire, b.version(record)
	s, other, err := b.summaryFor(q, version, record.Response.Source)
	if other == nil {
		return s, nil, err
	}
	message := fmt.Sprintf("the %s %s beside these answers is not the one beside %s", q.ID, q.Version,
		other.source)
	hint := "give one of them another version, or name the one to score by with -q"
	return nil, []diag.Diagnostic{record.Blame("questionnaire", diag.Error, message, hint)}, nil
}

// summaryFor returns the summary of a version of a questionnaire, which is begun where there is
// none, or the other one that another questionnaire under the same name and version has begun.
func (b *batch) summaryFor(q *assess.Questionnaire, version, source string) (s, other *summary, err error) {
	for _, s := range b.summaries {
		if s.questionnaire.ID != q.ID || s.version != version {
			continue
		}
		if b.same(s.questionnaire, q) {
			return s, nil, nil
		}
		return nil, s, nil
	}
	s, err = b.summary(q, strings.Clone(version), strings.Clone(source))
	return s, nil, err
}

// version is the one that a record answers. With -q all versions are one.
func (b *batch) version(record codec.Record) string {
	if b.Library.Given() != nil {
		return record.Questionnaire.Version
	}
	return record.Response.Version
}

// same reports whether two questionnaires ask the same.
func (b *batch) same(a, other *assess.Questionnaire) bool {
	if a == other {
		return true
	}
	pair := [2]*assess.Questionnaire{a, other}
	same, known := b.alike[pair]
	if !known {
		same = a.Same(other)
		b.alike[pair] = same
	}
	return same
}

// summary begins a summary.
func (b *batch) summary(q *assess.Questionnaire, version, source string) (*summary, error) {
	s := &summary{
		questionnaire: q, version: version, source: source,
		quality: assess.NewQualityTally(q), copies: library.Copies{},
		portfolio: assess.NewPortfolioTally(q, b.opts.By == ByResponse),
	}
	b.summaries = append(b.summaries, s)
	b.tellPeers(s)
	var err error
	if s.rows, err = b.Writer.Grow(filepath.Join(b.opts.Output, "summary.csv")); err != nil {
		return nil, err
	}
	if s.lines, err = b.Writer.Grow(filepath.Join(b.opts.Output, "summary.jsonl")); err != nil {
		return nil, err
	}
	_, err = s.rows.Write(data.SummaryHeader(q, b.opts.Period))
	return s, err
}

// summaryNames are the summaries' own parts of folders and files: the questionnaire's id, with the
// version where several were answered.
func (b *batch) summaryNames() []string {
	versions := map[string]int{}
	for _, s := range b.summaries {
		versions[s.questionnaire.ID]++
	}
	taken := map[string]bool{}
	out := make([]string, len(b.summaries))
	for i, s := range b.summaries {
		name := s.questionnaire.ID
		if versions[name] > 1 {
			name = disk.FileName(name + "-" + s.version)
		}
		free := name
		for n := 2; taken[strings.ToLower(free)]; n++ {
			free = fmt.Sprintf("%s (%d)", name, n)
		}
		taken[strings.ToLower(free)] = true
		out[i] = free
	}
	return out
}

// discard removes what was begun and not put in its place.
func (b *batch) discard() {
	b.failures.lines.Discard()
	for _, s := range b.summaries {
		s.rows.Discard()
		s.answers.Discard()
		s.lines.Discard()
	}
}

// add writes a result's line and row.
func (b *batch) add(s *summary, done scored) error {
	_, err := s.rows.Write(done.row)
	_, err2 := s.lines.Write(done.line)
	if err := errors.Join(err, err2, b.addAnswers(s, done.answers)); err != nil {
		return err
	}
	for _, w := range done.warnings {
		b.Writer.Warn(w)
	}
	b.results++
	s.portfolio.Add(done.standing)
	if b.opts.BenchmarkOut != "" && b.opts.By != ByResponse {
		s.results = append(s.results, done.res)
	}
	return nil
}

// addAnswers writes rows of answers.csv, which the first of them begin.
func (b *batch) addAnswers(s *summary, rows []byte) (err error) {
	if len(rows) == 0 {
		return nil
	}
	if s.answers == nil {
		if s.answers, err = b.Writer.Grow(filepath.Join(b.opts.Output, "answers.csv")); err != nil {
			return err
		}
		rows = append([]byte(data.AnswersHeader()), rows...)
	}
	_, err = s.answers.Write(rows)
	return err
}

// count takes a record, from a copy of an original file or, "", from a file of its own, and
// reports whether it counts: what came before does not.
func (b *batch) count(s *summary, record codec.Record, original string) (counts bool, err error) {
	r := record.Response
	if b.opts.By != ByResponse {
		return s.groups.group(record, b.opts.Period, b.scoresOnly()).take(r, original)
	}
	if before, repeats := s.roll.Repeated(r); repeats {
		b.Writer.Say("%s: warning: the record says the same as %s, of the same respondent, and is counted once",
			output.Printable(r.Source), output.Printable(before))
		return false, nil
	}
	if original != "" {
		b.Writer.Say("%s: warning: the file holds the same as %s, and is counted once",
			output.Printable(r.Source), output.Printable(original))
		return false, nil
	}
	if b.opts.BenchmarkOut != "" {
		if _, err := s.peers.group(record, "", true).take(r, ""); err != nil {
			return false, err
		}
	}
	if b.atOnce() {
		return true, nil
	}
	g := newGroup(record, false)
	s.groups.groups = append(s.groups.groups, g)
	return g.take(r, "")
}
