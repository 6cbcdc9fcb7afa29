package library

import (
	"fmt"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"

	"golang.org/x/text/unicode/norm"
)

// Assessment reads the responses of one organization to one questionnaire from files.
// What is wrong is printed; an error anywhere is a finding.
func (l *Library) Assessment(names []string) ([]codec.Record, error) {
	var records []codec.Record
	var found []diag.Diagnostic
	for _, name := range names {
		data, err := l.input.ReadRecords(name)
		if err != nil {
			return nil, err
		}
		rs, ds := codec.ReadAnswers(filepath.ToSlash(name), data, l.Find(name))
		records, found = append(records, rs...), append(found, ds...)
	}
	if !diag.Errors(found) {
		found = append(found, assessable(records)...)
	}
	if err := l.blame(found); err != nil {
		return nil, err
	}
	return records, nil
}

// Score scores records that belong together.
func Score(records []codec.Record) *assess.Result {
	responses := make([]*assess.Response, len(records))
	for i, r := range records {
		responses[i] = r.Response
	}
	return assess.Score(records[0].Questionnaire, responses)
}

// SameOrganization reports whether two spellings mean one organization.
func SameOrganization(a, b string) bool {
	return assess.OrganizationKey(a) == assess.OrganizationKey(b)
}

// OrganizationKey is the same for every spelling of one organization: trimmed, composed.
func OrganizationKey(organization string) string {
	return norm.NFC.String(strings.TrimSpace(organization))
}

// assessable blames what keeps responses from being one assessment, and warns of targets
// that differ: the last one counts.
func assessable(records []codec.Record) []diag.Diagnostic {
	var found []diag.Diagnostic
	if len(records) > assess.MostResponses {
		message := fmt.Sprintf("an assessment takes at most %d responses, these are %d",
			assess.MostResponses, len(records))
		hint := "assess batch groups them by organization"
		found = append(found, records[assess.MostResponses].Blame("organization", diag.Error, message, hint))
	}
	targets := map[string]int{}
	for i, r := range records {
		if i > 0 {
			found = append(found, blameStranger(records[0], r)...)
		}
		for _, t := range r.Response.Targets {
			if before, ok := targets[t.Section]; ok && before != t.Level {
				message := fmt.Sprintf("the target of %s is %d here, %d before; the last one counts",
					t.Section, t.Level, before)
				found = append(found, r.Blame("targets."+t.Section, diag.Warning, message, ""))
			}
			targets[t.Section] = t.Level
		}
	}
	return found
}

// blameStranger blames a record that is of another organization or questionnaire than the
// first one.
func blameStranger(first, r codec.Record) []diag.Diagnostic {
	var found []diag.Diagnostic
	if mine, theirs := r.Response.Organization, first.Response.Organization; !SameOrganization(mine, theirs) {
		message := fmt.Sprintf("the organization is %s here, but %s in %s", mine, theirs, first.Response.Source)
		hint := "one assessment is of one organization"
		found = append(found, r.Blame("organization", diag.Error, message, hint))
	}
	if mine, theirs := r.Questionnaire.ID, first.Questionnaire.ID; mine != theirs {
		message := fmt.Sprintf("the questionnaire is %s here, but %s in %s", mine, theirs, first.Response.Source)
		hint := "one assessment is of one questionnaire"
		found = append(found, r.Blame("questionnaire", diag.Error, message, hint))
	}
	return found
}
