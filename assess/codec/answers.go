package codec

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// ReadAnswers reads the responses of a file. find returns the questionnaire
// with an id, or nil and the reason why there is none. Where the diagnostics
// hold an error there are no records; warnings may come with them.
func ReadAnswers(name string, data []byte, find Find) ([]Record, []diag.Diagnostic) {
	if record, ok := fast(name, data, find); ok {
		return []Record{*record}, nil
	}
	return readAnswers(name, data, find)
}

// readAnswers is the general reader.
func readAnswers(name string, data []byte, find Find) ([]Record, []diag.Diagnostic) {
	s := newSource(name, data)
	roots := s.parse(aliasesRefused)
	var all []pending
	for i, root := range roots {
		r := answers{source: s, find: find, nodes: map[string]*node{}}
		r.read(root)
		if s.failed {
			continue
		}
		r.response.Source = name
		if len(roots) > 1 {
			r.response.Source = name + "#" + strconv.Itoa(i+1)
		}
		if len(roots) > 1 || syntaxOf(name, "") == jsonLinesSyntax {
			r.response.SHA256 = Checksum([]byte(s.text[root.from:root.to]))
		} else {
			r.response.SHA256 = Checksum(data)
		}
		all = append(all, pending{Record{Response: r.response, Questionnaire: r.q, File: name}, r.nodes})
	}
	if s.failed {
		return nil, s.diagnostics()
	}
	return s.records(all), s.diagnostics()
}

// answers is a response while it is read. Without a questionnaire what can be
// checked alone is checked.
type answers struct {
	*source
	find     Find
	q        *assess.Questionnaire
	answered string // the version, as written
	response *assess.Response
	nodes    map[string]*node // by path: what a record can be blamed for later

	questionIDs, sectionIDs []string // for hints
}

var answersFields = fields{
	required: []string{"format", "questionnaire", "questionnaire_version", "organization", "date", "answers"},
	optional: []string{"respondent", "language", "targets", "parked"},
}

func (r *answers) read(root *node) {
	r.response = &assess.Response{}
	if !r.begins(root, answersFormat, answersFields) {
		return
	}
	r.nodes["questionnaire"] = root
	if v := root.child("questionnaire_version"); v != nil {
		r.answered = v.value
	}
	r.field(root, "questionnaire", r.questionnaire)
	r.field(root, "questionnaire_version", r.version)
	r.field(root, "organization", func(n *node, p *steps) {
		r.nodes["organization"] = n
		r.response.Organization, _ = r.words(n, p)
	})
	r.field(root, "date", r.date)
	r.field(root, "respondent", r.respondent)
	r.field(root, "language", r.language)
	r.field(root, "targets", r.targets)
	r.field(root, "parked", r.parked)
	r.field(root, "answers", r.answers)
}

// field reads the value of a key, if it is there.
func (s *source) field(n *node, key string, read func(*node, *steps)) {
	if v := n.child(key); v != nil {
		read(v, (*steps)(nil).key(key))
	}
}

// questionnaire finds what was answered.
func (r *answers) questionnaire(n *node, p *steps) {
	r.nodes["questionnaire"] = n
	id, ok := r.words(n, p)
	if !ok {
		return
	}
	q, reason, known := r.find(id, r.answered)
	if q == nil {
		r.err(n, p, "no questionnaire "+brief(id)+": "+reason, r.nearest(id, known))
		return
	}
	r.q = q
	r.response = assess.NewResponse(q)
}

// version warns where the questionnaire has another version.
func (r *answers) version(n *node, p *steps) {
	v, ok := r.words(n, p)
	if !ok {
		return
	}
	r.response.Version = v
	if r.q != nil && v != r.q.Version {
		r.warn(n, p, fmt.Sprintf("these are answers to %s %s, but the questionnaire is %s %s", r.q.ID, brief(v), r.q.ID, r.q.Version), "")
	}
}

var dates = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

func (r *answers) date(n *node, p *steps) {
	r.nodes["date"] = n
	v, ok := r.words(n, p)
	if !ok {
		return
	}
	if _, err := time.Parse(time.DateOnly, v); err != nil || !dates.MatchString(v) {
		r.err(n, p, brief(v)+" is no date", "write a day as year-month-day, like 2026-11-23")
	}
	r.response.Date = v
}

// respondent reads name and role; each may be left empty.
func (r *answers) respondent(n *node, p *steps) {
	if n.nothing() || !r.object(n, p, fields{optional: []string{"name", "role"}}) {
		return
	}
	for i, k := range n.keys {
		switch at := p.key(k.value); k.value {
		case "name":
			r.response.Respondent = r.optional(n.items[i], at)
		case "role":
			r.response.Role = r.optional(n.items[i], at)
		}
	}
}

// optional reads a text that may be left empty: then there is none.
func (s *source) optional(n *node, p *steps) string {
	if n.nothing() || n.blank() {
		return ""
	}
	word, _ := s.words(n, p)
	return word
}

func (r *answers) language(n *node, p *steps) {
	tag := r.optional(n, p)
	if tag != "" && !languageTags.MatchString(tag) {
		r.err(n, p, brief(tag)+" is no language tag", "write it like en, zh or pt-BR")
	}
	r.response.Language = tag
}

// targets reads the levels that sections aim at.
func (r *answers) targets(n *node, p *steps) {
	if n.nothing() {
		return
	}
	if n.kind != mapping {
		r.wrongKind(n, p, "a mapping of section ids to levels")
		return
	}
	for i, k := range n.keys {
		at := p.key(k.value)
		r.nodes["targets."+k.value] = n.items[i]
		lowest, highest, want := 0, 1<<30, "a level"
		if r.q != nil {
			lowest, highest = r.q.Lowest(), r.q.Highest()
			want = fmt.Sprintf("a level from %d to %d", lowest, highest)
			r.sectionID(k, at)
		}
		if level, ok := r.whole(n.items[i], at, lowest, highest, want); ok {
			r.response.Targets = append(r.response.Targets, assess.Target{Section: k.value, Level: level})
		}
	}
}

// parked reads the questions put aside.
func (r *answers) parked(n *node, p *steps) {
	if n.nothing() {
		return
	}
	if n.kind != sequence {
		r.wrongKind(n, p, "a list of question ids")
		return
	}
	seen := map[string]*node{}
	for i, item := range n.items {
		at := p.item(i)
		id, ok := r.words(item, at)
		switch {
		case !ok:
		case seen[id] != nil:
			r.again(item, seen[id], at, brief(id)+" is parked a second time; the first is")
		case r.questionID(item, at):
			seen[id] = item
			r.response.Parked = append(r.response.Parked, id)
		}
	}
}
