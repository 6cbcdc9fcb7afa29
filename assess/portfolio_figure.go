package assess

import (
	"cmp"
	"math"
)

// A Figure is a score with what says how far it may be trusted, in little room: numbers
// at six decimals, as a result line holds them.
type Figure struct {
	score, low, high, coverage millionths
	level                      int16 // none where not sufficient or without a score
	applicable, sufficient     bool
}

// noLevel is the level of a figure that has none.
const noLevel = math.MinInt16

// figureOf takes the figure of a node.
func figureOf(n *Node) Figure {
	return newFigure(n.Applicable, n.Sufficient, n.Score, n.Low, n.High, n.Coverage, n.Level)
}

// newFigure returns a figure of a node's numbers, whether rounded to six decimals or not.
func newFigure(applicable, sufficient bool, score, low, high, coverage, level Number) Figure {
	f := Figure{
		applicable: applicable, sufficient: sufficient, level: noLevel,
		score: inMillionths(score), low: inMillionths(low), high: inMillionths(high),
		coverage: inMillionths(coverage),
	}
	if v, ok := level.Get(); ok && math.Abs(v) < math.MaxInt16 {
		f.level = int16(v)
	}
	return f
}

// Applicable reports whether something of it applies.
func (f Figure) Applicable() bool { return f.applicable }

// Sufficient reports whether enough is answered for a level.
func (f Figure) Sufficient() bool { return f.sufficient }

// Score is on the level scale; undefined where nothing has a value.
func (f Figure) Score() Number { return f.score.number() }

// Bounds are the lowest and the highest score that the missing answers allow.
func (f Figure) Bounds() (low, high Number) { return f.low.number(), f.high.number() }

// Coverage is the share of the applicable weight that is answered, 0..1.
func (f Figure) Coverage() Number { return f.coverage.number() }

// Level is a level's number; undefined where not sufficient or without a score.
func (f Figure) Level() Number {
	if f.level == noLevel {
		return Number{}
	}
	return Num(float64(f.level))
}

// Shown is the score with two decimals, which reach no level that it has not reached, also
// where six decimals do.
func (f Figure) Shown(q *Questionnaire) string {
	score := f.score.number().Value()
	for _, l := range q.Levels {
		if f.level != noLevel && l.Level > int(f.level) {
			score = min(score, l.Begins()-1e-6)
		}
	}
	return q.Shown(score)
}

func (f Figure) compare(o Figure) int {
	return cmp.Or(cmp.Compare(f.score, o.score), cmp.Compare(f.low, o.low), cmp.Compare(f.high, o.high),
		cmp.Compare(f.coverage, o.coverage), cmp.Compare(f.level, o.level))
}

// millionths is a number of at most six decimals. It has room for the scores of any scale
// that people use, up to level 2147; what is beyond is undefined.
type millionths int32

const undefined millionths = math.MinInt32

func inMillionths(n Number) millionths {
	v, ok := n.Get()
	if !ok || math.Abs(v) > math.MaxInt32/1e6 {
		return undefined
	}
	return millionths(math.Round(Round(v, 6) * 1e6))
}

func (m millionths) number() Number {
	if m == undefined {
		return Number{}
	}
	return Num(float64(m) / 1e6)
}
