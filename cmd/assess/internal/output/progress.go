package output

import (
	"fmt"
	"math"
	"time"
)

// progressEvery is how often the progress is told.
const progressEvery = 200 * time.Millisecond

// Progress returns what tells, on a terminal, how many of all are done. What is done may
// be part of a whole one.
func (c Console) Progress(what string, all float64) func(done float64) {
	if c.Quiet || !c.Watched() {
		return func(float64) {}
	}
	begun := c.Now()
	last, told := begun, false
	return func(done float64) {
		now := c.Now()
		if done == all && told {
			defer fmt.Fprintln(c.Err)
		} else if now.Sub(last) < progressEvery {
			return
		}
		told, last = true, now
		rate := done / max(now.Sub(begun).Seconds(), 0.001)
		left := (all - done) / max(rate, 1e-9)
		fmt.Fprintf(c.Err, "\r%.0f %% of %.0f %s, %.3g per second, %.0f s left ",
			math.Floor(100*done/all), all, what, rate, left)
	}
}

// EndProgress goes to the line below the progress of what was broken off.
func (c Console) EndProgress() {
	if !c.Quiet && c.Watched() {
		fmt.Fprintln(c.Err)
	}
}
