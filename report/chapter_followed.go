package report

import (
	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// followed tells what became of what the bank had decided to do; who was to do it is told
// with the names alone.
func (v *view) followed(c *assess.Comparison) Chapter {
	all := c.Actions()
	if len(all) == 0 {
		return Chapter{}
	}
	columns := []Column{text(v.Say("column.action")), text(v.Say("column.about"))}
	if v.opts.Names {
		columns = append(columns, text(v.Say("column.owner")))
	}
	for _, key := range []string{"compare.before", "compare.after", "compare.points"} {
		columns = append(columns, text(v.Say(key)))
	}
	var rows []Row
	for _, f := range all {
		cells := []string{v.User(f.What), v.followedAbout(c, f)}
		if v.opts.Names {
			cells = append(cells, v.User(f.Owner))
		}
		now := v.Say("compare.actions.gone")
		if f.Mentioned {
			now = v.Say(actionStatus[f.Now])
		}
		rows = append(rows, row(append(cells, v.Say(actionStatus[f.Status]), now, v.followedPoints(f.Points))...))
	}
	return chapter("actions", v.Say("compare.actions"), paragraph(v.Say("compare.actions.intro")),
		table(columns, rows))
}

// followedAbout is the question or the section that an action is about; "" for the whole.
func (v *view) followedAbout(c *assess.Comparison, f assess.FollowedAction) string {
	if f.About != nil {
		return v.Question(f.About)
	}
	if s := c.Section(f.Section); s != nil {
		return v.SectionTitle(s)
	}
	return ""
}

// followedPoints is what became of the points of a question; "" where they are not known.
func (v *view) followedPoints(p assess.Change) string {
	before, answered := p.Before.Get()
	after, answers := p.After.Get()
	switch {
	case answered && answers && words.Points(before) == words.Points(after):
		return v.Say("compare.points.same", words.Points(after))
	case answered && answers:
		return v.Say("compare.from_to", words.Points(before), words.Points(after), v.change(p.Delta()))
	case answered:
		return v.Say("compare.points.before", words.Points(before))
	case answers:
		return v.Say("compare.points.after", words.Points(after))
	}
	return ""
}
