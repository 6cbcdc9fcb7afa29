package report

import (
	"strconv"

	"bankmaturity/assess"
)

// peers tells where the scores stand among those of others.
func (v *view) peers() Chapter {
	if v.Result.Peers == nil {
		return Chapter{}
	}
	var rows []Row
	v.EachSection(func(n *assess.Node, title string, _ int) {
		if p, ok := v.Result.Peers[n.ID]; ok {
			rows = append(rows, row(append([]string{title, v.Score(n)}, v.position(p)...)...))
		}
	})
	if len(rows) == 0 {
		return chapter("peers", v.Say("peers.heading"), paragraph(v.Say("peers.few", assess.FewestPeers)))
	}
	columns := []Column{text(v.Say("column.section")), number(v.Say("column.score"))}
	for _, key := range []string{"peers.n", "peers.median", "peers.range", "peers.quartiles", "peers.rank"} {
		columns = append(columns, number(v.Say(key)))
	}
	blocks := append(v.soFar(), table(columns, rows), paragraph(v.Say("peers.note")))
	return chapter("peers", v.Say("peers.heading"), blocks...)
}

// position are the cells of a place among peers.
func (v *view) position(p assess.Position) []string {
	quartiles := v.Number(p.Q1, func(q1 float64) string { return v.Span(q1, p.Q3.Value()) })
	rank := v.Number(p.Percentile, func(rank float64) string {
		return v.Say("peers.percentile", whole(rank), whole(p.Low.Value()), whole(p.High.Value()))
	})
	median, span := v.Number(p.Median, assess.Shown), v.Span(p.Min.Value(), p.Max.Value())
	return []string{strconv.Itoa(p.N), median, span, quartiles, rank}
}

// whole shows a percentile rank.
func whole(rank float64) string { return strconv.FormatFloat(rank, 'f', 0, 64) }
