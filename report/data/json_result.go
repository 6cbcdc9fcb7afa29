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
	w.object("peers", res.Peers != nil, func() {
		for _, id := range slices.Sorted(maps.Keys(res.Peers)) {
			w.peer(id, res.Peers[id])
		}
	})
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

// given writes what an answer gives: an option's value, what is ticked, or what was typed.
func (w *resultWriter) given(a *assess.Answer) {
	switch {
	case a.Text != "":
		w.out = appendText(w.out, a.Text, w.safeHTML)
	case a.Ticked != nil:
		w.list(a.Ticked)
	default:
		w.out = a.Value.AppendJSON(w.out)
	}
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

func (w *resultWriter) node(n *assess.Node) {
	w.text("id", n.ID)
	w.known("code", n.Code)
	w.text("title", n.Title.In(w.language))
	w.float("weight", n.Weight)
	w.text("method", string(n.Method))
	w.flag("not_applicable", true, !n.Applicable)
	for _, c := range w.columns {
		w.number(c.Key, c.Value(n))
		switch c.Key {
		case "high":
			w.known("bounds", bounds(n))
		case "coverage":
			w.flag("sufficient", n.Applicable, n.Sufficient)
		case "level":
			w.known("level_name", w.levelName(n.Level))
		}
	}
	a := n.Agreement
	w.object("agreement", a != nil && w.questions, func() {
		w.float("ad_md", a.ADMd)
		w.number("rwg_star", a.RWG)
	})
	w.objects("sections", w.sections, len(n.Sections), func(i int) { w.node(n.Sections[i]) })
	w.objects("questions", w.questions, len(n.Items), func(i int) { w.question(n.Items[i]) })
}

// bounds says what low and high are; "" where the node has none.
func bounds(n *assess.Node) string {
	switch {
	case !n.Applicable:
		return ""
	case n.Outer:
		return "outer"
	}
	return "exact"
}

func (w *resultWriter) levelName(n assess.Number) string {
	level, ok := n.Get()
	if !ok {
		return ""
	}
	l, _ := w.res.Questionnaire.LevelAt(int(level))
	return l.Name.In(w.language)
}

func (w *resultWriter) question(it *assess.Item) {
	w.text("id", it.Question.ID)
	w.known("code", it.Question.Code)
	w.text("title", it.Question.Title.In(w.language))
	w.texts("tags", it.Question.Tags)
	w.float("weight", it.Question.Weight)
	w.text("status", string(it.Status))
	if a := it.Only(); a != nil {
		w.key("value")
		w.given(a)
	} else {
		w.number("value", it.Value)
	}
	w.number("counted", it.Counted())
	w.number("points", it.Points)
	w.number("evidenced", it.Evidenced)
	w.flag("agreed", it.Voted, it.Agreed)
	w.texts("reasons", it.Reasons())
	w.texts("notes", it.Notes())
	w.texts("evidence", it.Evidence())
	w.objects("answers", true, len(it.Said), func(i int) { w.answer(it.Said[i], i) })
	a := it.Agreement
	w.object("agreement", a != nil, func() {
		w.int("n", a.N)
		w.float("min", a.Min)
		w.float("max", a.Max)
		w.float("mean", a.Mean)
		w.float("median", a.Median)
		w.float("ad_md", a.ADMd)
		w.number("rwg_star", a.RWG)
		w.number("p_chance", a.Chance)
		w.text("verdict", string(a.Verdict))
		w.flag("two_camps", true, a.TwoCamps)
	})
}

// answer leaves out what a response says about a question it was not asked. Votes are an
// object from voice to value.
func (w *resultWriter) answer(s assess.Said, i int) {
	w.int("response", i+1)
	w.text("state", string(s.State))
	if s.State == assess.Skipped {
		w.null("value")
		w.null("votes")
		return
	}
	w.key("value")
	w.given(s.Answer)
	w.object("votes", len(s.Answer.Votes) > 0, func() {
		for _, v := range w.labels.Votes(s.Answer) {
			w.userKey(w.labels.Voice(v.Voice))
			switch v.State() {
			case assess.NotApplicable:
				w.out = append(w.out, `"na"`...)
			case assess.Unknown:
				w.out = append(w.out, `"unknown"`...)
			default:
				w.vote(v)
			}
		}
	})
}

// vote writes the value of a vote, or what it ticks.
func (w *resultWriter) vote(v assess.Vote) {
	if v.Ticked == nil {
		w.out = v.Value.AppendJSON(w.out)
		return
	}
	w.list(v.Ticked)
}

func (w *resultWriter) overallAgreement(a *assess.ResultAgreement) {
	w.object("agreement", a != nil && w.questions, func() {
		w.int("raters", a.Raters)
		w.number("krippendorff_alpha", a.Alpha)
		w.known("reason", a.Reason)
	})
}

func (w *resultWriter) robustness(r *assess.Robustness) {
	w.object("robustness", r != nil && w.full, func() {
		w.number("flip_down", r.FlipDown)
		w.number("flip_up", r.FlipUp)
		w.object("error", true, func() {
			w.float("mean", r.Error.Mean)
			w.float("sd", r.Error.SD)
			w.float("q05", r.Error.Q05)
			w.float("q95", r.Error.Q95)
			w.float("level_stays", r.Error.LevelStays)
			w.flag("exact", true, r.Error.Exact)
		})
		w.span("weights", &r.Weights)
		w.span("leave_one_out", r.LeaveOneOut)
		w.span("bootstrap", r.Bootstrap)
	})
}

func (w *resultWriter) span(key string, s *assess.Span) {
	w.object(key, s != nil, func() {
		w.float("low", s.Low)
		w.float("high", s.High)
	})
}

func (w *resultWriter) plan(p *assess.Plan) {
	w.object("plan", p != nil && w.full, func() {
		w.int("start", p.Start)
		w.number("target", p.Target)
		w.flag("feasible", true, p.Feasible)
		w.known("reason", p.Reason)
		w.flag("optimal", p.Feasible, p.Optimal)
		if p.Feasible {
			w.int("bound", p.Bound)
			w.int("cost", p.Cost)
		} else {
			w.null("bound")
			w.null("cost")
		}
		w.objects("moves", true, len(p.Moves), func(i int) {
			m := p.Moves[i]
			w.text("question", m.Question.ID)
			w.number("from", m.From)
			w.float("to", m.To)
			w.int("cost", m.Cost)
			w.int("wave", m.Wave)
		})
	})
}

func (w *resultWriter) peer(id string, p assess.Position) {
	w.userKey(id)
	w.fields(true, func() {
		w.int("n", p.N)
		w.number("percentile", p.Percentile)
		w.number("low", p.Low)
		w.number("high", p.High)
		w.number("min", p.Min)
		w.number("q1", p.Q1)
		w.number("median", p.Median)
		w.number("q3", p.Q3)
		w.number("max", p.Max)
	})
}
