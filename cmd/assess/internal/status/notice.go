package status

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/library"
)

// An Organization is one that answered, however it is spelled.
type Organization struct {
	Name      string   // in its first spelling
	Spellings []Naming // the first one first
	Responses int
	Finished  int
}

// A Questionnaire is one that was answered, in one or several versions.
type Questionnaire struct {
	ID       string
	Versions []Naming
}

// A Naming is how something is named, and where.
type Naming struct {
	Text    string
	Sources []string
}

// A Kind of duplicate says what is the same.
type Kind string

// The kinds of duplicates. Of the first two only one is counted, of the last both are.
const (
	SameBytes  Kind = "same_bytes"  // a file has the bytes of another
	SameRecord Kind = "same_record" // a named respondent's record says what another does
	SamePerson Kind = "same_person" // of one respondent, with different answers
)

// A Duplicate is a file or record that came, in some way, before.
type Duplicate struct {
	Kind   Kind
	Source string
	Of     string // the one that came before
}

// A person answers one questionnaire for one organization.
type person struct{ organization, respondent, questionnaire string }

// isCopy reports whether a file has the same bytes as one that gave responses. Whoever is
// looked for by the name of the copy is there.
func (s *survey) isCopy(name string, sum library.Sum) bool {
	original, known := s.copies[sum]
	if !known {
		return false
	}
	s.report.Duplicates = append(s.report.Duplicates, Duplicate{SameBytes, name, original})
	for _, r := range s.from[original] {
		r.keys = append(r.keys, stemKeys(name)...)
	}
	return true
}

// notice takes a response into what is to be told about all of them together, and reports
// whether it counts: one that repeats another does not.
func (s *survey) notice(from *assess.Response, r *Response) bool {
	if original, repeats := s.roll.Repeated(from); repeats {
		s.report.Duplicates = append(s.report.Duplicates, Duplicate{SameRecord, r.Source, original})
		for _, other := range s.from[original] {
			other.keys = append(other.keys, r.keys...)
		}
		return false
	}
	organization := assess.OrganizationKey(r.Organization)
	if from.Named() {
		who := person{organization, assess.OrganizationKey(r.Respondent), r.Questionnaire}
		if first, known := s.people[who]; known {
			s.report.Duplicates = append(s.report.Duplicates, Duplicate{SamePerson, r.Source, first})
		} else {
			s.people[who] = r.Source
		}
	}
	s.countOrganization(organization, r)
	s.report.countVersion(r)
	return true
}

func (s *survey) countOrganization(key string, r *Response) {
	name, all := strings.TrimSpace(r.Organization), &s.report.Organizations
	at, known := s.banks[key]
	if !known {
		at = len(*all)
		s.banks[key] = at
		*all = append(*all, Organization{Name: name})
	}
	o := &(*all)[at]
	o.Responses++
	if r.Finished() {
		o.Finished++
	}
	o.Spellings = named(o.Spellings, name, r.Source)
}

func (p *Report) countVersion(r *Response) {
	at := slices.IndexFunc(p.Questionnaires, func(q Questionnaire) bool { return q.ID == r.Questionnaire })
	if at < 0 {
		at = len(p.Questionnaires)
		p.Questionnaires = append(p.Questionnaires, Questionnaire{ID: r.Questionnaire})
	}
	p.Questionnaires[at].Versions = named(p.Questionnaires[at].Versions, r.Version, r.Source)
}

// named adds where something is named so.
func named(all []Naming, text, source string) []Naming {
	for i := range all {
		if all[i].Text == text {
			all[i].Sources = append(all[i].Sources, source)
			return all
		}
	}
	return append(all, Naming{text, []string{source}})
}
