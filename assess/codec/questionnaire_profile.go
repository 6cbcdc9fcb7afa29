package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// readScored reads whether a question is scored; one that is not is a profile question.
func (r *partReader) readScored(n *tree.Node) {
	if n.Kind != tree.Scalar || n.Class != tree.Boolean {
		r.Err(n, n.Describe()+" can't stand here; accepted are true, false", "")
		return
	}
	r.question.Profile = !isTrue(n.Value)
}

func (r *partReader) readInput(n *tree.Node) {
	scored := r.node.Child("scored")
	if scored != nil && scored.Class == tree.Boolean && !isTrue(scored.Value) {
		r.question.Input = tree.Choice(r.Source, n, assess.TextInput, assess.NumberInput, assess.DateInput)
		return
	}
	r.question.Input = tree.Choice(r.Source, n, assess.ShareInput, assess.NumberInput)
}

// answering checks that a question has options, or that a profile question says what is
// typed instead, and refuses at the latter what only a scored one has.
func (r *partReader) answering() {
	qu, options := r.question, r.node.Child("options")
	typed := qu.Profile && qu.Input != ""
	switch {
	case typed && options != nil:
		r.Err(options.Key(), "options can't stand beside input in a question that is not scored", "")
		r.known = false
	case !typed && options == nil:
		hint := ""
		if qu.Profile {
			hint = "or say what is typed: input: text, number or date"
		}
		r.Err(r.node, "options is missing", hint)
	}
	if !qu.Profile {
		return
	}
	for _, key := range []string{"weight", "effort", "tags", "level", "pass", "better", "of"} {
		if n := r.node.Child(key); n != nil {
			r.Err(n.Key(), key+" can't stand in a question that is not scored", "")
		}
	}
	qu.Weight = 0
}
