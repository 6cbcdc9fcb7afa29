package codec

import (
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// Find finds the questionnaire that has an id; of several the one of the version that was
// answered. Where there is none it says why, and which ids it knows.
type Find func(id, version string) (q *assess.Questionnaire, reason string, known []string)

// ReadAnswers reads the responses of a file. Where the diagnostics hold an error there are
// no records; warnings may come with them.
func ReadAnswers(name string, data []byte, find Find) ([]Record, []diag.Diagnostic) {
	return new(Reader).Answers(name, data, find)
}

// A Reader reads answers, one file after the other, in memory that it uses again: a worker
// that reads many files keeps one. What it returns stays as it is. The zero Reader is
// ready; it is not for several goroutines at once.
type Reader struct{ arena tree.Arena }

// Answers is ReadAnswers.
func (r *Reader) Answers(name string, data []byte, find Find) ([]Record, []diag.Diagnostic) {
	s := tree.New(name, data, &r.arena)
	docs, claims := parseClaims(s, tree.Options{Scan: true})
	var records []Record
	ofFile := warnings(s, name)
	for i, d := range docs {
		a := answers{Source: s, find: find, words: wordsOf(name)}
		a.entry.answers = &a
		a.read(d.Root)
		if len(claims) > 0 {
			a.checkClaims(claims[i])
		}
		if s.Failed() {
			continue
		}
		a.response.File = name
		a.response.Warnings = slices.Concat(ofFile, a.response.Warnings)
		if records == nil {
			records = make([]Record, 0, len(docs))
		}
		a.response.Source = name
		if len(docs) > 1 {
			a.response.Source = name + "#" + strconv.Itoa(i+1)
		}
		if len(docs) > 1 || spellingOf(name, "") == jsonLinesSpelling {
			a.response.SHA256 = Checksum([]byte(s.Text[d.From:d.To]))
		} else {
			a.response.SHA256 = Checksum(data)
		}
		records = append(records, Record{a.response, a.q, name, s.File, a.marks})
	}
	if s.Failed() {
		return nil, s.Diagnostics()
	}
	return records, s.Diagnostics()
}

// warnings are those about a file as such, as what its characters were read as: found before
// its records are looked at. A response keeps them, so that they stand in its result too;
// what is to be said about itself the result knows.
func warnings(s *tree.Source, file string) []assess.Warning {
	var out []assess.Warning
	s.EachWarning(func(path, message string) {
		out = append(out, assess.ReadingWarning(file, path, message))
	})
	return out
}

// answers is a response while it is read. Without a questionnaire what can be checked
// alone is checked.
type answers struct {
	*tree.Source
	find     Find
	words    *words // for messages
	q        *assess.Questionnaire
	version  string // that was answered, as written
	response *assess.Response
	marks    []mark // what a record can be blamed for later
	entry    entry  // the one being read
	next     int    // index of the question that is expected next
	given    *tree.Node

	questionIDs, sectionIDs []string // for hints
}

// answersKeys are in the order of messages. The questionnaire is read before all others.
var answersKeys = tree.Table[*answers]{
	{Name: "format", Required: true},
	{Name: "questionnaire", Required: true},
	tree.Required("questionnaire_version", (*answers).readVersion),
	tree.Required("organization", (*answers).readOrganization),
	tree.Required("date", (*answers).readDate),
	tree.Required("answers", (*answers).readAnswers),
	tree.Nullable("respondent", (*answers).readRespondent),
	tree.Nullable("language", (*answers).readLanguage),
	tree.Nullable("targets", (*answers).readTargets),
	tree.Nullable("parked", (*answers).readParked),
	tree.Nullable("participants", (*answers).readParticipants),
	tree.Nullable("voices", (*answers).readVoices),
	tree.Nullable("order", (*answers).readOrder),
	tree.Nullable("actions", (*answers).readActions),
}

func (r *answers) read(root *tree.Node) {
	r.response = &assess.Response{}
	if !begins(r.Source, root, answersFormat, answersKeys) {
		return
	}
	r.marks = append(make([]mark, 0, 4), mark{"questionnaire", root.Mark()})
	if v := root.Child("questionnaire_version"); v != nil {
		r.version = v.Value
	}
	if v := root.Child("questionnaire"); v != nil {
		r.readQuestionnaire(v)
	}
	answersKeys.ReadInOrder(r, root)
	r.warnNotAsked()
}

// readQuestionnaire finds what was answered.
func (r *answers) readQuestionnaire(n *tree.Node) {
	r.marks[0].place = n.Mark()
	id, ok := r.Words(n)
	if !ok {
		return
	}
	q, reason, known := r.find(id, r.version)
	if q == nil {
		r.Err(n, "no questionnaire "+tree.Brief(id)+": "+reason, r.Nearest(id, known))
		return
	}
	r.q = q
	r.response = assess.NewResponse(q)
}

// hintVersion says how answers to another version are scored as they were meant.
const hintVersion = "-q FILE scores them by that version, where you have it"

// readVersion warns where the questionnaire has another version.
func (r *answers) readVersion(n *tree.Node) {
	r.mark("questionnaire_version", n)
	v, ok := r.Words(n)
	if !ok {
		return
	}
	r.response.Version = v
	if r.q != nil && v != r.q.Version {
		message := "these are answers to %s %s, but the questionnaire is %s %s"
		r.Warn(n, fmt.Sprintf(message, r.q.ID, tree.Brief(v), r.q.ID, r.q.Version), hintVersion)
	}
}

func (r *answers) readOrganization(at *tree.Node) {
	r.mark("organization", at)
	r.response.Organization, _ = r.Words(at)
	if n := utf8.RuneCountInString(r.response.Organization); n > LongestName {
		r.Err(at, fmt.Sprintf("the organization's name has %d characters, more than %d", n, LongestName), "")
	}
}

// LongestName is how many characters an organization's name may have.
const LongestName = 200

func (r *answers) readDate(n *tree.Node) {
	r.mark("date", n)
	v, ok := r.Words(n)
	if !ok {
		return
	}
	r.checkDate(n, v)
	r.response.Date = v
	if assess.IsDay(v) && v < earliest {
		r.Warn(n, v+" is before "+earliest[:4]+"; is the year right?", "")
	}
}

// earliest is the first day of an assessment that is believed without a word.
const earliest = "1990-01-01"

// checkDate blames a text that is no day.
func (r *answers) checkDate(n *tree.Node, text string) {
	if !assess.IsDay(text) {
		r.Err(n, tree.Brief(text)+" is no date", "write a day as year-month-day, like 2026-11-23")
	}
}

var respondentKeys = tree.Table[*answers]{
	tree.Optional("name", func(r *answers, n *tree.Node) { r.response.Respondent = r.Optional(n) }),
	tree.Optional("role", func(r *answers, n *tree.Node) { r.response.Role = r.Optional(n) }),
}

// readRespondent reads name and role; each may be left empty.
func (r *answers) readRespondent(n *tree.Node) {
	if respondentKeys.Check(r.Source, n) {
		respondentKeys.Read(r, n)
	}
}

func (r *answers) readLanguage(n *tree.Node) {
	tag := r.Optional(n)
	if tag != "" && !IsLanguageTag(tag) {
		r.Err(n, tree.Brief(tag)+" is no language tag", "write it like en, zh or pt-BR")
	}
	r.response.Language = tag
}

// readTargets reads the levels that sections aim at.
func (r *answers) readTargets(n *tree.Node) {
	if n.Kind != tree.Mapping {
		r.ErrKind(n, "a mapping of section ids to levels")
		return
	}
	lowest, highest, want := 0, 1<<30, "a level"
	if r.q != nil {
		lowest, highest = r.q.Lowest(), r.q.Highest()
		want = fmt.Sprintf("a level from %d to %d", lowest, highest)
	}
	for _, v := range n.Items {
		id := v.Name
		r.mark("targets."+id, v)
		if r.q != nil {
			r.isSection(v.Key())
		}
		if level, ok := r.Integer(v, lowest, highest, want); ok {
			r.response.Targets = append(r.response.Targets, assess.Target{Section: id, Level: level})
		}
	}
}
