package workshop

import (
	"fmt"
	"time"
)

// begin starts the clock at the first question.
func (w *workshop) begin() {
	w.begun, w.askedAt = true, w.console.Now()
	w.until = w.askedAt.Add(w.limit * time.Duration(w.interview.Progress().Open))
}

// clock is the time left for the question, and for the others that are open: the limit for each
// that was open at the beginning, less what has passed. Nothing happens when it is over.
func (w *workshop) clock() string {
	now := w.console.Now()
	left := w.limit - now.Sub(w.askedAt)
	others := w.interview.Progress().Open
	if w.interview.Answer().Open() {
		others--
	}
	rest := w.until.Sub(now) - max(0, left)
	minutes := int((max(0, rest) + time.Minute - 1) / time.Minute)
	if left < 0 {
		return w.words.Say("clock.over", minutesAndSeconds(-left), minutes, max(0, others))
	}
	return w.words.Say("clock.left", minutesAndSeconds(left), minutes, max(0, others))
}

func minutesAndSeconds(d time.Duration) string {
	s := int(d / time.Second)
	return fmt.Sprintf("%d:%02d", s/60, s%60)
}
