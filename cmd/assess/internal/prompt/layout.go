package prompt

import "slices"

// The answers are for the room to read. Where there is no room for all of a card the rest makes way
// for them, and only then one answer at a time is shown in full: the one under the cursor.

// A squeeze says what makes way.
type squeeze struct {
	brief   bool // what was noted and said beforehand, which the help has too
	short   bool // all lines of keys but the first
	tight   bool // the progress, and the line under the question
	terse   bool // how a count is typed, what is said of the votes
	bare    bool // everything under the answers but the picture of the votes
	compact bool // the answers but one, which are a line each
	titled  bool // the question but its title
}

// squeezes are tried in order.
var squeezes = []squeeze{
	{},
	{brief: true},
	{brief: true, short: true},
	{brief: true, short: true, tight: true},
	{brief: true, short: true, tight: true, terse: true},
	{brief: true, short: true, tight: true, terse: true, bare: true},
	{compact: true},
	{brief: true, short: true, compact: true},
	{brief: true, short: true, tight: true, terse: true, bare: true, compact: true},
	{brief: true, short: true, tight: true, terse: true, bare: true, compact: true, titled: true},
}

// squeezed is the first squeeze in which the card fits on the screen. A list may be longer than any
// screen: it scrolls.
func (s *screen) squeezed() squeeze {
	now := s.squeeze
	defer func() { s.squeeze = now }()
	if s.mode != choosing && s.mode != typing || s.card.Done {
		return squeeze{}
	}
	if s.card.Many && len(s.entries()) >= s.height { // fits in none
		return squeeze{compact: true}
	}
	for _, q := range squeezes {
		s.squeeze = q
		if s.fits() {
			return q
		}
	}
	if s.card.Many {
		return squeeze{compact: true}
	}
	return squeezes[len(squeezes)-1]
}

// fits reports whether the card fits, whichever answer is under the cursor.
func (s *screen) fits() bool {
	height := len(s.header()) + len(s.footer()) + len(s.cardLines()) + len(s.formLines())
	if s.squeeze.compact { // a line for each, and what the tallest has more
		tallest := 1
		for i, c := range s.entries() {
			tallest = max(tallest, len(s.entry(i, keyOf(s.card, c), c.Text, true)))
		}
		height += len(s.entries()) + tallest - len(s.choices())
		if s.tellsHow() {
			height++
		}
	}
	return height <= s.height
}

// tellsHow reports whether the list says how an answer is seen in full, where nothing more important
// stands below it.
func (s *screen) tellsHow() bool {
	return s.squeeze.compact && s.cursor == leave && !s.card.Many && len(s.card.Spread) == 0
}

// cardLines are the question, the choices, what the last action led to, and what is recorded.
func (s *screen) cardLines() []string {
	out := slices.Concat(s.question(), s.above(), s.choices())
	switch {
	case s.squeeze.titled: // else it would be out of sight
		out = append(s.messageLines(), out...)
	case !s.card.Many || s.mode != choosing:
		out = append(out, s.messageLines()...)
	}
	if under := s.wrapped(s.under()); len(under) > 0 {
		if !s.squeeze.tight {
			out = append(out, "")
		}
		out = append(out, under...)
	}
	return out
}

// question is the card's title, the question itself and what it decides.
func (s *screen) question() []string {
	var lines []string
	if s.card.Path != "" && !s.squeeze.titled {
		lines = append(lines, s.card.Path)
	}
	lines = append(lines, s.card.Title)
	if s.card.Ask != "" && !s.squeeze.titled {
		lines = append(lines, s.card.Ask)
	}
	if s.card.Criterion != "" && !s.squeeze.titled {
		lines = append(lines, s.card.Criterion)
	}
	if s.standing {
		lines = append(lines, s.card.Standing...)
	}
	if lines = s.wrapped(lines); s.squeeze.tight {
		return lines
	}
	return append(lines, "")
}

// under is what stands under the choices: votes but those on a list, what is recorded, and what
// others said; less of it where it makes way.
func (s *screen) under() []string {
	all := s.extra()
	card := s.card
	switch {
	case s.mode == typing && s.asking != Votes && s.asking != Voice && s.asking != Type:
		return nil
	case !s.squeeze.brief:
		return all
	}
	if s.squeeze.terse {
		card.Counted, card.Spread = "", card.Spread[:min(1, len(card.Spread))]
	}
	card.Note, card.Evidence, card.Heard = "", nil, nil
	if s.squeeze.bare {
		card.Recorded, card.Private, card.Decided = "", false, nil
		return s.told(card)
	}
	if brief := append(s.told(card), s.flow.Words().Say("kept")); len(s.wrapped(brief)) < len(s.wrapped(all)) {
		return brief
	}
	return all
}

// extra is all that is told of a card beside its choices.
func (s *screen) extra() []string { return s.told(s.card) }

func (s *screen) told(card Card) []string {
	var out []string
	labelled := s.mode == typing && len(card.Voices) == 0
	if card.Counted != "" && !labelled {
		out = append(out, card.Counted)
	}
	if !card.Many {
		out = append(append(out, card.Spread...), s.said(card)...)
	}
	return append(append(out, recorded(card, s.flow.Words())...), card.Heard...)
}
