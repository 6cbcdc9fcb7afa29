package report

import (
	"slices"

	"bankmaturity/assess"
)

// gaps are the dimensions and questions farthest below what is aimed at, with
// what to reach and what to bring.
func (v *view) gaps() []block {
	out := []block{heading{2, v.say("gaps.heading")}}
	raise := v.raisable()
	if len(raise) == 0 {
		return append(out, paragraph(v.none("gaps")))
	}
	out = append(out, paragraph(v.aimNote()))
	if items := v.wideDimensions(); len(items) > 0 {
		out = append(out, list{items: items})
	}
	out = append(out, heading{3, v.say("gaps.questions")})
	var items []item
	for _, c := range raise[:min(len(raise), mostQuestions)] {
		items = append(items, v.gapItem(c))
	}
	out = append(out, list{numbered: true, items: items})
	if rest := len(raise) - mostQuestions; rest > 0 {
		out = append(out, paragraph(v.count("gaps.rest", rest)))
	}
	return out
}

// aimNote says what gaps are measured to.
func (v *view) aimNote() string {
	aimed, all := 0, 0
	for _, d := range v.res.Overall.Dimensions() {
		if d.Applicable {
			aimed += one(d.Target.Defined())
			all++
		}
	}
	switch aimed {
	case all:
		return v.say("gaps.target")
	case 0:
		return v.say("gaps.highest", v.q.Highest())
	}
	return v.say("gaps.mixed", v.q.Highest())
}

// wideDimensions are none where there is one dimension only.
func (v *view) wideDimensions() []item {
	type wide struct {
		d        *assess.Node
		distance float64
	}
	var all []wide
	for _, d := range v.res.Overall.Dimensions() {
		if distance, ok := v.below(d); ok && distance > assess.Tolerance {
			all = append(all, wide{d, distance})
		}
	}
	if len(v.q.Dimensions()) == 1 {
		return nil
	}
	slices.SortStableFunc(all, func(a, b wide) int { return compare(assess.Num(b.distance), assess.Num(a.distance)) })
	var out []item
	for _, w := range all[:min(len(all), mostDimensions)] {
		text := v.say("gaps.dimension", v.score(w.d), gap(w.distance), v.q.Highest())
		if target, ok := w.d.Target.Get(); ok {
			text = v.say("gaps.dimension.target", v.score(w.d), gap(w.distance), whole(target))
		}
		out = append(out, item{lead: v.text(w.d.Title), text: text})
	}
	return out
}

// below is how far a dimension lies below its target or the highest level.
func (v *view) below(d *assess.Node) (float64, bool) {
	if d.Target.Defined() {
		return d.Gap.Get()
	}
	score, ok := d.Score.Get()
	return float64(v.q.Highest()) - score, ok
}

// gapItem shows where a question stands, what comes next and what to bring.
func (v *view) gapItem(c candidate) item {
	qu := c.item.Question
	out := item{lead: v.question(qu), text: v.say("gaps.away", gap(c.distance))}
	now, at := v.say("gaps.now", points(c.item.Points.Value()), v.lower(c.item)), points(c.next.Points())
	next := v.say("gaps.next", at, v.quote(c.next.Text))
	if qu.Level > 0 {
		o, _ := held(c.item)
		out.text = v.say("gaps.criterion", qu.Level)
		now, next = v.say("gaps.criterion.now", v.quote(o.Text)), v.say("gaps.criterion.next", v.quote(c.next.Text))
	}
	out.sub = append(out.sub, now, next)
	var bring []string
	for _, e := range qu.Evidence {
		bring = append(bring, v.text(e))
	}
	if len(bring) > 0 {
		out.sub = append(out.sub, v.say("gaps.evidence", v.join(bring)))
	}
	return out
}

// lower quotes the answer that the points reach, and says so where they lie
// between two.
func (v *view) lower(it *assess.Item) string {
	o, _ := held(it)
	if o.Points() < it.Points.Value()-assess.Tolerance {
		return v.say("gaps.between", v.quote(o.Text))
	}
	return v.quote(o.Text)
}
