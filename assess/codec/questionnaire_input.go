package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

func (r *partReader) readBetter(n *tree.Node) {
	type better string
	r.question.Less = tree.Choice[better](r.Source, n, "more", "less") == "less"
}

// counting checks what only a question with input has: where its options begin, once all of
// its keys are read.
func (r *partReader) counting() {
	qu, options := r.question, r.node.Child("options")
	if qu.Profile {
		return
	}
	if qu.Input == "" {
		for _, key := range []string{"of", "better"} {
			if n := r.node.Child(key); n != nil {
				r.Err(n.Key(), key+" stands only in a question with input: share or input: number", "")
			}
		}
	}
	if !r.known {
		return
	}
	begins := 0
	var before *assess.Option
	for i := range qu.Options {
		o := &qu.Options[i]
		from, ok := o.From.Get()
		if !ok {
			continue
		}
		at := fromOf(options, i)
		begins++
		switch {
		case qu.Input == "":
			r.Err(at, "from stands only in options of a question with input: share or input: number", "")
			return
		case i == 0:
			r.Err(at, "the first option has no from: it stands for all that reaches no other", "")
		case qu.Input == assess.ShareInput && (from < 0 || from > 1):
			r.Err(at, "the option "+tree.DecimalOf(o.Value)+" begins at "+tree.DecimalOf(from)+
				"; accepted is a share from 0 to 1", "")
		case before == nil:
		case !qu.Less && from <= before.From.Value():
			r.errOrder(at, o, before, "rise")
		case qu.Less && from >= before.From.Value():
			r.errOrder(at, o, before, "fall")
		}
		before = o
	}
	if qu.Input != "" && begins == 0 {
		r.Err(options, "no option has a from: nothing can be counted",
			"say of each but the first from where on it holds")
	}
}

func (r *partReader) errOrder(at *tree.Node, o, before *assess.Option, verb string) {
	hint := "they rise strictly, or fall with better: less"
	if verb == "fall" {
		hint = "they fall strictly with better: less"
	}
	r.Err(at, "the option "+tree.DecimalOf(o.Value)+" begins at "+tree.DecimalOf(o.From.Value())+
		", the one before at "+tree.DecimalOf(before.From.Value()), hint)
}

// fromOf is the place to blame for where an option begins: that of a shared list is the name.
func fromOf(options *tree.Node, i int) *tree.Node {
	if options.Kind == tree.Sequence {
		if n := options.Items[i].Child("from"); n != nil {
			return n
		}
	}
	return options
}
