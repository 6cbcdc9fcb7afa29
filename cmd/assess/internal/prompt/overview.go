package prompt

import (
	"strings"

	"bankmaturity/assess/cells"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// overview is the flow's overview with a cursor over its marks.
type overview struct {
	Overview
	row, column int
	filter      string // "o" open, "c" contested, "p" parked, "" all
}

// openOverview opens the overview at the current question.
func (s *screen) openOverview() {
	s.mode, s.scroll = viewing, 0
	s.overview = overview{Overview: s.flow.Overview()}
	for i, r := range s.overview.Rows {
		for j, m := range r.Marks {
			if m.Current {
				s.overview.row, s.overview.column = i, j
			}
		}
	}
}

// inOverview moves over the marks, filters them, or goes to a question.
func (s *screen) inOverview(name string) tea.Cmd {
	o := &s.overview
	switch strings.ToLower(name) {
	case "up", "k":
		o.moveRow(-1)
	case "down", "j":
		o.moveRow(1)
	case "left":
		o.moveMark(-1)
	case "right":
		o.moveMark(1)
	case "o", "c", "p":
		o.filter = strings.ToLower(name)
		o.moveToShown()
	case "a":
		o.filter = ""
	case "enter":
		if m, ok := o.underCursor(); ok {
			return s.do(Action{Kind: Jump, Choice: m.Index})
		}
	case "n":
		if row, ok := o.underRow(); ok {
			s.area = row.Marks[0].Index
			return s.ask(Area, "")
		}
	case "ctrl+c":
		return s.do(Action{Kind: Stop})
	case "esc", "q", "b":
		return s.refresh()
	}
	return nil
}

// shown reports whether a mark passes the filter.
func (o *overview) shown(m Mark) bool {
	switch o.filter {
	case "o":
		return m.Open
	case "c":
		return m.Contested
	case "p":
		return m.Parked
	}
	return true
}

// underCursor returns the mark under the cursor, where the filter shows one.
func (o *overview) underCursor() (Mark, bool) {
	if o.row >= len(o.Rows) || o.column >= len(o.Rows[o.row].Marks) {
		return Mark{}, false
	}
	m := o.Rows[o.row].Marks[o.column]
	return m, o.shown(m)
}

// underRow returns the dimension under the cursor.
func (o *overview) underRow() (Row, bool) {
	if o.row >= len(o.Rows) || len(o.Rows[o.row].Marks) == 0 {
		return Row{}, false
	}
	return o.Rows[o.row], true
}

// moveRow moves to the next row that shows something, to its nearest mark.
func (o *overview) moveRow(by int) {
	for row := o.row + by; row >= 0 && row < len(o.Rows); row += by {
		best := -1
		for j, m := range o.Rows[row].Marks {
			if o.shown(m) && (best < 0 || distance(j, o.column) < distance(best, o.column)) {
				best = j
			}
		}
		if best >= 0 {
			o.row, o.column = row, best
			return
		}
	}
}

func distance(a, b int) int { return max(a-b, b-a) }

// moveMark moves to the next mark shown, over the ends of rows too.
func (o *overview) moveMark(by int) {
	row, column := o.row, o.column+by
	for row >= 0 && row < len(o.Rows) {
		for ; column >= 0 && column < len(o.Rows[row].Marks); column += by {
			if o.shown(o.Rows[row].Marks[column]) {
				o.row, o.column = row, column
				return
			}
		}
		if row += by; row >= 0 && row < len(o.Rows) {
			if column = 0; by < 0 {
				column = len(o.Rows[row].Marks) - 1
			}
		}
	}
}

// moveToShown moves the cursor to a mark that the filter shows, if it is on none.
func (o *overview) moveToShown() {
	if _, ok := o.underCursor(); ok {
		return
	}
	o.moveMark(1)
	if _, ok := o.underCursor(); !ok {
		o.moveMark(-1)
	}
}

// overviewLines draw a line per dimension, then the question under the cursor and
// what the marks mean. The cursor stands in brackets.
func (s *screen) overviewLines() []string {
	o := &s.overview
	title, time := 0, 0
	for _, r := range o.Rows {
		title, time = max(title, cells.Width(r.Title)), max(time, cells.Width(r.Time))
	}
	title = min(title, max(8, s.width/3))
	var rows []string
	for i, r := range o.Rows {
		name := ansi.Truncate(r.Title, title, "…")
		line := name + strings.Repeat(" ", title-cells.Width(name)+1)
		if time > 0 {
			line += strings.Repeat(" ", time-cells.Width(r.Time)) + r.Time + " "
		}
		for j, m := range r.Marks {
			sign := m.Sign
			if !o.shown(m) {
				sign = " "
			}
			if i == o.row && j == o.column {
				line += "[" + sign + "]"
			} else {
				line += " " + sign + " "
			}
		}
		rows = append(rows, line)
	}
	under := cells.Wrap(o.Legend, s.width)
	if m, ok := o.underCursor(); ok {
		row, path := o.Rows[o.row], ""
		if row.Path != "" {
			path = row.Path + " / "
		}
		under = append(cells.Wrap(path+row.Title+": "+m.Title, s.width), under...)
	}
	return append(s.windowAround(rows, o.row, s.bodyHeight()-len(under)-1), append([]string{""}, under...)...)
}

// windowAround cuts lines to a number that holds the one of interest.
func (s *screen) windowAround(lines []string, at, height int) []string {
	if height = max(1, height); len(lines) <= height {
		return lines
	}
	first := min(max(0, at-height/2), len(lines)-height)
	return lines[first : first+height]
}
