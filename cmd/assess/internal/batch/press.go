package batch

import (
	"slices"
	"sync"
)

// A press writes reports, several at once, since a disk takes longer to keep one than it takes to
// make one. It stops taking more once one could not be written.
type press struct {
	slots   chan struct{}
	working sync.WaitGroup
	mu      sync.Mutex
	failed  error // the first
}

// mostBrowsers is how many PDFs are printed at once: each by a browser of its own, which takes
// some hundred MB.
const mostBrowsers = 2

func newPress(atOnce int, formats []string) *press {
	if slices.Contains(formats, "pdf") {
		atOnce = min(atOnce, mostBrowsers)
	}
	return &press{slots: make(chan struct{}, atOnce)}
}

// print has a report written as soon as a slot is free. It returns what went wrong with one
// before.
func (p *press) print(write func() error) error {
	p.slots <- struct{}{}
	if err := p.err(); err != nil {
		<-p.slots
		return err
	}
	p.working.Go(func() {
		defer func() { <-p.slots }()
		if err := write(); err != nil {
			p.mu.Lock()
			defer p.mu.Unlock()
			if p.failed == nil {
				p.failed = err
			}
		}
	})
	return nil
}

func (p *press) err() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.failed
}

// wait returns when all are written, and what went wrong with one.
func (p *press) wait() error {
	p.working.Wait()
	return p.err()
}
