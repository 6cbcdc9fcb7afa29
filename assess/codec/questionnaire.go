package codec

import (
	"crypto/sha256"
	"encoding/hex"
	"regexp"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// ReadQuestionnaire reads a questionnaire, links it and sets its checksum.
// Where the diagnostics hold an error there is no questionnaire. What is legal but
// makes a questionnaire worse is not told here, but by package advice.
func ReadQuestionnaire(name string, data []byte) (*assess.Questionnaire, []diag.Diagnostic) {
	s := tree.New(name, data, nil)
	root := single(s, tree.Options{Aliases: true}, "questionnaire")
	if root == nil {
		return nil, s.Diagnostics()
	}
	m := &model{
		Source: s, sets: map[string]*optionSet{}, nodes: map[string]*spot{}, codes: map[string]*tree.Node{},
	}
	q := m.questionnaire(root)
	if s.Failed() {
		return nil, s.Diagnostics()
	}
	q.SHA256 = Checksum(data)
	q.Link()
	return q, s.Diagnostics()
}

// Checksum is the SHA-256 of a record's bytes, in hex.
func Checksum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// A model is a questionnaire while it is read.
type model struct {
	*tree.Source
	q         *assess.Questionnaire
	languages []string // nil where they can't be read: texts are not held to them
	levels    bool     // the levels are known
	sets      map[string]*optionSet
	setless   bool             // the sets can't be read
	nodes     map[string]*spot // by id of a section or question
	codes     map[string]*tree.Node
	tagless   bool    // the tags can't be read
	order     []*spot // the same, in document order
	questions int

	questionIDs, sectionIDs []string // for hints
}

// A spot is a section or question and where it stands.
type spot struct {
	node     *tree.Node
	up       *spot // the section above, nil at the top
	index    int   // in document order
	section  *assess.Section
	question *assess.Question
}

// id returns the place to blame for the whole.
func (p *spot) id() *tree.Node {
	if n := p.node.Child("id"); n != nil {
		return n
	}
	return p.node
}

var questionnaireKeys = tree.Table[*model]{
	{Name: "format", Required: true},
	tree.Required("id", func(m *model, n *tree.Node) { m.q.ID, _ = slug(m.Source, n) }),
	tree.Required("version", (*model).readVersion),
	tree.Required("title", func(m *model, n *tree.Node) { m.q.Title = m.text(n) }),
	tree.Required("levels", (*model).readLevels),
	tree.Required("sections", func(m *model, n *tree.Node) { m.q.Sections = m.sections(n, nil) }),
	tree.Optional("summary", func(m *model, n *tree.Node) { m.q.Summary = m.text(n) }),
	tree.Optional("source", func(m *model, n *tree.Node) { m.q.Source = m.text(n) }),
	tree.Optional("languages", (*model).readLanguages),
	tree.Optional("tags", (*model).readTags),
	tree.Optional("scoring", (*model).readScoring),
	tree.Optional("option_sets", (*model).readSets),
}

// questionnaire reads a questionnaire in rounds: what the texts have to know comes before
// them, and levels, option sets and the rules of scoring before the sections that use them.
func (m *model) questionnaire(root *tree.Node) *assess.Questionnaire {
	m.q = &assess.Questionnaire{Scoring: assess.DefaultScoring(), Languages: []string{"en"}}
	if !begins(m.Source, root, questionnaireFormat, questionnaireKeys) {
		return m.q
	}
	questionnaireKeys.Read(m, root, "id", "version", "languages")
	if root.Child("languages") == nil {
		m.languages = m.q.Languages
	}
	questionnaireKeys.Read(m, root, "title", "summary", "source", "tags", "levels", "option_sets")
	questionnaireKeys.Read(m, root, "scoring")
	questionnaireKeys.Read(m, root, "sections")
	m.references()
	return m.q
}

var slugs = regexp.MustCompile(`^[a-z][a-z0-9-]{0,63}$`)

const hintID = " is no id; an id holds a-z, 0-9 and -, begins with a letter and has at most 64 characters"

// slug reads an id.
func slug(s *tree.Source, n *tree.Node) (string, bool) {
	if n.Kind == tree.Scalar && n.Class == tree.Number { // in quotes it were none either
		s.Err(n, tree.Brief(n.Value)+hintID, "")
		return "", false
	}
	id, ok := s.Words(n)
	if ok && !slugs.MatchString(id) {
		s.Err(n, tree.Brief(id)+hintID, "")
		return id, false
	}
	return id, ok
}

// semantic is a version as in semver.org, 2.0.0.
var semantic = regexp.MustCompile(`^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)` +
	`(-(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(\.(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?` +
	`(\+[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?$`)

func (m *model) readVersion(n *tree.Node) {
	v, ok := m.Words(n)
	if ok && !semantic.MatchString(v) {
		m.Err(n, tree.Brief(v)+" is no semantic version", `write it like "1.0.0"`)
	}
	m.q.Version = v
}
