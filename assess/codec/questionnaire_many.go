package codec

import (
	"strconv"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// How many options a question takes.
type selection string

const (
	selectOne  selection = "one"
	selectMany selection = "many"
)

// selecting reads what only a question with select: many has, once its options are read: then
// these are ticked, and their sums are what the question steps through.
func (r *partReader) selecting() {
	qu, full := r.question, r.node.Child("full")
	n := r.node.Child("select")
	if n == nil || tree.Choice(r.Source, n, selectOne, selectMany) == selectOne {
		r.singly(full)
		return
	}
	if input := r.node.Child("input"); input != nil {
		r.Err(input.Key(), "input can't stand beside select: many", "")
		qu.Input = ""
	}
	if !r.known {
		return
	}
	options, sum := r.node.Child("options"), 0.0
	for i, o := range qu.Options {
		if o.ID == "" {
			r.Err(optionAt(options, i), "id is missing: where several options may be ticked each has one", "")
			r.known = false
			break
		}
		sum += o.Value
	}
	if sum <= 0 && r.known {
		r.Err(options, "no option has a value above 0: ticking would change nothing", "")
		r.known = false
	}
	if !r.known {
		return
	}
	qu.Ticks, qu.Full = qu.Options, sum
	if full != nil {
		r.full(full, sum)
	}
	if !qu.AddUp() {
		r.Err(options, "the options give more than "+strconv.Itoa(assess.MostSums)+" different sums",
			"use whole numbers, or a smaller full")
		r.known = false
	}
}

func (r *partReader) full(n *tree.Node, sum float64) {
	v, ok := r.Decimal(n)
	if ok && (v <= 0 || v > sum+assess.Tolerance) {
		r.Err(n, n.Value+" can't stand here; accepted is a number above 0, at most the sum of all values, "+
			tree.DecimalOf(assess.Round(sum, 9)), "")
		return
	}
	if ok {
		r.question.Full = min(v, sum)
	}
}

// singly refuses what stands only where several options may be ticked.
func (r *partReader) singly(full *tree.Node) {
	if full != nil {
		r.Err(full.Key(), "full stands only in a question with select: many", "")
	}
	if !r.known {
		return
	}
	for i, o := range r.question.Options {
		if o.ID != "" {
			at := optionAt(r.node.Child("options"), i)
			r.Err(at, "ids stand only in options of a question with select: many", "")
			r.known = false
			return
		}
	}
}

// optionAt is the place to blame for an option: that of a shared list is its name.
func optionAt(options *tree.Node, i int) *tree.Node {
	if options.Kind == tree.Sequence {
		if id := options.Items[i].Child("id"); id != nil {
			return id
		}
		return options.Items[i]
	}
	return options
}
