package data

import (
	"maps"
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// A Detail says how much of a result the JSON holds. What it leaves out is null.
type Detail string

// The details, each with all that is in the one before.
const (
	Overall   Detail = "overall"   // the root without what is below
	Sections  Detail = "sections"  // the tree without questions
	Questions Detail = "questions" // questions, responses, agreement
	Full      Detail = "full"      // robustness and plan
)

// Details returns them from the least to the most.
func Details() []Detail { return []Detail{Overall, Sections, Questions, Full} }

// holds reports whether the detail has a part that another one adds.
func (d Detail) holds(part Detail) bool {
	all := Details()
	return d == "" || slices.Index(all, d) >= slices.Index(all, part)
}

// JSON writes the result as assess/result/v1 for people (docs/formats.md, Result): every
// key present, what is unknown or undefined null, numbers with at most six decimals.
// Keys of parts that are not computed are null.
func JSON(res *assess.Result, opts Options) []byte { return writeResult(res, opts, true) }

// JSONLine is the same on one line. A batch writes many.
func JSONLine(res *assess.Result, opts Options) []byte { return writeResult(res, opts, false) }

func writeResult(res *assess.Result, opts Options, indented bool) []byte {
	w := resultWriter{
		res: res, opts: opts, language: words.Language(res.Questionnaire, opts.Language),
		columns:   words.Columns(words.InData),
		sections:  opts.Detail.holds(Sections),
		questions: opts.Detail.holds(Questions),
		full:      opts.Detail.holds(Full),
	}
	w.indented = indented
	if w.questions { // else no voice is called anything
		w.labels = words.NewLabels(res, opts.Names)
	}
	length := w.length(res.Overall) + 1024
	if indented {
		length *= 2
	}
	w.out = make([]byte, 0, length)
	return w.document(w.result)
}

// resultWriter writes one result.
type resultWriter struct {
	writer
	res      *assess.Result
	opts     Options
	language string
	labels   words.Labels
	columns  []*words.Column

	sections, questions, full bool // what the detail holds
}

// length guesses how many bytes a node takes.
func (w *resultWriter) length(n *assess.Node) int {
	const node, question = 448, 512
	size := node
	if w.questions {
		size += question * len(n.Items)
	}
	if w.sections {
		for _, child := range n.Sections {
			size += w.length(child)
		}
	}
	return size
}

func (w *resultWriter) result() {
	res := w.res
	w.text("format", resultFormat)
	w.text("tool", "assess "+w.opts.Version)
	w.questionnaire(res.Questionnaire)
	w.known("organization", res.Organization)
	w.known("date", res.Date)
	w.int("response_count", len(res.Responses))
	w.objects("responses", w.questions || w.opts.Responses, len(res.Responses), w.response)
	w.object("overall", true, func() { w.node(res.Overall) })
	w.overallAgreement(res.Agreement)
	w.robustness(res.Robustness)
	w.plan(res.Plan)
	w.objects("scope_disagreements", w.questions, len(res.Disagreements), func(i int) {
		d := res.Disagreements[i]
		w.text("question", d.Question.ID)
		w.int("not_applicable", d.NotApplicable)
		w.int("answered", d.Answered)
	})
	w.int("provisional", res.Provisional())
	w.warnings(res.Warnings, w.opts)
	w.object("tags", true, w.tags)
	w.object("profile", true, w.profile)
	actions := res.Actions()
	w.objects("actions", true, len(actions), func(i int) { w.action(actions[i]) })
	if n, known := res.Participants(); known {
		w.int("participants", n)
	} else {
		w.null("participants")
	}
	w.key("peers")
	w.peers(res.Peers)
}

// peers are positions by section id, null without a benchmark.
func (w *writer) peers(all map[string]assess.Position) {
	w.fields(all != nil, func() {
		for _, id := range slices.Sorted(maps.Keys(all)) {
			w.peer(id, all[id])
		}
	})
}

// PeersJSON writes the peers of a result as they stand in its line.
func PeersJSON(peers map[string]assess.Position) []byte {
	var w writer
	w.peers(peers)
	return w.out
}

// tags are the scores of the tags by their ids; null where a tag has none by its sections.
func (w *resultWriter) tags() {
	for _, t := range w.res.Tags {
		w.userKey(t.Tag.ID)
		w.fields(t.Mean, func() {
			w.number("score", t.Score)
			w.number("low", t.Low)
			w.number("high", t.High)
			w.number("coverage", t.Coverage)
		})
	}
}

// questionnaire says by which questionnaire an assessment is made.
func (w *writer) questionnaire(q *assess.Questionnaire) {
	w.object("questionnaire", true, func() {
		w.text("id", q.ID)
		w.text("version", q.Version)
		w.known("sha256", q.SHA256)
	})
}

func (w *resultWriter) response(i int) {
	r := w.res.Responses[i]
	respondent, role := w.labels.Respondent(r, i), ""
	if w.opts.Names {
		respondent, role = r.Respondent, r.Role // null where none was given
	}
	w.known("respondent", respondent)
	w.known("role", role)
	w.known("date", r.Date)
	w.known("source", w.file(r.Source))
	w.known("sha256", r.SHA256)
}

// action leaves out who does it where nobody is named.
func (w *resultWriter) action(a assess.Action) {
	w.text("what", a.What)
	w.known("question", a.Question)
	w.known("section", a.Section)
	if w.opts.Names {
		w.known("owner", a.Owner)
	} else {
		w.null("owner")
	}
	w.known("due", a.Due)
	w.text("status", string(a.Status))
}

// file names a file. Its name is as good as a person's in most banks, so it stands only
// where names do, and in a batch, which is joined with its input by it.
func (w *resultWriter) file(name string) string {
	if w.opts.Names || w.opts.Files {
		return name
	}
	return ""
}

// profile says what was answered to the profile questions: by all alike, or in a list the
// different answers.
func (w *resultWriter) profile() {
	for _, p := range w.res.Profile() {
		w.userKey(p.Question.ID)
		switch len(p.Answers) {
		case 0:
			w.out = append(w.out, "null"...)
		case 1:
			w.given(p.Answers[0])
		default:
			w.open('[')
			for _, a := range p.Answers {
				w.next()
				w.given(a)
			}
			w.close(']')
		}
	}
}
