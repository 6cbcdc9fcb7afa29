package output

import (
	"bufio"

	"bankmaturity/cmd/assess/internal/disk"
)

// growingBuffer is how much of a growing file is written at once, in bytes.
const growingBuffer = 1 << 18

// A Growing file is written bit by bit and, like what Put writes, is there whole or not
// at all.
type Growing struct {
	*bufio.Writer
	draft *disk.Draft
}

// Grow begins a file.
func (w Writer) Grow(name string) (*Growing, error) {
	if err := w.MayReplace(name); err != nil {
		return nil, err
	}
	d, err := disk.NewDraft(name, mode)
	if err != nil {
		return nil, err
	}
	return &Growing{bufio.NewWriterSize(d, growingBuffer), d}, nil
}

// Finish puts a grown file in its place, which may be another than it was begun for.
func (w Writer) Finish(g *Growing, name string) error {
	err := g.Flush()
	if err == nil && name != g.draft.Name {
		g.draft.Name = name
		err = w.MayReplace(name)
	}
	return g.draft.End(err)
}

// Discard removes what is not in its place; a nil Growing holds nothing.
func (g *Growing) Discard() {
	if g != nil {
		g.draft.Discard()
	}
}
