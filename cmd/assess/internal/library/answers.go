package library

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/outcome"
)

// An Assessment is answers that are scored together.
type Assessment struct {
	assess.Group
	Records []codec.Record // of the group's responses, in their order
	Copies  int            // records that came again, and are not among them
}

// Assessment reads the answers of files, which are of one organization and one
// questionnaire in one version, and tells what is wrong with them, and what there is to
// know about them together. What came twice is counted once.
func (l *Library) Assessment(names []string) (*Assessment, error) {
	a, err := l.Gather(names)
	if err == nil {
		err = l.warn(a)
	}
	return a, err
}

// Gather is Assessment that tells only what is wrong inside of the files: what there is to
// know about them together names files, which not everybody in a room need see.
func (l *Library) Gather(names []string) (*Assessment, error) {
	var all []found
	var ds []diag.Diagnostic
	var unread error
	copies := Copies{}
	names, unread = l.inFolders(names)
	for _, name := range names {
		records, wrong, sum, err := l.Records(name, assess.MostResponses)
		if err != nil { // what is wrong in the other files is told all the same
			unread = errors.Join(unread, err)
			continue
		}
		original := copies.Original(name, sum)
		if original == "" || diag.Errors(wrong) { // of a copy its original has told the warnings
			ds = append(ds, wrong...)
		}
		if original == "" {
			ds = append(ds, Ahead(l.console.Now(), records...)...)
		}
		for _, r := range records {
			all = append(all, found{r, filepath.ToSlash(original)})
		}
	}
	if unread == nil && !diag.Errors(ds) {
		ds = append(ds, l.strangers(all)...)
	}
	if err := l.blame(ds); err != nil || unread != nil {
		return nil, cmp.Or(unread, err)
	}
	if len(all) == 0 {
		return nil, outcome.Findingf("%s: no answers", strings.Join(names, ", "))
	}
	return l.join(all)
}

// inFolders puts the answer files of a folder in its place.
func (l *Library) inFolders(names []string) (all []string, unread error) {
	for _, name := range names {
		if info, err := os.Stat(name); err != nil || !info.IsDir() { // what is wrong is told when it is read
			all = append(all, name)
			continue
		}
		files, err := l.AnswerFiles(name)
		all, unread = append(all, files...), errors.Join(unread, err)
	}
	return all, unread
}

// Records reads the records of a file, what is wrong with them, and the file's checksum. Of
// a file that is read record by record it stops behind so many records.
func (l *Library) Records(name string, most int) (
	records []codec.Record, wrong []diag.Diagnostic, sum Sum, err error,
) {
	if !Long(name) {
		data, err := l.input.Read(name)
		if err != nil {
			return nil, nil, Sum{}, err
		}
		records, wrong = codec.ReadAnswers(filepath.ToSlash(name), data, l.Find(name))
		return records, wrong, SumOf(data), nil
	}
	refused := 0
	for r, err := range l.Each(name) {
		if err != nil {
			return nil, nil, Sum{}, err
		}
		wrong = append(wrong, r.Found...)
		if r.Record != nil {
			records = append(records, *r.Record)
		} else {
			refused++
		}
		if len(records) > most || refused > mostRefused {
			break
		}
	}
	sum, err = SumOfFile(name)
	return records, wrong, sum, err
}

// Ahead warns of dates that are more than a year away.
func Ahead(now time.Time, records ...codec.Record) []diag.Diagnostic {
	var ds []diag.Diagnostic
	latest := now.AddDate(1, 0, 0).Format(time.DateOnly)
	for _, r := range records {
		if r.Response.Date > latest {
			message := r.Response.Date + " is more than a year ahead; is the year right?"
			ds = append(ds, r.Blame("date", diag.Warning, message, ""))
		}
	}
	return ds
}

// A found record comes from a file of its own, or from a copy of another file.
type found struct {
	codec.Record
	original string // "" for none
}

// mostRefused is behind how many records that can't be read the reading of a long file ends:
// nothing of it is scored.
const mostRefused = 1000

// join counts each record once.
func (l *Library) join(all []found) (*Assessment, error) {
	gathering := assess.NewGathering(all[0].Questionnaire, false)
	out := &Assessment{}
	for _, r := range all {
		before, err := gathering.Count(), error(nil)
		if r.original == "" {
			err = gathering.Add(r.Response)
		} else {
			err = gathering.AddCopy(r.Response, r.original)
		}
		if err != nil {
			return nil, outcome.Findingf("%s: %v", r.Response.Source, err)
		}
		if gathering.Count() > before {
			out.Records = append(out.Records, r.Record)
		} else {
			out.Copies++
		}
	}
	out.Group = gathering.Group()
	if n := len(out.Records); n > assess.MostResponses {
		message := fmt.Sprintf("an assessment takes at most %d responses, these are %d", assess.MostResponses, n)
		hint := "assess batch groups them by organization"
		return nil, l.blame([]diag.Diagnostic{
			out.Records[assess.MostResponses].Blame("organization", diag.Error, message, hint),
		})
	}
	return out, nil
}

// warn tells the warnings of an assessment that reading has not told.
func (l *Library) warn(a *Assessment) error {
	for _, w := range a.Warnings() {
		if w.Read {
			continue
		}
		if w.Response == 0 || w.Path == "" {
			l.console.Warn(w)
			continue
		}
		d := a.Records[w.Response-1].Blame(w.Path, diag.Warning, w.Told(), "")
		if err := l.blame([]diag.Diagnostic{d}); err != nil {
			return err
		}
	}
	return nil
}

// SameOrganization reports whether two spellings mean one organization.
func SameOrganization(a, b string) bool {
	return assess.OrganizationKey(a) == assess.OrganizationKey(b)
}

// strangers blames records that can't be joined with the first: of another organization,
// another questionnaire, or another version of it. With -q all are read by the version it
// names, and answers are carried over by question id.
func (l *Library) strangers(all []found) []diag.Diagnostic {
	var ds []diag.Diagnostic
	if len(all) == 0 {
		return nil
	}
	first := all[0]
	versions := map[string]bool{first.Response.Version: true}
	for _, r := range all[1:] {
		mine, theirs := r.Response, first.Response
		if !SameOrganization(mine.Organization, theirs.Organization) {
			message := fmt.Sprintf("the organization is %s here, but %s in %s",
				mine.Organization, theirs.Organization, theirs.Source)
			hint := "one assessment is of one organization"
			ds = append(ds, r.Blame("organization", diag.Error, message, hint))
		}
		switch q, own := r.Questionnaire, first.Questionnaire; {
		case q.ID != own.ID:
			message := fmt.Sprintf("the questionnaire is %s here, but %s in %s", q.ID, own.ID, theirs.Source)
			ds = append(ds, r.Blame("questionnaire", diag.Error, message, "one assessment is of one questionnaire"))
		case l.given == nil && !versions[mine.Version]:
			versions[mine.Version] = true
			ds = append(ds, r.Blame("questionnaire_version", diag.Error, mixed(all),
				"-q names the version to score by: answers are then carried over by question id"))
		case mine.Version == theirs.Version && !q.Same(own):
			ds = append(ds, r.Blame("questionnaire", diag.Error, fmt.Sprintf(
				"the %s %s beside these answers is not the one beside %s", q.ID, q.Version, theirs.Source),
				"name the one to score by with -q"))
		}
	}
	return ds
}

// mostNamed is how many files of one version are named.
const mostNamed = 20

// mixed names the versions that were answered, and the files of each.
func mixed(all []found) string {
	var versions []string
	files := map[string][]string{}
	for _, r := range all {
		version := r.Response.Version
		if !slices.Contains(versions, version) {
			versions = append(versions, version)
		}
		if !slices.Contains(files[version], r.File) {
			files[version] = append(files[version], r.File)
		}
	}
	var parts []string
	for _, version := range versions {
		named := files[version]
		if more := len(named) - mostNamed; more > 0 {
			named = append(named[:mostNamed:mostNamed], fmt.Sprintf("and %d more", more))
		}
		parts = append(parts, version+" in "+strings.Join(named, ", "))
	}
	return fmt.Sprintf("responses to different versions of %s can't be scored together: %s",
		all[0].Questionnaire.ID, strings.Join(parts, "; "))
}
