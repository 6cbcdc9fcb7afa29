package codec

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// ReadQuestionnaire reads a questionnaire, links it and sets its checksum.
// Where the diagnostics hold an error there is no questionnaire. What is legal but
// makes a questionnaire worse is not told here, but by package advice.
func ReadQuestionnaire(name string, data []byte) (*assess.Questionnaire, []diag.Diagnostic) {
	s := newSource(name, data)
	root := s.single(aliasesBounded, "questionnaire")
	if root == nil {
		return nil, s.diagnostics()
	}
	m := &model{source: s, sets: map[string]*optionSet{}, nodes: map[string]*spot{}}
	q := m.questionnaire(root)
	if s.failed {
		return nil, s.diagnostics()
	}
	q.SHA256 = Checksum(data)
	q.Link()
	return q, s.diagnostics()
}

// Checksum is the SHA-256 of a record's bytes, in hex.
func Checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// A model is a questionnaire while it is read.
type model struct {
	*source
	q         *assess.Questionnaire
	languages []string // nil where they can't be read: texts are not held to them
	levels    bool     // the levels are known
	sets      map[string]*optionSet
	setless   bool             // the sets can't be read
	nodes     map[string]*spot // by id of a section or question
	order     []*spot          // the same, in document order
	questions int
	crowded   bool // there are too many questions

	questionIDs, sectionIDs []string // for hints
}

// A spot is a section or question and where it stands.
type spot struct {
	node     *node
	path     *steps
	up       *spot // the section above, nil at the top
	index    int   // in document order
	section  *assess.Section
	question *assess.Question
}

// id returns the place to blame for the whole.
func (p *spot) id() *node {
	if n := p.node.child("id"); n != nil {
		return n
	}
	return p.node
}

var questionnaireFields = fields{
	required: []string{"format", "id", "version", "title", "levels", "sections"},
	optional: []string{"summary", "source", "languages", "scoring", "option_sets"},
}

func (m *model) questionnaire(root *node) *assess.Questionnaire {
	q := &assess.Questionnaire{Scoring: assess.DefaultScoring(), Languages: []string{"en"}}
	m.q = q
	if !m.begins(root, questionnaireFormat, questionnaireFields) {
		return q
	}
	top := (*steps)(nil)
	m.each(root, top, map[string]func(*node, *steps){
		"id":        func(n *node, p *steps) { q.ID, _ = m.slug(n, p) },
		"version":   func(n *node, p *steps) { q.Version = m.version(n, p) },
		"languages": m.readLanguages,
	})
	if root.child("languages") == nil {
		m.languages = q.Languages
	}
	m.each(root, top, map[string]func(*node, *steps){
		"title":       func(n *node, p *steps) { q.Title = m.text(n, p) },
		"summary":     func(n *node, p *steps) { q.Summary = m.text(n, p) },
		"source":      func(n *node, p *steps) { q.Source = m.text(n, p) },
		"levels":      m.readLevels,
		"option_sets": m.readSets,
	})
	m.each(root, top, map[string]func(*node, *steps){
		"scoring":  m.readScoring,
		"sections": func(n *node, p *steps) { q.Sections = m.readSections(n, p, nil) },
	})
	m.references()
	return q
}

// each reads the values of a mapping's keys, in the order of the file.
func (m *model) each(n *node, p *steps, readers map[string]func(*node, *steps)) {
	for i, k := range n.keys {
		if read := readers[k.value]; read != nil {
			read(n.items[i], p.key(k.value))
		}
	}
}

var slugs = regexp.MustCompile(`^[a-z][a-z0-9-]{0,63}$`)

// slug reads an id.
func (s *source) slug(n *node, p *steps) (string, bool) {
	if n.kind == scalar && n.class == number { // in quotes it were none either
		s.err(n, p, brief(n.value)+" is no id; an id holds a-z, 0-9 and -, begins with a letter and has at most 64 characters", "")
		return "", false
	}
	id, ok := s.words(n, p)
	if ok && !slugs.MatchString(id) {
		s.err(n, p, brief(id)+" is no id; an id holds a-z, 0-9 and -, begins with a letter and has at most 64 characters", "")
	}
	return id, ok && slugs.MatchString(id)
}

var semantic = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$`)

func (m *model) version(n *node, p *steps) string {
	v, ok := m.words(n, p)
	if ok && !semantic.MatchString(v) {
		m.err(n, p, brief(v)+" is no semantic version", `write it like "1.0.0"`)
	}
	return v
}

// readLevels reads the maturity scale: consecutive, from 0 or 1.
func (m *model) readLevels(n *node, p *steps) {
	if !m.list(n, p, "levels") {
		return
	}
	m.levels = true
	before := -1
	for i, item := range n.items {
		var l assess.Level
		if before, l.Level = m.rung(item, p.item(i), &l, i, before); l.Level < 0 {
			m.levels = false
			continue
		}
		m.q.Levels = append(m.q.Levels, l)
	}
	if len(n.items) < 2 {
		m.err(n, p, "there is one level; at least 2 are needed", "")
		m.levels = false
	}
}

// rung reads one level. It returns the number that the next one follows, and
// the level's own, -1 where it is wrong.
func (m *model) rung(n *node, p *steps, l *assess.Level, i, before int) (next, level int) {
	next, level = before+1, -1
	if !m.object(n, p, fields{required: []string{"level", "name"}, optional: []string{"meaning"}}) {
		return next, level
	}
	m.each(n, p, map[string]func(*node, *steps){
		"level": func(n *node, p *steps) {
			v, ok := m.whole(n, p, 0, 1<<30, "a whole number from 0")
			if !ok {
				return
			}
			next = v
			switch {
			case i == 0 && v > 1:
				m.err(n, p, n.value+" can't stand here; the first level is 0 or 1", "")
			case i > 0 && v != before+1:
				m.err(n, p, n.value+" can't stand here; accepted is "+strconv.Itoa(before+1)+", levels being consecutive", "")
			default:
				level = v
			}
		},
		"name":    func(n *node, p *steps) { l.Name = m.text(n, p) },
		"meaning": func(n *node, p *steps) { l.Meaning = m.text(n, p) },
	})
	return next, level
}

// level reads the number of a level, above the lowest where asked.
func (m *model) level(n *node, p *steps, aboveLowest bool) (int, bool) {
	if !m.levels {
		v, ok := m.whole(n, p, 0, 1<<30, "the number of a level")
		return v, ok
	}
	first := 0
	if aboveLowest {
		first = 1
	}
	var names []string
	for _, l := range m.q.Levels[first:] {
		names = append(names, strconv.Itoa(l.Level))
	}
	return m.whole(n, p, m.q.Levels[first].Level, m.q.Highest(), "the number of a level: "+strings.Join(few(names), ", "))
}

// few shortens a list of what is accepted.
func few(names []string) []string {
	const most = 20
	if len(names) <= most {
		return names
	}
	return append(append([]string{}, names[:most]...), "…")
}
