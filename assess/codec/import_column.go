package codec

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// An importColumn is a column of an export.
type importColumn struct {
	number int      // from 1
	name   string   // its header; with that of an option behind it where two rows hold them
	key    string   // its name in a map: the header, made unlike the others
	at     gridCell // the header, or the first cell below it
	row    int      // in which that stands
	filled bool     // somebody said something in it
	holds  target   // the zero target: not known, or not to be read
	may    []string // what it may hold, where that is not known
}

// isDate reports whether a column holds the day.
func (t target) isDate() bool {
	return t.field == fieldDate || t.field == monthFirst || t.field == dayFirst
}

// readHeads makes the columns of the rows that name them, and of what stands below no name.
func (m *importer) readHeads() {
	m.headers = 1
	if m.opts.Map != nil && m.opts.Map.headers > 0 {
		m.headers = min(m.opts.Map.headers, len(m.rows))
	} else if m.secondHead() {
		m.headers = 2
	}
	for i := range m.rows {
		for _, c := range m.rows[i].cells {
			column, known := m.byNumber[c.column]
			if !known {
				column = &importColumn{number: c.column, at: c, row: m.rows[i].number}
				m.byNumber[c.column] = column
				m.columns = append(m.columns, column)
			}
			column.filled = column.filled || i >= m.headers
		}
	}
	slices.SortFunc(m.columns, func(a, b *importColumn) int { return a.number - b.number })
	m.nameColumns()
}

// nameColumns gives the columns their names and keys.
func (m *importer) nameColumns() {
	above, taken := "", map[string]bool{}
	for _, column := range m.columns {
		own, ok := m.rows[0].in(column.number)
		if ok {
			above = own.value
		}
		column.name = own.value
		if m.headers == 2 {
			if below, ok := m.rows[1].in(column.number); ok {
				column.name = above
				if !m.words.answers[bare(below.value)] {
					column.name = strings.TrimSpace(above + " [" + below.value + "]")
				}
			}
		}
		name := column.name
		if name == "" {
			name = "column " + strconv.Itoa(column.number)
		}
		column.key = name
		for n := 2; taken[column.key]; n++ {
			column.key = fmt.Sprintf("%s #%d", name, n)
		}
		taken[column.key] = true
	}
}

// secondHead reports whether the second row holds no person's answers but, below the question,
// the options that have a column each: then all it holds stands in columns that the first row
// leaves unnamed and right before these, or is a word that tools write there, and nothing of
// what tools know of every person is filled in.
func (m *importer) secondHead() bool {
	if len(m.rows) < 3 {
		return false
	}
	first, second := &m.rows[0], &m.rows[1]
	seen, plain := false, true
	for _, c := range second.cells {
		_, named := first.in(c.column)
		_, namedNext := first.in(c.column + 1)
		_, next := second.in(c.column + 1)
		switch {
		case tree.IsNumeral(c.value):
			return false
		case m.words.answers[bare(c.value)]:
			seen = true
		case !named && c.column > first.cells[0].column:
			seen, plain = true, false
		case named && !namedNext && next:
			plain = false
		default:
			return false
		}
	}
	silent := slices.ContainsFunc(first.cells, func(c gridCell) bool {
		_, filled := second.in(c.column)
		return !filled
	})
	return seen && (silent || plain)
}

// placeColumns finds out what the columns hold: what the map says, else what their names do.
func (m *importer) placeColumns() {
	known := map[string]bool{}
	for _, c := range m.columns {
		known[c.key] = true
		if m.opts.Map != nil {
			if t, ok := m.opts.Map.columns[c.key]; ok {
				c.holds = t
				continue
			}
		}
		switch found := m.heads.find(c.name); len(found) {
		case 0:
		case 1:
			c.holds = found[0]
		default:
			for _, t := range found {
				c.may = append(c.may, t.String())
			}
		}
	}
	if m.opts.Map != nil {
		for _, key := range m.opts.Map.order {
			if !known[key] {
				m.WarnFile("no column is called "+tree.Brief(inOneLine(key))+", which the map names", "")
			}
		}
	}
	m.unlikeColumns()
	for _, c := range m.columns {
		switch {
		case !c.filled:
		case c.holds == target{}:
			m.blameColumn(c)
		case c.holds.isDate():
			m.fields[fieldDate] = c
		case c.holds.field != "":
			m.fields[c.holds.field] = c
		}
	}
}

// unlikeColumns blames columns that hold the same: which of them counts nobody can tell.
func (m *importer) unlikeColumns() {
	same := map[string][]*importColumn{}
	for _, c := range m.columns {
		if !c.filled || c.holds == (target{}) || c.holds.field == ignored {
			continue
		}
		key := c.holds.String()
		if c.holds.isDate() {
			key = fieldDate
		}
		same[key] = append(same[key], c)
		if c.holds.option != "" {
			if whole := same[c.holds.question.ID]; len(whole) > 0 {
				same[c.holds.question.ID] = append(whole, c)
			}
		}
	}
	for _, key := range slices.Sorted(maps.Keys(same)) {
		columns := same[key]
		if len(columns) < 2 {
			continue
		}
		numbers := make([]string, len(columns))
		for i, c := range columns {
			numbers[i] = strconv.Itoa(c.number)
		}
		hint := "write ignore behind the header of one of them in the map"
		for _, c := range columns {
			message := "the columns " + strings.Join(few(numbers), ", ") + " all hold " + key
			m.blame(fmt.Sprint("same ", c.number), blame{at: c.at, row: c.row, message: message, hint: hint})
			c.holds, c.may = target{}, []string{key, ignored}
		}
	}
}

// blameColumn blames a column of which nobody can tell what it holds.
func (m *importer) blameColumn(c *importColumn) {
	name := "this column has no header"
	if c.name != "" {
		name = tree.Brief(inOneLine(c.name)) + " names no question of " + m.q.ID + " and no field"
		if len(c.may) > 0 {
			name = tree.Brief(inOneLine(c.name)) + " may be " + strings.Join(c.may, " or ")
		} else {
			c.may = m.nearest(c.name, m.candidates())
		}
	}
	if _, said := m.blamed[fmt.Sprint("same ", c.number)]; said {
		return
	}
	b := blame{at: c.at, row: c.row, message: name, hint: "write what it is, or ignore, behind it in the map"}
	if len(c.may) > 0 {
		b.hint = "nearest: " + strings.Join(c.may, ", ") + "; " + b.hint
	}
	m.blame(fmt.Sprint("column ", c.number), b)
}

// candidates are what a column may be near to.
func (m *importer) candidates() []nearby {
	if m.likely != nil {
		return m.likely
	}
	for _, qu := range m.q.Questions() {
		for _, name := range append(spellings(qu.Title), append(spellings(qu.Ask), qu.ID)...) {
			m.likely = append(m.likely, newNearby(qu.ID, name))
		}
		for _, o := range qu.Ticks {
			for _, name := range append(spellings(qu.Ask), spellings(qu.Title)...) {
				option := target{question: qu, option: o.ID}.String()
				m.likely = append(m.likely, newNearby(option, name+" "+o.Text.In("")))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(m.words.fields)) {
		if field := m.words.fields[name]; field != ignored {
			m.likely = append(m.likely, newNearby(field, name))
		}
	}
	return m.likely
}

// silent are the questions that no column answers.
func (m *importer) silent() []string {
	has := map[*assess.Question]bool{}
	for _, c := range m.columns {
		has[c.holds.question] = true
	}
	var ids []string
	for _, qu := range m.q.Questions() {
		if !has[qu] {
			ids = append(ids, qu.ID)
		}
	}
	return ids
}
