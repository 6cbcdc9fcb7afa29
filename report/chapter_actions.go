package report

import (
	"slices"

	"bankmaturity/assess"
)

// actions lists what the bank decided to do; who does it is told with the names alone.
func (v *view) actions() Chapter {
	all := v.Result.Actions()
	if len(all) == 0 {
		return Chapter{}
	}
	columns := []Column{text(v.Say("column.action")), text(v.Say("column.about"))}
	if v.opts.Names {
		columns = append(columns, text(v.Say("column.owner")))
	}
	columns = append(columns, text(v.Say("column.due")), text(v.Say("column.status")))
	var rows []Row
	for _, a := range all {
		cells := []string{v.User(a.What), v.actionAbout(a)}
		if v.opts.Names {
			cells = append(cells, v.User(a.Owner))
		}
		due := ""
		if a.Due != "" {
			due = v.Date(a.Due)
		}
		rows = append(rows, row(append(cells, due, v.Say(actionStatus[a.Status]))...))
	}
	return chapter("actions", v.Say("actions.heading"), table(columns, rows))
}

// actionStatus are the words for what became of an action.
var actionStatus = map[assess.Status]string{
	assess.ActionOpen: "action.open", assess.ActionDone: "action.done",
	assess.ActionDropped: "action.dropped",
}

// actionAbout is the question or the section that an action is about; "" for the whole.
func (v *view) actionAbout(a assess.Action) string {
	if qu := v.Questionnaire.Question(a.Question); qu != nil {
		return v.Question(qu)
	}
	if s := v.Questionnaire.Section(a.Section); s != nil {
		return v.SectionTitle(s)
	}
	return ""
}

// parked lists what some response put aside, with the reasons given.
func (v *view) parked() Chapter {
	reasons := map[string][]string{}
	for _, r := range v.Result.Responses {
		for _, p := range r.Parked {
			if reasons[p.Question] == nil {
				reasons[p.Question] = []string{}
			}
			if said := v.User(p.Reason); p.Reason != "" && !slices.Contains(reasons[p.Question], said) {
				reasons[p.Question] = append(reasons[p.Question], said)
			}
		}
	}
	var items []Item
	for _, it := range v.Result.Overall.AllItems() {
		if said, ok := reasons[it.Question.ID]; ok {
			items = append(items, item(v.Question(it.Question), v.Join(said)))
		}
	}
	if len(items) == 0 {
		return Chapter{}
	}
	return chapter("parked", v.Say("parked.heading"), v.list(items))
}
