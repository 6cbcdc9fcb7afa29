package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// A reading is what a text says of a question, as a map of an import or an answers file
// says it.
type reading struct {
	kind   readingKind
	value  string   // of a value: a decimal, a day or a text; of not applicable: the reason
	ids    []string // of what is ticked
	ticked bool     // of a column per option
}

type readingKind uint8

const (
	unread        readingKind = iota // nobody knows what it says
	readNothing                      // it says nothing: the answer stays open
	readValue                        // an option's value, or a number
	readText                         // a text or a day
	readTicks                        // what is ticked
	readTick                         // whether the option of the column is ticked
	readUnknown                      // nobody knew
	readNotNeeded                    // not applicable
)

// node is the answer as an answers file has it.
func (r reading) node(at int) *tree.Node {
	n := &tree.Node{At: at, Value: r.value}
	switch r.kind {
	case readValue:
		n.Class = tree.Number
	case readText:
		into := &tree.Node{Kind: tree.Mapping, At: at}
		into.Add(&tree.Node{At: at, Value: "value"}, n)
		return into
	case readTicks:
		n.Kind = tree.Sequence
		for _, id := range r.ids {
			n.Append(&tree.Node{At: at, Value: id})
		}
	case readUnknown:
		n.Value = "unknown"
	case readNotNeeded:
		into := &tree.Node{Kind: tree.Mapping, At: at}
		into.Add(&tree.Node{At: at, Value: "not_applicable"}, n)
		return into
	default:
		n.Class = tree.Empty
	}
	return n
}

// String is the reading as a map has it.
func (r reading) String() string {
	switch r.kind {
	case readNothing:
		return ignored
	case readValue:
		return r.value
	case readText:
		return quoted(r.value)
	case readTicks:
		if len(r.ids) == 1 {
			return quote(r.ids[0])
		}
		return tickList(r.ids)
	case readTick:
		if r.ticked {
			return "true"
		}
		return "false"
	case readUnknown:
		return "unknown"
	case readNotNeeded:
		return "{not_applicable: " + quoted(r.value) + "}"
	}
	return "null"
}

// readingOf reads what a map says of a text; what can't be said of the question is blamed.
func readingOf(s *tree.Source, n *tree.Node, qu *assess.Question) reading {
	switch {
	case n.Nothing():
		return reading{}
	case n.IsText() && n.Value == ignored:
		return reading{kind: readNothing}
	case n.IsText() && n.Value == "unknown":
		return reading{kind: readUnknown}
	case n.Kind == tree.Mapping:
		return notNeeded(s, n, qu)
	case qu.Many():
		return ticksOf(s, n, qu)
	case n.IsText() && qu.Typed() && qu.Input != assess.NumberInput:
		return typedOf(s, n, qu)
	}
	v, ok := s.Decimal(n)
	if _, is := qu.Option(v); ok && !is && !qu.Typed() {
		s.Err(n, tree.Brief(n.Value)+" is no option of "+qu.ID+"; accepted are "+values(qu)+", unknown, ignore", "")
		ok = false
	}
	if !ok {
		return reading{}
	}
	return reading{kind: readValue, value: tree.DecimalOf(v)}
}

func notNeeded(s *tree.Source, n *tree.Node, qu *assess.Question) reading {
	why := n.Child("not_applicable")
	if why == nil || len(n.Items) > 1 {
		s.Err(n, "a mapping can't stand here", "accepted is {not_applicable: why}")
		return reading{}
	}
	if qu.Policy() == assess.Forbid {
		s.Err(n, "the questionnaire does not accept not_applicable for "+qu.ID, "")
	}
	word, _ := s.Words(why)
	return reading{kind: readNotNeeded, value: word}
}

// ticksOf reads ids of options, or, for a column per option, whether it is ticked.
func ticksOf(s *tree.Source, n *tree.Node, qu *assess.Question) reading {
	if n.Kind == tree.Scalar && n.Class == tree.Boolean {
		return reading{kind: readTick, ticked: isTrue(n.Value)}
	}
	list := n
	if n.IsText() {
		list = &tree.Node{Kind: tree.Sequence, At: n.At, Items: []*tree.Node{n}}
	}
	a := answers{Source: s}
	ids, ok := a.ticked(list, qu)
	if !ok.Defined() {
		return reading{}
	}
	return reading{kind: readTicks, ids: ids}
}

func typedOf(s *tree.Source, n *tree.Node, qu *assess.Question) reading {
	if qu.Input == assess.DateInput && !assess.IsDay(n.Value) {
		s.Err(n, tree.Brief(n.Value)+" is no date", "write a day as year-month-day, like 2026-11-23")
		return reading{}
	}
	return reading{kind: readText, value: n.Value}
}
