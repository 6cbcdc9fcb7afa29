package assess

// Counts are numbers of questions by what became of them.
type Counts struct {
	Counting      int // questions that count towards the score
	Answered      int // those of them that are answered; at the lowest level by a policy counts as answered
	Valued        int // with a value
	Unanswered    int
	Unknown       int
	NotApplicable int
	Skipped       int
	Unagreed      int // with votes on which nothing is agreed
	Valueless     int // those of them that are open: their votes together give no value
	Documented    int // with evidence
	Unproven      int // counted lower in the evidenced score
}

// Open is the number of questions that still lower the coverage.
func (c Counts) Open() int { return c.Unanswered + c.Unknown }

// Unvoted is the number of those of them on which there are no votes to agree on.
func (c Counts) Unvoted() int { return c.Open() - c.Valueless }

// CountItems counts questions.
func CountItems(items []*Item) Counts {
	var c Counts
	for _, it := range items {
		c.add(it)
	}
	c.Counting = c.Answered + c.Open()
	return c
}

func (c *Counts) add(it *Item) {
	if it.Question.Profile {
		return
	}
	switch it.Status {
	case Answered:
		c.Valued++
		c.Answered++
	case Unanswered:
		c.Unanswered++
	case Unknown:
		c.Unknown++
	case Skipped:
		c.Skipped++
	case NotApplicable:
		c.NotApplicable++
		if it.Question.Policy() == Lowest {
			c.Answered++
		}
	}
	if len(it.Evidence()) > 0 || len(it.Counts()) > 0 {
		c.Documented++
	}
	if it.Unproven() {
		c.Unproven++
	}
	if it.Unagreed() {
		c.Unagreed++
		if it.Status == Unknown {
			c.Valueless++
		}
	}
}

// Unproven reports whether the evidenced score counts the answer lower
// (docs/numbers.md, Evidenced score).
func (it *Item) Unproven() bool {
	e, ok := it.Evidenced.Get()
	return ok && e < it.Points.Value()-Tolerance
}

// Unagreed reports whether a response that is asked the question has votes and nothing
// that was agreed on.
func (it *Item) Unagreed() bool { return it.Voted && !it.Agreed }

// Ranged reports whether open questions leave a range between the node's bounds.
func (n *Node) Ranged() bool { return n.Applicable && n.High.Value()-n.Low.Value() > Tolerance }
