package assess

// A Shortlist is the first of an ordered list and what it leaves out. Where some of those
// that it leaves out stand exactly as the last one shown does, only their place in the
// questionnaire put that one before them, and whoever shows the list has to say so.
type Shortlist[T any] struct {
	First []T // those to show, in order
	Alike int // those left out that stand exactly as the last of First does
	Rest  int // all that are left out
}

// shortlist keeps at most so many of a sorted list; compare is what it was sorted by.
func shortlist[T any](sorted []T, most int, compare func(a, b T) int) Shortlist[T] {
	shown := min(len(sorted), most)
	s := Shortlist[T]{First: sorted[:shown:shown], Rest: len(sorted) - shown}
	if shown == 0 {
		return s
	}
	for _, x := range sorted[shown:] {
		if compare(sorted[shown-1], x) != 0 {
			break
		}
		s.Alike++
	}
	return s
}
