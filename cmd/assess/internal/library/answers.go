package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"

	"golang.org/x/text/unicode/norm"
)

// maxResponses is how many responses one assessment takes.
const maxResponses = 10_000

// assessment reads the responses of one organization to one questionnaire from
// files. What is wrong is printed; an error anywhere is a finding.
func (m *models) assessment(names []string) ([]codec.Record, error) {
	var records []codec.Record
	var found []diag.Diagnostic
	for _, name := range names {
		data, err := m.app.readAll(name)
		if err != nil {
			return nil, err
		}
		slashed := filepath.ToSlash(name)
		rs, ds := codec.ReadAnswers(slashed, data, m.find(name))
		records, found = append(records, rs...), append(found, ds...)
	}
	if !diag.Errors(found) {
		found = append(found, together(records)...)
	}
	if bad, err := m.app.blame(found); err != nil || bad {
		return nil, cmp.Or(err, errFindings)
	}
	return records, nil
}

// together blames what keeps responses from being one assessment, and warns of
// targets that differ: the last one counts.
func together(records []codec.Record) []diag.Diagnostic {
	var ds []diag.Diagnostic
	if len(records) > maxResponses {
		ds = append(ds, records[maxResponses].Blame("organization", diag.Error, fmt.Sprintf("an assessment takes at most %d responses, these are %d", maxResponses, len(records)), "assess batch groups them by organization"))
	}
	targets := map[string]int{}
	for i, r := range records {
		first := records[0]
		if i > 0 && key(r.Response.Organization) != key(first.Response.Organization) {
			ds = append(ds, r.Blame("organization", diag.Error, fmt.Sprintf("the organization is %s here, but %s in %s", r.Response.Organization, first.Response.Organization, first.Response.Source), "one assessment is of one organization"))
		}
		if i > 0 && r.Questionnaire.ID != first.Questionnaire.ID {
			ds = append(ds, r.Blame("questionnaire", diag.Error, fmt.Sprintf("the questionnaire is %s here, but %s in %s", r.Questionnaire.ID, first.Questionnaire.ID, first.Response.Source), "one assessment is of one questionnaire"))
		}
		for _, t := range r.Response.Targets {
			if before, ok := targets[t.Section]; ok && before != t.Level {
				ds = append(ds, r.Blame("targets."+t.Section, diag.Warning, fmt.Sprintf("the target of %s is %d here, %d before; the last one counts", t.Section, t.Level, before), ""))
			}
			targets[t.Section] = t.Level
		}
	}
	return ds
}

// key makes two spellings of one organization the same: trimmed, composed.
func key(organization string) string { return norm.NFC.String(strings.TrimSpace(organization)) }

// result scores records that belong together.
func result(records []codec.Record) *assess.Result {
	responses := make([]*assess.Response, len(records))
	for i, r := range records {
		responses[i] = r.Response
	}
	return assess.Score(records[0].Questionnaire, responses)
}
