package report

import (
	"strings"

	"bankmaturity/assess"
)

// provenance says from what, and with what, the report was made.
func (v *view) provenance() []block {
	items := []item{{
		lead: v.say("provenance.questionnaire"),
		text: v.say("provenance.model", v.user(v.q.ID), v.user(v.q.Version), v.checksum(v.q.SHA256)),
	}}
	if len(v.q.Source) > 0 {
		items = append(items, item{lead: v.say("provenance.source"), text: v.text(v.q.Source)})
	}
	items = append(items, item{lead: v.say("provenance.tool"), text: strings.TrimSpace(v.say("provenance.version", v.user(v.opts.Version)))})
	for i, r := range v.res.Responses {
		items = append(items, item{lead: v.user(v.labels.respondent(r, i)), text: v.response(r)})
	}
	return []block{heading{2, v.say("provenance.heading")}, list{items: items}}
}

// response describes a response by what is known of it. A role, and a file's name,
// are as good as a name in most banks, so they stand only where names do.
func (v *view) response(r *assess.Response) string {
	role, source := r.Role, r.Source
	if !v.opts.Names {
		role, source = "", ""
	}
	var known []string
	for _, s := range []string{v.user(role), v.date(r.Date), v.user(source)} {
		if s != "" {
			known = append(known, s)
		}
	}
	if r.Version != "" && r.Version != v.q.Version {
		known = append(known, v.say("provenance.other_version", v.user(r.Version)))
	}
	return v.join(append(known, v.checksum(r.SHA256)))
}

func (v *view) checksum(sum string) string {
	if sum == "" {
		return v.say("provenance.no_checksum")
	}
	return v.say("provenance.checksum", v.user(sum))
}
