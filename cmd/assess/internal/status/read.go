package status

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"
)

// Tools are what the reading works with.
type Tools struct {
	Input   disk.Input
	Console output.Console
	Library *library.Library
}

// A file to read. One that was found in a folder, and not named, is passed over where it
// is not answers.
type file struct {
	path  string
	found bool
}

// survey is one reading of many files.
type survey struct {
	Tools
	reader   codec.Reader
	report   *Report
	copies   library.Copies // of the files that gave responses
	roll     assess.Roll
	from     map[string][]*Response // by file, and by source
	banks    map[string]int         // place among the report's organizations, by key
	people   map[person]string      // where the first response of each comes from
	warnings []diag.Diagnostic      // of the file that is read
}

// Read reads what lies at the paths. What is wrong is in the report; an error means that
// there is nothing to report on. Warnings about what was read are told on the way.
func Read(t Tools, paths []string) (*Report, error) {
	s := &survey{
		Tools: t, report: &Report{unfilledBy: map[string][]string{}}, copies: library.Copies{},
		from: map[string][]*Response{}, banks: map[string]int{}, people: map[person]string{},
	}
	var files []file
	add := func(path string, found bool) { files = append(files, file{path, found}) }
	foreign := func(path string) { add(path, true) }
	var err error
	if s.report.PassedOver, err = t.Library.WalkAll(paths, "", add, foreign); err != nil {
		return nil, err
	}
	progress := t.Console.Progress("files", float64(len(files)))
	for i, f := range files {
		s.read(f)
		if _, err := t.Console.Blame(s.warnings); err != nil {
			return nil, err
		}
		s.warnings = nil
		progress(float64(i + 1))
	}
	slices.SortStableFunc(s.report.Actions, func(a, b Action) int {
		return cmp.Or(compareBool(a.Due == "", b.Due == ""), cmp.Compare(a.Due, b.Due))
	})
	return s.report, nil
}

// compareBool puts false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// read reads a file: as a whole, and record by record where it is too long for that or
// where one of its records is wrong.
func (s *survey) read(f file) {
	if library.Long(f.path) {
		s.readLong(f)
		return
	}
	name := filepath.ToSlash(f.path)
	data, err := s.Input.Read(f.path)
	if err != nil {
		s.fail(name, library.Unreadable(name, err))
		return
	}
	if f.found && library.NoAnswers(f.path, data) && !codec.Unfilled(name, data) { // assess wrote the form, too
		s.report.PassedOver++
		return
	}
	sum := library.SumOf(data)
	if s.isCopy(name, sum) {
		return
	}
	before := len(s.report.Responses)
	records, found := s.reader.Answers(name, data, s.Library.Find(f.path))
	switch {
	case (diag.Errors(found) || silent(records)) && codec.Unfilled(name, data):
		s.report.Unfilled = append(s.report.Unfilled, name)
		s.report.unfilledBy[name] = stemKeys(name)
		for _, r := range records { // with a name written in beforehand
			keys := []string{matchKey(r.Response.Respondent), matchKey(r.Response.Role)}
			s.report.unfilledBy[name] = append(s.report.unfilledBy[name], keys...)
		}
	case !diag.Errors(found):
		s.warn(found...)
		for _, r := range records {
			s.take(r)
		}
	case library.OfRecords(f.path):
		s.readEach(f.path)
	default:
		s.fail(name, found...)
	}
	if len(s.report.Responses) > before {
		s.copies[sum] = name
	}
}

// silent reports whether no record says anything.
func silent(records []codec.Record) bool {
	return !slices.ContainsFunc(records, func(r codec.Record) bool {
		return slices.ContainsFunc(r.Response.Answers, func(a assess.Answer) bool { return !a.Empty() })
	})
}

// readLong reads a file that is never held.
func (s *survey) readLong(f file) {
	name := filepath.ToSlash(f.path)
	written, err := output.Written(f.path)
	if f.found && written {
		s.report.PassedOver++
		return
	}
	var sum library.Sum
	if err == nil {
		sum, err = library.SumOfFile(f.path)
	}
	if err != nil {
		s.fail(name, library.Unreadable(name, err))
		return
	}
	if s.isCopy(name, sum) {
		return
	}
	before := len(s.report.Responses)
	s.readEach(f.path)
	if len(s.report.Responses) > before {
		s.copies[sum] = name
	}
}

// readEach reads the records of a file, each of which fails alone.
func (s *survey) readEach(path string) {
	name := filepath.ToSlash(path)
	for r, err := range s.Library.Each(path) {
		switch {
		case err != nil:
			s.fail(name, library.Unreadable(name, err))
		case r.Record == nil:
			s.failRecord(name, r.Found)
		default:
			s.warn(r.Found...)
			s.take(*r.Record)
		}
	}
}

// mostWarnings is how many warnings of one file are kept: fewer are printed.
const mostWarnings = 1000

func (s *survey) warn(found ...diag.Diagnostic) {
	s.warnings = append(s.warnings, found[:min(len(found), mostWarnings-len(s.warnings))]...)
}

// failRecord tells a record that can't be read by the line on which it begins to be wrong.
func (s *survey) failRecord(name string, found []diag.Diagnostic) {
	source := name
	if at := slices.IndexFunc(found, isError); at >= 0 && found[at].Line > 0 {
		source = fmt.Sprintf("%s:%d", name, found[at].Line)
	}
	s.fail(source, found...)
}

func isError(d diag.Diagnostic) bool { return d.Severity == diag.Error }

// fail tells a file or record that can't be read.
func (s *survey) fail(source string, found ...diag.Diagnostic) {
	u := Unreadable{Source: source, More: -1}
	for _, d := range found {
		if !isError(d) {
			continue
		}
		if u.More++; u.More == 0 {
			u.First = d
			u.First.Source = "" // the line may be long, and is not shown
			u.First.Path = strings.Clone(d.Path)
		}
	}
	s.report.Unreadable = append(s.report.Unreadable, u)
}

// take counts a response, unless it repeats another, and lists its actions.
func (s *survey) take(record codec.Record) {
	s.warn(library.Ahead(s.Console.Now(), record)...)
	r := responseOf(record.Response)
	if !s.notice(record.Response, r) {
		return
	}
	s.report.Responses = append(s.report.Responses, r)
	s.from[r.file] = append(s.from[r.file], r)
	if r.Source != r.file {
		s.from[r.Source] = []*Response{r}
	}
	for _, a := range record.Response.Actions {
		if a.Status == assess.ActionOpen {
			a.What, a.Owner, a.Due = strings.Clone(a.What), strings.Clone(a.Owner), strings.Clone(a.Due)
			a.Question, a.Section = strings.Clone(a.Question), strings.Clone(a.Section)
			s.report.Actions = append(s.report.Actions, Action{a, r.Organization, r.Source})
		}
	}
}

// responseOf counts what a response says. It holds on to nothing of the file.
func responseOf(from *assess.Response) *Response {
	r := &Response{
		Organization: strings.Clone(from.Organization), Questionnaire: from.Questionnaire().ID,
		Version: strings.Clone(from.Version), Respondent: strings.Clone(from.Respondent),
		Role: strings.Clone(from.Role), Date: strings.Clone(from.Date),
		Source: strings.Clone(from.Source), file: strings.Clone(from.File),
	}
	r.keys = keysOf(r)
	for i, asked := range from.Asked() {
		if !asked {
			continue
		}
		r.Asked++
		switch a := &from.Answers[i]; {
		case a.Unagreed():
			r.NotAgreed++
		case a.NA:
			r.NotApplicable++
		case a.Unknown:
			r.Unknown++
		case a.Open():
			r.Unanswered++
		default:
			r.Answered++
			if a.Documented() {
				r.Evidenced++
			}
		}
	}
	return r
}
