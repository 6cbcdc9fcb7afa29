package codec

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// only finds the questionnaire that is answered.
func (m *importer) only(string, string) (*assess.Questionnaire, string, []string) {
	return m.q, "", nil
}

// response makes the nodes of a row, as an answers file has them.
func (m *importer) response(row *gridRow) *tree.Node {
	root := &tree.Node{Kind: tree.Mapping, At: row.at}
	text := func(into *tree.Node, key string, c cell) { put(into, key, c, tree.Text) }
	text(root, "format", cell{value: answersFormat, at: row.at})
	text(root, "questionnaire", cell{value: m.q.ID, at: row.at})
	text(root, "questionnaire_version", cell{value: m.q.Version, at: row.at})
	text(root, "organization", m.organization(row))
	text(root, "date", m.day(row))
	who := &tree.Node{Kind: tree.Mapping, At: row.at}
	for _, field := range [][2]string{{fieldRespondent, "name"}, {fieldRole, "role"}} {
		if c, ok := m.field(row, field[0]); ok {
			text(who, field[1], c.cell)
		}
	}
	if len(who.Items) > 0 {
		root.Add(&tree.Node{At: row.at, Value: "respondent"}, who)
	}
	root.Add(&tree.Node{At: row.at, Value: "answers"}, m.answers(row))
	return root
}

// field returns the cell of a field, if there is something in it.
func (m *importer) field(row *gridRow, field string) (gridCell, bool) {
	c, ok := m.fields[field]
	if !ok {
		return gridCell{}, false
	}
	return row.in(c.number)
}

// organization is who answers: the option, or a column, which may not contradict it.
func (m *importer) organization(row *gridRow) cell {
	c, ok := m.field(row, fieldOrganization)
	said := m.opts.Organization
	if ok && (said == "" || assess.OrganizationKey(said) == assess.OrganizationKey(c.value)) {
		return c.cell
	}
	if !ok && said != "" {
		return cell{value: said, at: row.at}
	}
	b := blame{at: row.cells[0], row: row.number, weight: always, hint: "--organization NAME says it"}
	key := "organization"
	switch _, named := m.fields[fieldOrganization]; {
	case ok:
		key += " " + c.value
		b.at, b.hint = c, "leave one of the two out: write ignore, or role, behind the header in the map"
		message := "the organization is %s here, but --organization says %s"
		b.message = fmt.Sprintf(message, tree.Brief(c.value), tree.Brief(said))
	case named:
		b.message = "the organization is left empty"
	default:
		b.message = "no column says which organization answers"
		b.hint += ", or organization behind a header in the map"
	}
	m.blame(key, b)
	return cell{value: "-", at: row.at} // any: what is wrong was noted
}

// day is the day of a row: that of its column, else today.
func (m *importer) day(row *gridRow) cell {
	today := cell{value: m.opts.Today, at: row.at}
	column, ok := m.fields[fieldDate]
	if !ok {
		return today
	}
	c, ok := row.in(column.number)
	if !ok {
		message := fmt.Sprintf("there is no date in column %d: %s stands for it", column.number, m.opts.Today)
		m.blame("no date", blame{at: row.cells[0], row: row.number, message: message, weight: light})
		return today
	}
	days := ParseDay(c.value)
	if column.holds.field != fieldDate && yearLast.MatchString(c.value) {
		days = dayIn(c.value, column.holds.field)
	}
	if m.book != nil && len(days) == 0 {
		if day, ok := m.book.Day(c.value); ok {
			days = []string{day}
		}
	}
	if len(days) == 1 {
		return cell{value: days[0], at: c.at}
	}
	key, hint := "date "+c.value, "write a day as year-month-day, like 2026-11-23"
	if len(days) == 2 {
		key, hint = "date", "write "+monthFirst+", or "+dayFirst+", behind the header in the map"
	}
	m.blame(key, blame{at: c, row: row.number, message: notOneDay(c.value, days), hint: hint, weight: always})
	return today
}

// A tally is what the columns of a question's options say in one row.
type tally struct {
	at      int
	ids     []string
	read    int  // how many columns say whether theirs is ticked
	strange bool // another said something that can't
}

// answers are the entries of a row.
func (m *importer) answers(row *gridRow) *tree.Node {
	entries := &tree.Node{Kind: tree.Mapping, At: row.at}
	tallies := map[*assess.Question]*tally{}
	var many []*assess.Question
	for _, c := range row.cells {
		column := m.byNumber[c.column]
		qu := column.holds.question
		if qu == nil {
			continue
		}
		r := m.reader(qu)
		if column.holds.option == "" {
			u := r.read(m, c.value, row.number)
			m.blameCell(column, row, c, u)
			entries.Add(&tree.Node{At: c.at, Value: qu.ID}, u.node(c.at))
			continue
		}
		t := tallies[qu]
		if t == nil {
			t = &tally{at: c.at}
			tallies[qu] = t
			many = append(many, qu)
		}
		u := r.tick(column.holds.option, c.value, row.number)
		m.blameCell(column, row, c, u)
		t.strange = t.strange || u.kind == unread
		if u.kind == readTick {
			t.read++
		}
		if u.kind == readTick && u.ticked {
			t.ids = append(t.ids, column.holds.option)
		}
	}
	for _, qu := range many {
		entries.Add(&tree.Node{At: tallies[qu].at, Value: qu.ID}, m.tallied(qu, row, tallies[qu]))
	}
	return entries
}

// unticked is of how many options it has to be said that they are not ticked before nothing is.
func unticked(qu *assess.Question) int {
	n := 0
	for _, o := range qu.Ticks {
		if !o.Exclusive {
			n++
		}
	}
	return n
}

// tallied is the answer that the columns of a question's options give together: nothing where
// one of them can't be read.
func (m *importer) tallied(qu *assess.Question, row *gridRow, t *tally) *tree.Node {
	u := understood{}
	if t.read > 0 && !t.strange {
		u = m.reader(qu).together(t.ids)
		if len(t.ids) == 0 && t.read >= unticked(qu) { // else the one that is ticked may be missing
			u.reading = reading{kind: readTicks, ids: []string{}}
		}
	}
	if u.why != "" {
		at := slices.IndexFunc(row.cells, func(c gridCell) bool { return c.at == t.at })
		m.blame("tally "+qu.ID+" "+u.why, blame{at: row.cells[at], row: row.number, message: qu.ID + ": " + u.why})
	}
	return u.node(t.at)
}

// blameCell blames a cell that can't be read.
func (m *importer) blameCell(column *importColumn, row *gridRow, c gridCell, u understood) {
	if u.kind != unread {
		return
	}
	qu := column.holds.question
	message, hint := u.why, "write what it means behind it in the map, or ignore"
	key := "cell " + column.holds.String() + " " + u.why
	if !qu.Many() {
		key += " " + c.value
	}
	if !strings.Contains(message, qu.ID) {
		message = qu.ID + ": " + message
	}
	if len(u.near) > 0 && !strings.Contains(u.why, " may be ") {
		hint = "nearest: " + strings.Join(u.near, ", ") + "; " + hint
	}
	m.blame(key, blame{at: c, row: row.number, message: message, hint: hint})
}
