package report

import (
	"slices"
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// agreement is the chapter for who runs the workshop: what the voices contest and who says
// what, what was decided.
func (v *view) agreement() Chapter {
	var blocks []Block
	if v.Result.Agreement != nil && v.Result.Agreement.Raters >= 2 {
		blocks = append(blocks, paragraph(v.Say("agree.raters", v.Result.Agreement.Raters)))
		blocks = append(blocks, v.contested()...)
	}
	blocks = append(blocks, v.decisions()...)
	if len(blocks) == 0 {
		return Chapter{}
	}
	return chapter("agreement", v.Say("agree.heading"), blocks...)
}

// agreements is the appendix on agreement: how close the voices are over all, in each
// dimension, and on every question.
func (v *view) agreements() Chapter {
	a := v.Result.Agreement
	if a == nil || a.Raters < 2 {
		return Chapter{}
	}
	said := v.Say("agree.means")
	if alpha, ok := a.Alpha.Get(); ok {
		said = v.Sentences(said, v.Say("agree.alpha", words.Decimals(alpha, 2)))
	}
	unrated := func(it *assess.Item) bool { return it.Agreement == nil }
	rated := slices.DeleteFunc(v.Result.Overall.AllItems(), unrated)
	blocks := append([]Block{paragraph(said), v.agreementTable()}, v.dots(rated)...)
	return chapter("agreement", v.Say("agree.appendix"), blocks...)
}

func (v *view) agreementTable() Block {
	columns := []Column{
		text(v.Say("column.dimension")), number(v.Say("agree.rated")), number(v.Say("agree.deviation")),
		number(v.Say("agree.contested")), number(v.Say("agree.chance")),
	}
	var rows []Row
	for _, d := range v.Result.Overall.Dimensions() {
		rated := 0
		count := map[assess.Verdict]int{}
		for _, it := range d.Items {
			if it.Agreement != nil {
				rated++
				count[it.Agreement.Verdict]++
			}
		}
		deviation := v.Say("dash")
		if d.Agreement != nil {
			deviation = words.Decimals(d.Agreement.ADMd, 2)
		}
		contested, chance := strconv.Itoa(count[assess.Contested]), strconv.Itoa(count[assess.CouldBeChance])
		rows = append(rows, row(v.NodeTitle(d), strconv.Itoa(rated), deviation, contested, chance))
	}
	return table(columns, rows)
}

// contested lists the questions that the voices are far apart on.
func (v *view) contested() []Block {
	if v.Result.Agreement.Raters < 3 {
		return []Block{paragraph(v.Say("agree.few"))}
	}
	apart := v.Result.FarApart()
	if len(apart) == 0 {
		return []Block{paragraph(v.uncontested("agree.none"))}
	}
	var items []Item
	for _, it := range apart {
		key := "agree.apart"
		if it.Agreement.TwoCamps {
			key = "agree.camps"
		}
		between := v.Say(key, words.Points(it.Agreement.Min), words.Points(it.Agreement.Max))
		items = append(items, item(v.Question(it.Question), between, v.sides(it)...))
	}
	return append(append([]Block{heading(3, v.Say("agree.list"))}, v.dots(apart)...), v.numbered(items))
}

// uncontested says that nothing is contested, and where the answers lie farthest apart; where
// all agree it is what the key says.
func (v *view) uncontested(key string) string {
	it := v.Result.FarthestApart()
	if it == nil {
		return v.Say(key)
	}
	return v.Say("agree.farthest", v.Question(it.Question),
		words.Points(it.Agreement.Min), words.Points(it.Agreement.Max))
}

// sides say who gave which answer, the highest first, and who gave none.
func (v *view) sides(it *assess.Item) []string {
	who := map[float64][]string{}
	without := map[assess.State][]string{}
	add := func(name string, given bool, state assess.State, value assess.Number) {
		switch points, ok := value.Get(); {
		case ok && given:
			who[points] = append(who[points], name)
		case state == assess.NotApplicable || state == assess.Unknown:
			without[state] = append(without[state], name)
		}
	}
	for i, s := range it.Said {
		if s.State == assess.Skipped {
			continue
		}
		for _, vote := range v.Labels.Votes(s.Answer) {
			add(v.User(v.Labels.Voice(vote.Voice)), s.State == assess.Answered, vote.State(), vote.Value)
		}
		if len(s.Answer.Votes) == 0 {
			add(v.Respondent(i), true, s.State, s.Answer.Value)
		}
	}
	var out []string
	for _, o := range slices.Backward(it.Question.Options) {
		if names := who[o.Value]; len(names) > 0 {
			out = append(out, v.Say("agree.side", words.Points(o.Points()), v.Enumerate(names), v.quote(o.Text)))
		}
	}
	for _, state := range []assess.State{assess.NotApplicable, assess.Unknown} {
		if names := without[state]; len(names) > 0 {
			out = append(out, v.Say("agree.side."+string(state), v.Enumerate(names)))
		}
	}
	return out
}

// decisions lists what was agreed on after voting.
func (v *view) decisions() []Block {
	var items []Item
	for _, it := range v.Result.Overall.AllItems() {
		for _, s := range it.Said {
			if len(s.Answer.Votes) == 0 || s.Answer.Open() || s.State == assess.Skipped {
				continue
			}
			decided := item(v.Question(it.Question), v.decision(it.Question, s))
			if s.Answer.Note != "" {
				decided.Sub = safe([]string{v.User(s.Answer.Note)})
			}
			items = append(items, decided)
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{heading(3, v.Say("agree.decisions")), v.list(items)}
}

// decision says what was agreed on, after which votes.
func (v *view) decision(qu *assess.Question, s assess.Said) string {
	votes := v.votes(qu, s.Answer)
	if value, ok := s.Answer.Value.Get(); ok {
		return v.Say("agree.decided", words.Points(qu.Points(value)), votes)
	}
	return v.Say("agree.decided."+string(s.State), votes)
}
