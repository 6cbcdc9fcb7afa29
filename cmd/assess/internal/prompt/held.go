package prompt

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// A key that is held down comes again after some hundred milliseconds, and from then on
// every few; nobody types one key twice that fast.
const (
	repeatGap   = 60 * time.Millisecond  // between the repeats of a key that is held down
	firstRepeat = 800 * time.Millisecond // until its first one, at most
)

// A pressed key is the last one that answers, and when it came.
type pressed struct {
	key     string
	at      time.Time
	soon    bool // it came again within the time of a first repeat
	holding bool
}

// held reports whether a key comes from being held down, and takes back what its first
// repeat, which looked like a second press, has answered: a key held down answers once.
func (s *screen) held(key string) (cmd tea.Cmd, held bool) {
	digit := len(key) == 1 && key[0] >= '0' && key[0] <= '9'
	if s.opts.Now == nil || !digit || s.mode != choosing && s.mode != finished {
		s.last = pressed{}
		return nil, false
	}
	now, before := s.opts.Now(), s.last
	gap, same := now.Sub(before.at), key == before.key
	s.last = pressed{key: key, at: now, soon: same && gap < firstRepeat}
	if !same || gap >= repeatGap {
		return nil, false
	}
	s.last.soon, s.last.holding = before.soon, true
	if before.soon && !before.holding {
		cmd = s.do(Action{Kind: Undo})
		s.card.Message = s.flow.Words().Say("held")
	}
	return cmd, true
}
