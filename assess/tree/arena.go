package tree

import "hash/maphash"

// An Arena is the memory that the nodes of one file live in. A worker that reads many
// files keeps one: [New] empties it, and the nodes made before are gone then. The zero
// Arena is ready. It is not for several goroutines at once.
type Arena struct {
	nodes []Node  // the present slab; what is before its length is in use
	lists []*Node // a slab of the lists of items
	full  int     // nodes of slabs before the present one

	open   []*Node // items of the mappings and lists that are still being read
	buffer []byte  // of a text that is not written as it reads
	table  []int32 // of duplicates
	seed   maphash.Seed
}

// Slabs grow up to a size, and an arena keeps no more than one of that size.
const (
	firstSlab = 128
	mostSlab  = 8192
)

// reset makes all nodes free again.
func (a *Arena) reset() {
	a.nodes, a.lists, a.open, a.buffer = a.nodes[:0], a.lists[:0], a.open[:0], a.buffer[:0]
	if a.full > 0 { // they point into slabs that are let go
		a.lists, a.open, a.full = nil, nil, 0
	}
	if cap(a.buffer) > MaxRecord {
		a.buffer = nil
	}
	if len(a.table) > mostSlab {
		a.table = nil
	}
}

// node makes a scalar that stands nowhere yet.
func (a *Arena) node(at int, class Class, value string) *Node {
	n := a.used(at, class, value)
	n.up, n.Name, n.key.known = nil, "", false
	return n
}

// used is node for who says at once where the node stands: what it was before is left, since
// to write is dear while memory is being collected.
func (a *Arena) used(at int, class Class, value string) *Node {
	if len(a.nodes) == cap(a.nodes) {
		a.full += len(a.nodes)
		a.nodes = make([]Node, 0, min(max(firstSlab, 2*a.full), mostSlab))
	}
	a.nodes = a.nodes[:len(a.nodes)+1]
	n := &a.nodes[len(a.nodes)-1]
	n.Kind, n.Class, n.Quoted, n.Value, n.At = Scalar, class, false, value, at
	if n.Items != nil {
		n.Items = nil
	}
	return n
}

// quoted makes a text that stood in quotes, or in a block of its own.
func (a *Arena) quoted(at int, value string) *Node {
	n := a.used(at, Text, value)
	n.Quoted = true
	return n
}

// collection makes a mapping or list without items.
func (a *Arena) collection(at int, kind Kind) *Node {
	n := a.used(at, Text, "")
	n.Kind = kind
	return n
}

// close gives a mapping or list the items that were opened since base.
func (a *Arena) close(n *Node, base int) {
	items := a.open[base:]
	if len(a.lists)+len(items) > cap(a.lists) {
		a.lists = make([]*Node, 0, max(firstSlab, min(2*cap(a.lists), mostSlab), len(items)))
	}
	begin := len(a.lists)
	a.lists = append(a.lists, items...)
	n.Items = a.lists[begin:len(a.lists):len(a.lists)]
	a.open = a.open[:base]
}
