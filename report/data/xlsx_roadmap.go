package data

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/report/words"

	"github.com/xuri/excelize/v2"
)

// The columns of the roadmap that are worked with.
const (
	roadmapStatus = 12
	roadmapSpare  = 100 // rows below it that take a status too
)

// roadmapSheet is the plan to work with: its steps with the actions decided on, the actions
// that belong to none, what is parked. None where there is nothing of it.
func (b *book) roadmapSheet() {
	lead, moves := b.plan()
	left := b.Result.Actions()
	t := grid{name: "sheet.roadmap", frozen: 0, lead: lead, columns: []column{
		{b.Say("column.what"), 9}, {b.Say("column.wave"), 7}, {b.Say("column.dimension"), 20},
		{b.Say("column.question"), 26}, {b.Say("column.from"), 7}, {b.Say("column.to"), 7},
		{b.Say("column.true"), 44}, {b.Say("column.effort"), 8}, {b.Say("column.action"), 28},
		{b.Say("column.owner"), 18}, {b.Say("column.due"), 18}, {b.Say("column.status"), 12},
	}}
	for _, m := range moves {
		row := b.move(m)
		i := slices.IndexFunc(left, func(a assess.Action) bool { return a.Question == m.Question.ID })
		if i < 0 {
			row = append(row, cell{}, cell{}, b.noDay(), text(b.Say("action.open")))
		} else {
			row = append(row, b.action(left[i])...)
			left = slices.Delete(left, i, i+1)
		}
		t.rows = append(t.rows, row)
	}
	for _, a := range left {
		row := append([]cell{text(b.Say("roadmap.action")), {}}, b.about(a.Question, a.Section)...)
		row = append(row, cell{}, cell{}, cell{}, cell{})
		t.rows = append(t.rows, append(row, b.action(a)...))
	}
	t.rows = append(t.rows, b.parked()...)
	if len(t.rows)+len(lead) == 0 {
		return
	}
	b.statuses(b.sheet(t))
}

// plan says what the plan leads to, or why there is none, and its moves. What rests on votes
// is no plan yet.
func (b *book) plan() ([]string, []assess.Move) {
	p := b.Result.Plan
	switch {
	case p == nil:
		return nil, nil
	case b.Provisional() != "":
		return []string{b.Say("provisional.later")}, nil
	case !p.Target.Defined():
		return []string{b.Say("steps.top")}, nil
	}
	aim := b.Say("plan.level", words.Whole(p.Target.Value()))
	if b.Questionnaire.Scoring.Stage != nil {
		aim = b.Say("plan.stage", words.Whole(p.Target.Value()))
	}
	switch {
	case !p.Feasible && p.OutsideHolds():
		return []string{b.Say("plan.infeasible", aim)}, nil
	case !p.Feasible:
		return []string{b.Say("plan.infeasible.options", aim)}, nil
	case len(p.Moves) == 0:
		return []string{b.Say("plan.there", aim)}, nil
	}
	lead := []string{b.Count("plan.intro", len(p.Moves), aim, p.Cost)}
	if p.Answering {
		lead = append(lead, b.Say("roadmap.open", p.Start))
	}
	return lead, p.Moves
}

// move are the cells of a step of the plan.
func (b *book) move(m assess.Move) []cell {
	to, _ := m.Question.Option(m.To)
	from := cell{}
	if value, ok := m.From.Get(); ok {
		from = points(assess.Num(m.Question.Points(value)))
	}
	return append(append([]cell{text(b.Say("roadmap.step")), whole(m.Wave)}, b.about(m.Question.ID, "")...),
		from, points(assess.Num(to.Points())), text(b.reaching(m.Question, to, m.Tick)), whole(m.Cost))
}

// about are the dimension and the question that something is about, as far as it is known.
func (b *book) about(question, section string) []cell {
	if qu := b.Questionnaire.Question(question); qu != nil {
		return []cell{text(b.SectionTitle(qu.Section())), text(b.QuestionTitle(qu))}
	}
	if s := b.Questionnaire.Section(section); s != nil {
		return []cell{text(b.SectionTitle(s)), {}}
	}
	return []cell{{}, {}}
}

// action are the cells of what was decided: what, who, until when, and what became of it.
func (b *book) action(a assess.Action) []cell {
	day := b.noDay()
	if a.Due != "" {
		day = b.day(a.Due)
	}
	return []cell{text(b.User(a.What)), b.owner(a), day, text(b.Say(statuses[a.Status]))}
}

// noDay is a cell that shows a day once one is typed.
func (b *book) noDay() cell { return atLeft(cell{look: look{format: b.Say("cell.date")}}, 1) }

// statuses are the words for what became of an action.
var statuses = map[assess.Status]string{
	assess.ActionOpen: "action.open", assess.ActionDone: "action.done", assess.ActionDropped: "action.dropped",
}

// parked are the rows of what responses put aside, and why, once each.
func (b *book) parked() [][]cell {
	var rows [][]cell
	known := map[assess.Parked]bool{}
	for _, r := range b.Result.Responses {
		for _, p := range r.Parked {
			if known[p] {
				continue
			}
			known[p] = true
			row := append([]cell{text(b.Say("roadmap.parked")), {}}, b.about(p.Question, "")...)
			row = append(row, cell{}, cell{}, cell{}, cell{}, text(b.User(p.Reason)), cell{}, b.noDay(), cell{})
			rows = append(rows, row)
		}
	}
	return rows
}

// statuses lets a status be chosen in every row, and in some below.
func (b *book) statuses(p place) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(b.at(roadmapStatus, p.head+1) + ":" + b.at(roadmapStatus, p.last+roadmapSpare))
	all := []string{b.Say("action.open"), b.Say("action.done"), b.Say("action.dropped")}
	b.do(v.SetDropList(all))
	v.SetError(excelize.DataValidationErrorStyleStop, b.Say("column.status"), b.Join(all))
	b.do(b.file.AddDataValidation(p.sheet, v))
}
