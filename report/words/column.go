package words

import (
	"slices"
	"strings"

	"bankmaturity/assess"
)

// A Column is a figure of a node as every table shows it: that of the report, the
// workbook, CSV, JSON and the summary of a batch.
type Column struct {
	Key     string // in data
	Heading string // key of its heading in the catalogue
	Value   func(*assess.Node) assess.Number
	Item    func(*assess.Item) assess.Number        // of a question; nil: it has none
	Sheet   func(*assess.Node) assess.Number        // in a workbook; nil: Value
	Share   bool                                    // a share of 1, shown in per cent
	Prose   func(t *Teller, n *assess.Node) string  // as a report writes it
	Shown   func(t *Teller, root *assess.Node) bool // whether this report has it; nil: always
}

// InData are the columns of data files, in their order, which others may follow and
// nothing may change (docs/formats.md, Result).
const InData = "score,low,high,coverage,level,stage,evidenced,target,gap"

// columns are all figures of a node.
var columns = []Column{
	{
		Key: "weight", Heading: "column.weight",
		Value: func(n *assess.Node) assess.Number { return assess.Num(n.Weight) },
		Sheet: beside,
		Prose: func(t *Teller, n *assess.Node) string { return t.Number(beside(n), Weight) },
		Shown: func(_ *Teller, root *assess.Node) bool { return !Alike(root) },
	}, {
		Key: "score", Heading: "column.score",
		Value: func(n *assess.Node) assess.Number { return n.Score },
		Item:  func(it *assess.Item) assess.Number { return it.Points },
		Prose: func(t *Teller, n *assess.Node) string { return t.Score(n) },
	}, {
		Key: "low", Heading: "column.low",
		Value: func(n *assess.Node) assess.Number { return n.Low },
	}, {
		Key: "high", Heading: "column.high",
		Value: func(n *assess.Node) assess.Number { return n.High },
	}, {
		Key: "range", Heading: "column.range", // of low and high, for prose only
		Prose: (*Teller).Range,
	}, {
		Key: "level", Heading: "column.level",
		Value: func(n *assess.Node) assess.Number { return n.Level },
		Prose: func(t *Teller, n *assess.Node) string { return t.Number(n.Level, Whole) },
	}, {
		Key: "stage", Heading: "column.stage",
		Value: func(n *assess.Node) assess.Number { return n.Stage },
		Prose: func(t *Teller, n *assess.Node) string { return t.Number(n.Stage, Whole) },
		Shown: func(t *Teller, _ *assess.Node) bool { return t.Questionnaire.Scoring.Stage != nil },
	}, {
		Key: "evidenced", Heading: "column.evidenced",
		Value: func(n *assess.Node) assess.Number { return n.Evidenced },
		Item:  func(it *assess.Item) assess.Number { return it.Evidenced },
		Prose: func(t *Teller, n *assess.Node) string {
			return t.Number(n.Evidenced, func(e float64) string { return t.Bracketed(n, t.Shown(e)) })
		},
		Shown: func(t *Teller, root *assess.Node) bool { return t.Counts.Documented > 0 && Some(root, evidenced) },
	}, {
		Key: "target", Heading: "column.target",
		Value: func(n *assess.Node) assess.Number { return n.Target },
		Prose: func(t *Teller, n *assess.Node) string { return t.Number(n.Target, Whole) },
		Shown: func(_ *Teller, root *assess.Node) bool { return Some(root, aimed) },
	}, {
		Key: "gap", Heading: "column.gap",
		Value: func(n *assess.Node) assess.Number { return n.Gap },
		Prose: func(t *Teller, n *assess.Node) string {
			return t.Number(n.Gap, func(g float64) string { return t.Bracketed(n, Gap(g)) })
		},
		Shown: func(_ *Teller, root *assess.Node) bool { return Some(root, aimed) },
	}, {
		Key: "coverage", Heading: "column.coverage",
		Value: func(n *assess.Node) assess.Number { return n.Coverage },
		Share: true,
		Prose: (*Teller).Coverage,
	},
}

// Columns returns columns by their keys, which stand between commas, in that order.
func Columns(keys string) []*Column {
	out := make([]*Column, 0, len(columns))
	for key := range strings.SplitSeq(keys, ",") {
		out = append(out, &columns[slices.IndexFunc(columns, func(c Column) bool { return c.Key == key })])
	}
	return out
}

// Cell is the column's figure of a node in a workbook.
func (c *Column) Cell(n *assess.Node) assess.Number {
	if c.Sheet != nil {
		return c.Sheet(n)
	}
	return c.Value(n)
}

func aimed(n *assess.Node) bool     { return n.Target.Defined() }
func evidenced(n *assess.Node) bool { return n.Evidenced.Defined() }

// beside is a weight among those beside it: the root has none.
func beside(n *assess.Node) assess.Number {
	if n.Section == nil {
		return assess.Number{}
	}
	return assess.Num(n.Weight)
}

// Some reports whether something is true of the node or of any below it.
func Some(n *assess.Node, is func(*assess.Node) bool) bool {
	below := func(child *assess.Node) bool { return Some(child, is) }
	return is(n) || slices.ContainsFunc(n.Sections, below)
}

// Alike reports whether all sections that stand side by side weigh the same.
func Alike(n *assess.Node) bool {
	for _, child := range n.Sections {
		if child.Weight != n.Sections[0].Weight || !Alike(child) {
			return false
		}
	}
	return true
}
