package words

import (
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// What a trace writes out gives the score: an area's parts are its dimensions, not their
// questions once more.
func TestFormulaGivesTheScore(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		teller, err := Tell(res, "en", false, Plain)
		if err != nil {
			t.Fatal(err)
		}
		teller.EachSection(func(n *assess.Node, title string, _ int) {
			if n.Method != assess.Mean || !n.Score.Defined() {
				return
			}
			sum, weights := 0.0, 0.0
			add := func(weight float64, value assess.Number) {
				if v, ok := value.Get(); ok {
					sum, weights = sum+weight*v, weights+weight
				}
			}
			for _, c := range n.Sections {
				add(c.Weight, c.Score)
			}
			for _, it := range n.OwnScored() {
				add(it.Question.Weight, res.CountsWith(it))
			}
			said := teller.Formula(n)
			if !strings.HasSuffix(said, "÷ "+Weight(assess.Round(weights, 9))) ||
				assess.Round(sum/weights, 6) != assess.Round(n.Score.Value(), 6) {
				t.Errorf("%s, %s: %s is not %s", name, title, said, Exact(n.Score.Value()))
			}
		})
	}
}
