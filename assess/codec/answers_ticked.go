package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// ticked reads which options of a question are ticked, perhaps none, and what they come to.
func (r *answers) ticked(n *tree.Node, qu *assess.Question) (ids []string, sum assess.Number) {
	if n.Kind != tree.Sequence {
		r.Err(n, n.Describe()+" is no list of what is ticked", "write [] for nothing, or ids of "+ticks(qu))
		return nil, assess.Number{}
	}
	ids = []string{}
	good := true
	for _, item := range n.Items {
		id, ok := r.Words(item)
		_, known := qu.Tick(id)
		switch {
		case !ok:
			good = false
		case !known:
			hint := r.Nearest(id, tickIDs(qu))
			r.Err(item, tree.Brief(id)+" is no option of "+qu.ID+"; accepted are "+ticks(qu), hint)
			good = false
		case slices.Contains(ids, id):
			r.Err(item, tree.Brief(id)+" is ticked a second time", "")
			good = false
		}
		ids = append(ids, id)
	}
	if !good {
		return nil, assess.Number{}
	}
	for i, id := range ids {
		if o, _ := qu.Tick(id); o.Exclusive && len(ids) > 1 {
			r.Err(n.Items[i], id+" can't be ticked beside others", "")
			return nil, assess.Number{}
		}
	}
	v, _ := qu.Sum(ids)
	return ids, assess.Num(v)
}

func tickIDs(qu *assess.Question) []string {
	ids := make([]string, len(qu.Ticks))
	for i, o := range qu.Ticks {
		ids[i] = o.ID
	}
	return ids
}

// ticks lists what can be ticked.
func ticks(qu *assess.Question) string { return strings.Join(few(tickIDs(qu)), ", ") }

// tickList writes what is ticked.
func tickList(ids []string) string { return "[" + strings.Join(quotedIDs(ids), ", ") + "]" }

func quotedIDs(ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = quote(id)
	}
	return out
}

// idsInCell returns the ids that a cell lists. No id has a sign or a space in it that people
// put between two. A cell without any is what it is, and blamed: nothing is written as [].
func idsInCell(cell string) []string {
	if cell == "[]" {
		return nil
	}
	ids := strings.FieldsFunc(cell, func(r rune) bool {
		return strings.ContainsRune(";,；，、 \t\r\n\u3000", r)
	})
	if len(ids) == 0 {
		return []string{cell}
	}
	return ids
}

// fromCell makes of a cell, or of the value in a row's entry, what such an answer is elsewhere:
// a list of ids ([] for none), a text, or a day as year-month-day.
func fromCell(n *tree.Node, qu *assess.Question) {
	if n.Kind == tree.Mapping {
		n = n.Child("value")
	}
	if n == nil || n.Kind != tree.Scalar || n.Nothing() {
		return
	}
	switch {
	case qu.Many():
		ids := idsInCell(n.Value)
		n.Kind, n.Value = tree.Sequence, ""
		for _, id := range ids {
			n.Append(&tree.Node{At: n.At, Value: id})
		}
	case !qu.Typed() || qu.Input == assess.NumberInput:
	default:
		n.Class = tree.Text
		if days := ParseDay(n.Value); qu.Input == assess.DateInput && len(days) == 1 {
			n.Value = days[0]
		}
	}
}
