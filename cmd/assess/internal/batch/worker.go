package batch

import (
	"bankmaturity/assess"
	"bankmaturity/assess/codec"
)

// A worker is the memory in which one piece or group at a time is read and scored; the next
// one uses it again.
type worker struct {
	reader  codec.Reader
	scorer  assess.Scorer
	chances assess.Chances
}

// borrow returns a worker that nobody uses; it is to be given back.
func (b *batch) borrow() *worker {
	if w, ok := b.idle.Get().(*worker); ok {
		return w
	}
	return &worker{chances: assess.Chances{}}
}

func (b *batch) giveBack(w *worker) { b.idle.Put(w) }
