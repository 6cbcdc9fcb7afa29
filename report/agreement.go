package report

import (
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
)

// agreement is the chapter for who runs the room: how close the voices are in
// each dimension, what they contest and who says what, what was decided, what was
// put aside.
func (v *view) agreement() []block {
	var out []block
	if v.res.Agreement != nil && v.res.Agreement.Raters >= 2 {
		out = append(out, heading{2, v.say("agree.heading")}, paragraph(v.agreementIntro()), v.agreementTable())
		out = append(out, v.dots()...)
		out = append(out, v.contested()...)
		out = append(out, v.decisions()...)
	}
	if parked := v.parked(); len(parked.items) > 0 {
		out = append(out, heading{2, v.say("parked.heading")}, parked)
	}
	return out
}

// agreementIntro says how many spoke, and how far they agree over all questions.
func (v *view) agreementIntro() string {
	a := v.res.Agreement
	text := v.say("agree.raters", a.Raters)
	if alpha, ok := a.Alpha.Get(); ok {
		return v.say("sentences", text, v.say("agree.alpha", strconv.FormatFloat(assess.Round(alpha, 2), 'f', 2, 64)))
	}
	return text
}

func (v *view) agreementTable() table {
	t := table{columns: []column{{title: v.say("agree.dimension")}}}
	for _, key := range []string{"agree.rated", "agree.deviation", "agree.contested", "agree.chance"} {
		t.columns = append(t.columns, column{title: v.say(key), number: true})
	}
	for _, d := range v.res.Overall.Dimensions() {
		rated := 0
		count := map[assess.Verdict]int{}
		for _, it := range d.Items {
			if it.Agreement != nil {
				rated++
				count[it.Agreement.Verdict]++
			}
		}
		deviation := v.say("dash")
		if d.Agreement != nil {
			deviation = strconv.FormatFloat(assess.Round(d.Agreement.ADMd, 2), 'f', 2, 64)
		}
		t.rows = append(t.rows, row{cells: []string{
			v.text(d.Title), strconv.Itoa(rated), deviation, strconv.Itoa(count[assess.Contested]), strconv.Itoa(count[assess.CouldBeChance]),
		}})
	}
	return t
}

// contested lists the questions that the voices are far apart on, and those on
// which they stand in two camps, the farthest apart first.
func (v *view) contested() []block {
	var apart []*assess.Item
	for _, it := range v.res.Overall.AllItems() {
		if a := it.Agreement; a != nil && (a.Verdict == assess.Contested || a.TwoCamps) {
			apart = append(apart, it)
		}
	}
	if v.res.Agreement.Raters < 3 {
		return []block{paragraph(v.say("agree.few"))}
	}
	if len(apart) == 0 {
		return []block{paragraph(v.say("agree.none"))}
	}
	slices.SortStableFunc(apart, func(a, b *assess.Item) int {
		return compare(assess.Num(b.Agreement.ADMd), assess.Num(a.Agreement.ADMd))
	})
	var items []item
	for _, it := range apart {
		out := item{lead: v.question(it.Question), text: v.say("agree.apart", points(it.Agreement.Min), points(it.Agreement.Max))}
		if it.Agreement.TwoCamps {
			out.text = v.say("agree.camps", points(it.Agreement.Min), points(it.Agreement.Max))
		}
		out.sub = v.sides(it)
		items = append(items, out)
	}
	return []block{heading{3, v.say("agree.list")}, list{numbered: true, items: items}}
}

// sides say who gave which answer, the highest first.
func (v *view) sides(it *assess.Item) []string {
	who := map[float64][]string{}
	for i, s := range it.Said {
		if s.State != assess.Answered {
			continue
		}
		for _, vote := range s.Answer.Votes {
			who[vote.Value] = append(who[vote.Value], v.user(v.labels.voice(vote.Voice)))
		}
		if value, ok := s.Answer.Value.Get(); ok && len(s.Answer.Votes) == 0 {
			who[value] = append(who[value], v.respondent(i))
		}
	}
	var out []string
	for _, o := range slices.Backward(it.Question.Options) {
		if names := who[o.Value]; len(names) > 0 {
			out = append(out, v.say("agree.side", points(o.Points()), v.list(names), v.quote(o.Text)))
		}
	}
	return out
}

// decisions lists what the room agreed on after voting.
func (v *view) decisions() []block {
	var items []item
	for _, it := range v.res.Overall.AllItems() {
		for _, s := range it.Said {
			value, ok := s.Answer.Value.Get()
			if !ok || len(s.Answer.Votes) == 0 || s.State != assess.Answered {
				continue
			}
			var votes []string
			for _, vote := range s.Answer.Votes {
				votes = append(votes, points(it.Question.Points(vote.Value)))
			}
			out := item{lead: v.question(it.Question), text: v.say("agree.decided", points(it.Question.Points(value)), strings.Join(votes, v.say("agree.next")))}
			if s.Answer.Note != "" {
				out.sub = append(out.sub, v.user(s.Answer.Note))
			}
			items = append(items, out)
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []block{heading{3, v.say("agree.decisions")}, list{items: items}}
}

// parked lists what some response put aside.
func (v *view) parked() list {
	var ids []string
	for _, r := range v.res.Responses {
		ids = append(ids, r.Parked...)
	}
	return v.grouped(func(it *assess.Item) bool { return slices.Contains(ids, it.Question.ID) })
}
