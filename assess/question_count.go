package assess

// An Input is what is typed for a question instead of choosing an option.
type Input string

// The inputs of a scored question. Its options may be chosen as ever.
const (
	ShareInput  Input = "share"  // 8 of 14
	NumberInput Input = "number" // 31
)

// A Count is what was counted: so many of a whole for a share, a number alone otherwise. The
// zero Count is none.
type Count struct {
	Part  Number
	Whole Number // above 0 and not below Part; undefined for a number
}

// Defined reports whether something was counted.
func (c Count) Defined() bool { return c.Part.Defined() }

// Value returns the share, 0..1, or the number; undefined where nothing was counted.
func (c Count) Value() Number {
	if whole, ok := c.Whole.Get(); ok {
		return Num(c.Part.Value() / whole)
	}
	return c.Part
}

// Fits reports whether the question takes such a count.
func (q *Question) Fits(c Count) bool {
	part, whole := c.Part.Value(), c.Whole.Value()
	switch {
	case !c.Defined():
		return false
	case q.Input == NumberInput:
		return !c.Whole.Defined()
	}
	return q.Input == ShareInput && c.Whole.Defined() && whole > 0 && part >= 0 && part <= whole
}

// CountedOption returns the option that a count reaches: the last whose From it does, the
// first where it reaches none. There is none where the question does not take the count.
func (q *Question) CountedOption(c Count) (Option, bool) {
	if !q.Fits(c) {
		return Option{}, false
	}
	out, v := q.Options[0], c.Value().Value()
	for _, o := range q.Options[1:] {
		from, ok := o.From.Get()
		if ok && (!q.Less && atLeast(v, from) || q.Less && atLeast(from, v)) {
			out = o
		}
	}
	return out, true
}

// BesideCount reports whether an option may be chosen beside a count: the one that the count
// reaches, or one above it that can only be chosen.
func (q *Question) BesideCount(value float64, c Count) bool {
	counted, ok := q.CountedOption(c)
	chosen, known := q.Option(value)
	return ok && known && (value == counted.Value || value > counted.Value && !chosen.From.Defined())
}

// RecordCount answers the current question with what was counted and goes on.
func (iv *Interview) RecordCount(c Count) error {
	o, ok := iv.Current().CountedOption(c)
	if !ok {
		return ErrNoOption
	}
	iv.say(func(a *Answer) { a.Value, a.Count = Num(o.Value), c })
	return nil
}

// Counted returns the median of the shares or numbers that the responses counted; undefined
// where none did, or the question is not answered.
func (it *Item) Counted() Number {
	var all []float64
	for _, c := range it.Counts() {
		all = append(all, c.Value().Value())
	}
	if len(all) == 0 || it.Status != Answered {
		return Number{}
	}
	return Num(median(all))
}

// Counts returns what the responses that were asked counted, in their order.
func (it *Item) Counts() []Count {
	var out []Count
	for _, s := range it.Said {
		if s.State == Answered && s.Answer.Count.Defined() {
			out = append(out, s.Answer.Count)
		}
	}
	return out
}

// A CountedHigher is a question of which somebody counted more than its result says.
type CountedHigher struct {
	Item   *Item
	Counts []Count // that reach what is to come next, in the order of the responses
}

// CountedAbove returns those of the questions of which a counted answer has reached the next
// option already: before anything is done about them, the count is to be checked.
func CountedAbove(items []*Item) []CountedHigher {
	var out []CountedHigher
	for _, it := range items {
		next, ok := it.Following()
		c := CountedHigher{Item: it}
		for _, s := range it.Said {
			counted := s.State == Answered && s.Answer.Count.Defined()
			if ok && counted && atLeast(it.Question.Points(s.Answer.Value.Value()), next.Points()) {
				c.Counts = append(c.Counts, s.Answer.Count)
			}
		}
		if len(c.Counts) > 0 {
			out = append(out, c)
		}
	}
	return out
}
