package report

import (
	"bytes"
	"fmt"
	"text/template/parse"
)

// A template that would run for ever, or print without end, is stopped by counting, not by a
// clock: the same template ends the same way on every machine.
const (
	mostTurns   = 1_000_000 // turns of ranges and calls of templates
	mostPrinted = 64 << 20  // bytes
)

// step is what a template calls at every turn of a range and at every call of a template.
const step = "_step"

// countSteps returns the function that counts the steps of one execution.
func countSteps() func() (string, error) {
	steps := 0
	return func() (string, error) {
		if steps++; steps > mostTurns {
			return "", fmt.Errorf("the template takes more than %d steps; does it end?", mostTurns)
		}
		return "", nil
	}
}

// countIn puts the call of step at the beginning of a template and of every range in it. It
// prints nothing, so that it can stand anywhere.
func countIn(root *parse.ListNode) error {
	trees, err := parse.Parse("step", "{{$"+step+" := "+step+"}}", "", "", map[string]any{step: 0})
	if err != nil {
		return err
	}
	call := trees["step"].Root.Nodes[0]
	var walk func(n parse.Node)
	begin := func(list *parse.ListNode) { list.Nodes = append([]parse.Node{call.Copy()}, list.Nodes...) }
	branch := func(b *parse.BranchNode) {
		walk(b.List)
		if b.ElseList != nil {
			walk(b.ElseList)
		}
	}
	walk = func(n parse.Node) {
		switch n := n.(type) {
		case *parse.ListNode:
			for _, child := range n.Nodes {
				walk(child)
			}
		case *parse.IfNode:
			branch(&n.BranchNode)
		case *parse.WithNode:
			branch(&n.BranchNode)
		case *parse.RangeNode:
			branch(&n.BranchNode)
			begin(n.List)
		}
	}
	walk(root)
	begin(root)
	return nil
}

// A page is bounded in length.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(data []byte) (int, error) {
	if b.Len()+len(data) > mostPrinted {
		return 0, fmt.Errorf("the template prints more than %d MiB", mostPrinted>>20)
	}
	return b.Buffer.Write(data)
}
