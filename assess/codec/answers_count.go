package codec

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// readCount reads what was counted: [part, whole] of a share, or a number.
func (e *entry) readCount(n *tree.Node) {
	e.said &^= saidCount
	if n.Nothing() {
		return
	}
	e.said |= saidCount
	qu := e.question
	switch {
	case qu != nil && !counted(qu):
		e.Err(n.Key(), qu.ID+" is not counted; its answer is an option's value", "")
	case n.Kind == tree.Sequence:
		e.readShare(n)
	case n.Kind == tree.Mapping || qu != nil && qu.Input == assess.ShareInput:
		e.Err(n, n.Describe()+" is no share", e.words.share)
	default:
		if v, ok := e.Decimal(n); ok {
			e.Count = assess.Count{Part: assess.Num(v)}
		}
	}
}

func (e *entry) readShare(n *tree.Node) {
	if e.question != nil && e.question.Input == assess.NumberInput {
		e.Err(n, "a list can't stand here; expected is a number", e.words.number)
		return
	}
	if len(n.Items) != 2 {
		e.Err(n, "a share is counted as two numbers", e.words.share)
		return
	}
	part, ok := e.Decimal(n.Items[0])
	whole, too := e.Decimal(n.Items[1])
	switch {
	case !ok || !too:
	case whole <= 0:
		e.Err(n.Items[1], tree.Brief(n.Items[1].Value)+" can't be a whole; accepted is a number above 0", "")
	case part < 0 || part > whole:
		e.Err(n.Items[0], tree.Brief(n.Items[0].Value)+" is no part of "+tree.Brief(n.Items[1].Value)+
			"; accepted is a number from 0 to the whole", "")
	default:
		e.Count = assess.Count{Part: assess.Num(part), Whole: assess.Num(whole)}
	}
}

// settleCount makes the option that a count reaches the answer's value. A value beside it
// has to be that option, or one above that can only be chosen.
func (e *entry) settleCount(n *tree.Node) {
	qu := e.question
	if qu == nil || !counted(qu) || !e.Count.Defined() {
		return
	}
	o, ok := qu.CountedOption(e.Count)
	value, given := e.Value.Get()
	switch {
	case !ok:
	case !given && e.said&saidValue == 0:
		e.Value = assess.Num(o.Value)
	case given && !qu.BesideCount(value, e.Count):
		e.Err(n.Child("value"), tree.DecimalOf(value)+" contradicts the count, which reaches "+
			tree.DecimalOf(o.Value),
			"accepted are that option, and one above it without from")
	}
}

// ParseCount reads what was counted as people type it: 8/14 of a share, or a number.
func ParseCount(text string) (c assess.Count, ok bool) {
	part, whole, share := strings.Cut(text, "/")
	if c.Part, ok = ParseNumber(part); ok && share {
		c.Whole, ok = ParseNumber(whole)
	}
	if !ok {
		return assess.Count{}, false
	}
	return c, true
}

// ParseNumber reads a plain decimal number, with no more digits than it keeps.
func ParseNumber(text string) (assess.Number, bool) {
	text = strings.TrimSpace(text)
	v, ok := tree.PlainNumber(text)
	if !ok || !tree.Exact(text, v) {
		return assess.Number{}, false
	}
	return assess.Num(v), true
}

// CountText writes a count as ParseCount reads it; "" for none.
func CountText(c assess.Count) string {
	if !c.Defined() {
		return ""
	}
	text := tree.DecimalOf(c.Part.Value())
	if whole, ok := c.Whole.Get(); ok {
		text += "/" + tree.DecimalOf(whole)
	}
	return text
}
