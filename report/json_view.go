package report

import (
	"bytes"

	"bankmaturity/assess"
)

// jsonView makes the values of the JSON result.
type jsonView struct {
	q        *assess.Questionnaire
	language string
	labels   labels
	detail   Detail
}

func newJSONView(res *assess.Result, opts Options) jsonView {
	j := jsonView{language: opts.language(res.Questionnaire), q: res.Questionnaire, detail: opts.Detail, labels: labels{names: opts.Names}}
	if j.detail.holds(Questions) {
		j.labels = newLabels(res, opts)
	}
	return j
}

// known returns nil, null in JSON, for a text that was not given.
func known(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func (j jsonView) result(res *assess.Result, opts Options) jsonResult {
	overall := j.node(res.Overall)
	out := jsonResult{
		Format:        "assess/result/v1",
		Tool:          "assess " + opts.Version,
		Questionnaire: jsonQuestionnaire{ID: j.q.ID, Version: j.q.Version, SHA256: known(j.q.SHA256)},
		Organization:  known(res.Organization),
		Date:          known(res.Date),
		ResponseCount: len(res.Responses),
		Overall:       &overall,
	}
	if j.detail.holds(Full) {
		out.Robustness, out.Plan = jsonFirmness(res.Robustness), jsonPlanOf(res.Plan)
	}
	if res.Peers != nil {
		out.Peers = map[string]jsonPeer{}
	}
	for id, p := range res.Peers {
		out.Peers[id] = jsonPeer(p)
	}
	if a := res.Agreement; a != nil && j.detail.holds(Questions) {
		out.Agreement = &jsonOverallAgree{Raters: a.Raters, Alpha: a.Alpha, Reason: known(a.Reason)}
	}
	if j.detail.holds(Questions) || opts.Responses {
		out.Responses = []jsonResponse{}
		for i, r := range res.Responses {
			out.Responses = append(out.Responses, j.response(r, i))
		}
	}
	if !j.detail.holds(Questions) {
		return out
	}
	out.ScopeDisagreements = []jsonDisagreement{}
	for _, d := range res.Disagreements {
		out.ScopeDisagreements = append(out.ScopeDisagreements,
			jsonDisagreement{Question: d.Question.ID, NotApplicable: d.NotApplicable, Answered: d.Answered})
	}
	return out
}

func (j jsonView) response(r *assess.Response, i int) jsonResponse {
	respondent := j.labels.respondent(r, i)
	if j.labels.names {
		respondent = r.Respondent // null where none was given
	}
	return jsonResponse{
		Respondent: known(respondent), Role: known(r.Role), Date: known(r.Date),
		Source: known(r.Source), SHA256: known(r.SHA256),
	}
}

func (j jsonView) node(n *assess.Node) jsonNode {
	out := jsonNode{
		ID: n.ID, Title: n.Title.In(j.language), Weight: assess.Num(n.Weight), Method: n.Method,
		NotApplicable: !n.Applicable, Score: n.Score, Low: n.Low, High: n.High, Coverage: n.Coverage,
		Level: n.Level, Stage: n.Stage, Evidenced: n.Evidenced, Target: n.Target, Gap: n.Gap,
	}
	if n.Applicable {
		out.Sufficient = &n.Sufficient
	}
	if level, ok := n.Level.Get(); ok {
		l, _ := j.q.LevelAt(int(level))
		out.LevelName = known(l.Name.In(j.language))
	}
	if a := n.Agreement; a != nil && j.detail.holds(Questions) {
		out.Agreement = &jsonNodeAgree{ADMd: assess.Num(a.ADMd), RWG: a.RWG}
	}
	if j.detail.holds(Sections) {
		out.Sections = []jsonNode{}
		for _, child := range n.Sections {
			out.Sections = append(out.Sections, j.node(child))
		}
	}
	if j.detail.holds(Questions) {
		out.Questions = []jsonQuestion{}
		for _, it := range n.Items {
			out.Questions = append(out.Questions, j.question(it))
		}
	}
	return out
}

func (j jsonView) question(it *assess.Item) jsonQuestion {
	out := jsonQuestion{
		ID: it.Question.ID, Title: it.Question.Title.In(j.language), Weight: assess.Num(it.Question.Weight),
		Status: it.Status, Value: it.Value, Points: it.Points, Evidenced: it.Evidenced,
		Reasons: it.Reasons(), Notes: it.Notes(), Evidence: it.Evidence(), Answers: []jsonAnswer{},
	}
	if it.Voted {
		out.Agreed = &it.Agreed
	}
	for i, s := range it.Said {
		out.Answers = append(out.Answers, j.answer(s, i))
	}
	if a := it.Agreement; a != nil {
		out.Agreement = &jsonAgree{
			N: a.N, Min: assess.Num(a.Min), Max: assess.Num(a.Max), Mean: assess.Num(a.Mean), Median: assess.Num(a.Median),
			ADMd: assess.Num(a.ADMd), RWG: a.RWG, Chance: a.Chance, Verdict: a.Verdict, TwoCamps: a.TwoCamps,
		}
	}
	return out
}

// answer leaves out what a response says about a question it was not asked.
func (j jsonView) answer(s assess.Said, i int) jsonAnswer {
	out := jsonAnswer{Response: i + 1, State: s.State}
	if s.State == assess.Skipped {
		return out
	}
	out.Value = s.Answer.Value
	for _, v := range s.Answer.Votes {
		out.Votes = append(out.Votes, jsonVote{voice: j.labels.voice(v.Voice), value: assess.Num(v.Value)})
	}
	return out
}

// jsonVotes are an object from voice to value in the order of the file; without
// votes they are null.
type jsonVotes []jsonVote

type jsonVote struct {
	voice string
	value assess.Number
}

// MarshalJSON keeps the order that a map would lose.
func (v jsonVotes) MarshalJSON() ([]byte, error) {
	if v == nil {
		return []byte("null"), nil
	}
	var b bytes.Buffer
	for i, vote := range v {
		b.WriteByte("{,"[min(i, 1)])
		for _, part := range []any{vote.voice, vote.value} {
			data, err := encode(part, "")
			if err != nil {
				return nil, err
			}
			b.Write(bytes.TrimSpace(data))
			b.WriteByte(':')
		}
		b.Truncate(b.Len() - 1)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func jsonFirmness(r *assess.Robustness) *jsonRobustness {
	if r == nil {
		return nil
	}
	out := &jsonRobustness{FlipDown: r.FlipDown, FlipUp: r.FlipUp, Weights: span(&r.Weights), LeaveOneOut: span(r.LeaveOneOut), Bootstrap: span(r.Bootstrap)}
	e := &out.Error
	e.Mean, e.SD, e.Q05, e.Q95 = assess.Num(r.Error.Mean), assess.Num(r.Error.SD), assess.Num(r.Error.Q05), assess.Num(r.Error.Q95)
	e.LevelStays, e.Exact = assess.Num(r.Error.LevelStays), r.Error.Exact
	return out
}

func span(s *assess.Span) *jsonSpan {
	if s == nil {
		return nil
	}
	return &jsonSpan{Low: assess.Num(s.Low), High: assess.Num(s.High)}
}

func jsonPlanOf(p *assess.Plan) *jsonPlan {
	if p == nil {
		return nil
	}
	out := &jsonPlan{Start: p.Start, Target: p.Target, Feasible: p.Feasible, Reason: known(p.Reason), Moves: []jsonMove{}}
	if p.Feasible {
		out.Optimal, out.Bound, out.Cost = &p.Optimal, &p.Bound, &p.Cost
	}
	for _, m := range p.Moves {
		out.Moves = append(out.Moves, jsonMove{Question: m.Question.ID, From: m.From, To: assess.Num(m.To), Cost: m.Cost, Wave: m.Wave})
	}
	return out
}
