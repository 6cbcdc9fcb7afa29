package codec

import (
	"fmt"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// readLevels reads the maturity scale: consecutive, from 0 or 1.
func (m *model) readLevels(n *tree.Node) {
	if !m.List(n, "levels") {
		return
	}
	r := levelReader{model: m, before: -1}
	m.levels = true
	for i, item := range n.Items {
		r.index, r.level = i, assess.Level{Level: -1}
		follows := r.before + 1
		if levelKeys.Check(m.Source, item) {
			r.next = follows
			levelKeys.Read(&r, item)
			follows = r.next
		}
		if r.before = follows; r.level.Level < 0 {
			m.levels = false
			continue
		}
		m.q.Levels = append(m.q.Levels, r.level)
	}
	if len(n.Items) < 2 {
		m.Err(n, "there is one level; at least 2 are needed", "")
		m.levels = false
	}
	if m.levels {
		m.checkBegins(n.Items)
	}
}

// checkBegins holds the scores at which levels begin to a rising order, up to the highest
// level.
func (m *model) checkBegins(items []*tree.Node) {
	for i, l := range m.q.Levels {
		n := items[i].Child("from")
		if i == 0 {
			if n != nil {
				m.Err(n.Key(), "the lowest level has no from: every score reaches it", "")
			}
			continue
		}
		at, before := items[i].Child("level"), m.q.Levels[i-1].Begins()
		if n != nil {
			at = n
		}
		switch {
		case l.Begins() > float64(m.q.Highest()):
			message := " can't stand here; a level begins at most at the highest level, "
			m.Err(at, at.Value+message+strconv.Itoa(m.q.Highest()), "")
		case l.Begins() <= before:
			message := fmt.Sprintf("the level %d begins at %s, not above the level before, which begins at %s",
				l.Level, tree.DecimalOf(l.Begins()), tree.DecimalOf(before))
			m.Err(at, message, "")
		}
	}
}

// A levelReader reads one level.
type levelReader struct {
	*model
	index  int
	before int          // the number that the level has to follow
	next   int          // the number that the next one has to follow
	level  assess.Level // its number -1 where it is wrong
}

var levelKeys = tree.Table[*levelReader]{
	tree.Required("level", (*levelReader).number),
	tree.Required("name", func(r *levelReader, n *tree.Node) { r.level.Name = r.text(n) }),
	tree.Optional("meaning", func(r *levelReader, n *tree.Node) { r.level.Meaning = r.text(n) }),
	tree.Optional("from", (*levelReader).from),
}

func (r *levelReader) from(n *tree.Node) {
	if v, ok := r.Decimal(n); ok {
		r.level.From = assess.Num(v)
	}
}

func (r *levelReader) number(n *tree.Node) {
	v, ok := r.Integer(n, 0, 1<<30, "a whole number from 0")
	if !ok {
		return
	}
	switch {
	case r.index == 0 && v > 1:
		r.next = 1
		r.Err(n, n.Value+" can't stand here; the first level is 0 or 1", "")
	case r.index > 0 && v != r.before+1:
		want := strconv.Itoa(r.before + 1)
		r.Err(n, n.Value+" can't stand here; accepted is "+want+", levels being consecutive", "")
	default:
		r.next, r.level.Level = v, v
	}
}

// levelNumber reads the number of a level, above the lowest where asked.
func (m *model) levelNumber(n *tree.Node, aboveLowest bool) (int, bool) {
	if !m.levels {
		return m.Integer(n, 0, 1<<30, "the number of a level")
	}
	first := 0
	if aboveLowest {
		first = 1
	}
	var names []string
	for _, l := range m.q.Levels[first:] {
		names = append(names, strconv.Itoa(l.Level))
	}
	want := "the number of a level: " + strings.Join(few(names), ", ")
	return m.Integer(n, m.q.Levels[first].Level, m.q.Highest(), want)
}

// few shortens a list of what is accepted.
func few(names []string) []string {
	const most = 20
	if len(names) <= most {
		return names
	}
	return append(append([]string{}, names[:most]...), "…")
}
