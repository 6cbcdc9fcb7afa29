package report

import (
	"fmt"
	"strconv"

	"bankmaturity/assess"
)

// firmness tells in plain words how firmly the score and its level stand.
func (v *view) firmness() []block {
	r := v.res.Robustness
	if r == nil {
		return nil
	}
	var items []item
	if v.res.Overall.Level.Defined() {
		items = append(items, item{lead: v.say("firm.flip"), text: v.say("sentences", v.flip("firm.down", r.FlipDown), v.flip("firm.up", r.FlipUp))})
	}
	items = append(items,
		item{lead: v.say("firm.error"), text: v.errorFact(r.Error)},
		item{lead: v.say("firm.weights"), text: v.stays(r.Weights.Low, r.Weights.High)})
	if s := r.LeaveOneOut; s != nil {
		items = append(items, item{lead: v.say("firm.leave"), text: v.stays(s.Low, s.High)})
	}
	if s := r.Bootstrap; s != nil {
		items = append(items, item{lead: v.say("firm.mixes"), text: v.say("firm.mixed", v.span(s.Low, s.High))})
	}
	intro := v.say("firm.intro")
	if root := v.res.Overall; !root.Sufficient {
		intro = v.say("sentences", intro, v.say("firm.thin", v.percent(root.Coverage.Value(), true)))
	}
	return []block{heading{2, v.say("firm.heading")}, paragraph(intro), list{items: items}}
}

// stays says between which scores, or at which one, the score stays.
func (v *view) stays(low, high float64) string {
	if assess.Shown(low) == assess.Shown(high) {
		return v.say("firm.same", assess.Shown(low))
	}
	return v.say("firm.between", v.span(low, high))
}

// flip says how many steps change the level, or that none do.
func (v *view) flip(key string, n assess.Number) string {
	if steps, ok := n.Get(); ok {
		return v.count(key, int(steps))
	}
	return v.say(key + ".none")
}

func (v *view) errorFact(e assess.ErrorModel) string {
	text := v.say("firm.off", v.span(e.Q05, e.Q95), v.share(e.LevelStays))
	if !v.res.Overall.Level.Defined() {
		text = v.say("firm.off.score", v.span(e.Q05, e.Q95))
	}
	if !e.Exact {
		text = v.say("sentences", text, v.say("firm.grid"))
	}
	return text
}

// share shows a probability in per cent; one that is neither 0 nor 1 is never
// shown as such.
func (v *view) share(p float64) string {
	percent := assess.Round(100*p, 0)
	switch {
	case percent >= 100 && p < 1-assess.Tolerance:
		return v.say("percent.above", 99)
	case percent <= 0 && p > assess.Tolerance:
		return v.say("percent.below_one")
	}
	return v.say("percent", strconv.FormatFloat(percent, 'f', 0, 64))
}

// roadmap is the cheapest plan to the next level, wave by wave.
func (v *view) roadmap() []block {
	p := v.res.Plan
	if p == nil {
		return nil
	}
	target, ok := p.Target.Get()
	if !ok {
		return nil // at the top: the next steps say so
	}
	aim := v.say("plan.level", whole(target))
	if v.q.Scoring.Stage != nil {
		aim = v.say("plan.stage", whole(target))
	}
	out := []block{heading{2, v.say("plan.heading", aim)}}
	if p.Answering && len(p.Moves) > 0 {
		out = append(out, paragraph(v.say("plan.open", p.Start)), v.grouped(func(it *assess.Item) bool { return unanswered(it) || unknown(it) }))
	}
	switch {
	case !p.Feasible:
		return append(out, paragraph(v.say("plan.infeasible", aim)))
	case len(p.Moves) == 0:
		return append(out, paragraph(v.say("plan.there", aim)))
	}
	out = append(out, paragraph(v.planIntro(p, aim)), v.waves(p))
	for wave := 1; wave <= p.Moves[len(p.Moves)-1].Wave; wave++ {
		out = append(out, heading{3, v.say("plan.wave", wave)}, list{items: v.wave(p, wave)})
	}
	return out
}

func (v *view) planIntro(p *assess.Plan, aim string) string {
	text := v.count("plan.intro", len(p.Moves), aim, p.Cost)
	proof := v.say("plan.proven")
	if !p.Optimal {
		proof = v.say("plan.bound", p.Bound)
	}
	return v.say("sentences", v.say("sentences", text, proof), v.say("plan.gaps"))
}

func (v *view) wave(p *assess.Plan, wave int) []item {
	open := map[*assess.Question]bool{}
	for _, it := range v.res.Overall.AllItems() {
		open[it.Question] = unanswered(it) || unknown(it)
	}
	var items []item
	for _, m := range p.Moves {
		if m.Wave != wave {
			continue
		}
		to, _ := m.Question.Option(m.To)
		it := item{lead: v.question(m.Question), text: v.say("plan.to", points(to.Points()), m.Cost)}
		if open[m.Question] {
			it.text = v.say("plan.open_to", points(to.Points()), m.Cost)
		}
		if from, ok := m.From.Get(); ok {
			o, _ := m.Question.Option(from)
			it.text = v.say("plan.from_to", points(o.Points()), points(to.Points()), m.Cost)
		}
		it.sub = append(it.sub, v.quote(to.Text))
		items = append(items, it)
	}
	return items
}

// peers tells where the scores stand among those of others.
func (v *view) peers() []block {
	if v.res.Peers == nil {
		return nil
	}
	out := []block{heading{2, v.say("peers.heading")}}
	t := table{columns: []column{{title: v.say("column.section")}}}
	for _, key := range []string{"column.score", "peers.n", "peers.median", "peers.range", "peers.quartiles", "peers.rank"} {
		t.columns = append(t.columns, column{title: v.say(key), number: true})
	}
	var add func(n *assess.Node, title string)
	add = func(n *assess.Node, title string) {
		if p, ok := v.res.Peers[n.ID]; ok {
			t.rows = append(t.rows, row{cells: append([]string{title, v.score(n)}, v.position(p)...)})
		}
		for _, c := range n.Sections {
			add(c, v.text(c.Title))
		}
	}
	add(v.res.Overall, v.say("overall"))
	if len(t.rows) == 0 {
		return append(out, paragraph(v.say("peers.few", assess.FewestPeers)))
	}
	return append(out, t, paragraph(v.say("peers.note")))
}

func (v *view) position(p assess.Position) []string {
	shown := func(n assess.Number) string {
		if x, ok := n.Get(); ok {
			return assess.Shown(x)
		}
		return v.say("dash")
	}
	quartiles, rank := v.say("dash"), v.say("dash")
	if p.Q1.Defined() {
		quartiles = v.span(p.Q1.Value(), p.Q3.Value())
	}
	if x, ok := p.Percentile.Get(); ok {
		rank = v.say("peers.percentile", fmt.Sprintf("%.0f", x), fmt.Sprintf("%.0f", p.Low.Value()), fmt.Sprintf("%.0f", p.High.Value()))
	}
	return []string{strconv.Itoa(p.N), shown(p.Median), v.span(p.Min.Value(), p.Max.Value()), quartiles, rank}
}
