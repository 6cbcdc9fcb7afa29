package report

import (
	"strings"

	"bankmaturity/assess"
)

// provenance says from what, and with what, the report was made.
func (v *view) provenance() Chapter {
	q := v.Questionnaire
	model := v.Say("provenance.model", v.User(q.ID), v.User(q.Version), v.checksum(q.SHA256))
	items := []Item{item(v.Say("provenance.questionnaire"), model)}
	if len(q.Source) > 0 {
		items = append(items, item(v.Say("provenance.source"), v.Text(q.Source)))
	}
	version := strings.TrimSpace(v.Say("provenance.version", v.User(v.opts.Version)))
	items = append(items, item(v.Say("provenance.tool"), version))
	for i, r := range v.Result.Responses {
		items = append(items, item(v.Respondent(i), v.response(r)))
	}
	for _, said := range v.Warnings(v.Result, v.Result.Warnings) {
		items = append(items, item(v.Say("provenance.warning"), said))
	}
	return chapter("provenance", v.Say("provenance.heading"), v.list(items))
}

// response describes a response by what is known of it. A role, and a file's name,
// are as good as a name in most banks, so they stand only where names do.
func (v *view) response(r *assess.Response) string {
	role, source := r.Role, r.Source
	if !v.opts.Names {
		role, source = "", ""
	}
	var known []string
	for _, s := range []string{v.User(role), v.Date(r.Date), v.User(source)} {
		if s != "" {
			known = append(known, s)
		}
	}
	if r.Version != "" && r.Version != v.Questionnaire.Version {
		known = append(known, v.Say("provenance.other_version", v.User(r.Version)))
	}
	return v.Join(append(known, v.checksum(r.SHA256)))
}

func (v *view) checksum(sum string) string {
	if sum == "" {
		return v.Say("provenance.no_checksum")
	}
	return v.Say("provenance.checksum", v.User(sum))
}
