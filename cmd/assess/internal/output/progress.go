package main

import (
	"fmt"
	"math"
	"time"
)

// progress returns what tells, on a terminal, how far the work is. It may be part of
// a whole.
func (a *app) progress(what string, all float64) func(float64) {
	if a.quiet || !a.errTerminal() {
		return func(float64) {}
	}
	begun, last := a.now(), a.now()
	said := false
	return func(n float64) {
		now := a.now()
		if n == all && said {
			defer fmt.Fprintln(a.err)
		} else if now.Sub(last) < 200*time.Millisecond {
			return
		}
		said, last = true, now
		rate := n / max(now.Sub(begun).Seconds(), 0.001)
		fmt.Fprintf(a.err, "\r%.0f %% of %.0f %s, %.3g per second, %.0f s left ", math.Floor(100*n/all), all, what, rate, (all-n)/max(rate, 1e-9))
	}
}
