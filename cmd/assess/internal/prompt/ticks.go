package prompt

import (
	"slices"
	"strings"
	"unicode"
)

// nothing is what is typed where nothing of a list applies.
const nothing = "0"

// ticksTyped returns the choices that a text ticks, by their keys or ids: 1+3 or, where no
// voices vote, 1 3 and 1,3 as well. 0 ticks nothing.
func ticksTyped(text string, card Card) ([]int, bool) {
	if text == nothing {
		return []int{}, true
	}
	var ticks []int
	for _, word := range strings.FieldsFunc(text, func(r rune) bool {
		return r == '+' || len(card.Voices) == 0 && (unicode.IsSpace(r) || strings.ContainsRune(",、，;；", r))
	}) {
		i := slices.IndexFunc(card.Choices, func(c Choice) bool {
			return c.Key == word || strings.EqualFold(c.ID, word)
		})
		if i < 0 || slices.Contains(ticks, i) {
			return nil, false
		}
		ticks = append(ticks, i)
	}
	slices.Sort(ticks)
	return ticks, len(ticks) > 0
}

// toggle ticks a choice, or takes its tick away. One that excludes the others stands alone.
func (s *screen) toggle(i int) {
	s.cursor = i
	if at := slices.Index(s.ticks, i); at >= 0 {
		s.ticks = slices.Delete(s.ticks, at, at+1)
		return
	}
	alone := func(j int) bool { return s.card.Choices[i].Alone || s.card.Choices[j].Alone }
	s.ticks = append(slices.DeleteFunc(s.ticks, alone), i)
	slices.Sort(s.ticks)
}

// onList carries out a key on a list of which several may be ticked, and reports whether it
// was one: digits and the space bar tick, Enter confirms. Enter on nothing leaves the
// question as it is; that nothing applies is said by 0.
func (s *screen) onList(name string) (action Action, act, known bool) {
	switch i := s.numbered(name); {
	case i >= 0:
		s.toggle(i)
	case name == " " && s.cursor != leave:
		s.toggle(s.cursor)
	case name == nothing:
		return Action{Kind: Tick, Ticks: []int{}}, true, true
	case name == "enter" && len(s.ticks) > 0:
		return Action{Kind: Tick, Ticks: slices.Clone(s.ticks)}, true, true
	case name == "enter" && s.card.Recorded != "":
		s.card.Message = s.flow.Words().Say("list.empty")
	case name == "enter":
		return Action{Kind: Pass}, true, true
	default:
		return Action{}, false, name == " "
	}
	return Action{}, false, true
}
