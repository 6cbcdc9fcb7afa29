package codec

import (
	"strings"

	"bankmaturity/assess/tree"
)

// cycles blames a section that has to wait for itself. What is below a section
// waits when the section does, and a section is done when all below it is; so
// each has two states in the graph, begun and done.
func (m *model) cycles() {
	g := graph{model: m, state: map[stateOf]int{}, below: map[*spot][]*spot{}}
	for _, s := range m.order {
		if s.section != nil && s.up != nil {
			g.below[s.up] = append(g.below[s.up], s)
		}
	}
	for _, s := range m.order {
		if s.section != nil {
			g.visit(stateOf{s, true})
		}
	}
}

type stateOf struct {
	spot *spot
	done bool
}

type graph struct {
	circles int // that were blamed
	*model
	state map[stateOf]int // 0 new, 1 being visited, 2 visited
	way   []stateOf
	below map[*spot][]*spot
}

// visit follows what a state waits for, depth first.
func (g *graph) visit(s stateOf) {
	g.state[s] = 1
	g.way = append(g.way, s)
	if s.done {
		for _, child := range g.below[s.spot] {
			g.follow(stateOf{child, true})
		}
		g.follow(stateOf{s.spot, false})
	} else {
		if s.spot.up != nil {
			g.follow(stateOf{s.spot.up, false})
		}
		for _, id := range s.spot.section.DependsOn {
			on := g.nodes[id]
			if on != nil && on.section != nil && on != s.spot && !on.below(s.spot) && !s.spot.below(on) {
				g.follow(stateOf{on, true})
			}
		}
	}
	g.way = g.way[:len(g.way)-1]
	g.state[s] = 2
}

func (g *graph) follow(s stateOf) {
	switch g.state[s] {
	case 0:
		g.visit(s)
	case 1:
		g.blame(s)
	}
}

// mostCircles is how many circles are blamed; a file of circles has more than anybody reads.
const mostCircles = 100

// blame names the sections on the way back to a state.
func (g *graph) blame(s stateOf) {
	if g.circles++; g.circles > mostCircles {
		return
	}
	from := len(g.way) - 1
	for g.way[from] != s {
		from--
	}
	var ids []string
	var first *spot
	for _, w := range g.way[from:] {
		if !w.done && w.spot.node.Child("depends_on") != nil {
			ids = append(ids, w.spot.section.ID)
			if first == nil || w.spot.index < first.index {
				first = w.spot
			}
		}
	}
	if first == nil {
		return
	}
	message := "sections depend on one another in a circle: " + tree.Brief(strings.Join(ids, ", "))
	g.Err(first.node.Child("depends_on"), message, "")
}
