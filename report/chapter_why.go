package report

import "bankmaturity/assess"

// mostHolds is how many answers the first page quotes for what holds the bank.
const mostHolds = 3

// why quotes the answers that hold the bank where it stands.
func (v *view) why() Chapter {
	holds := v.Result.Holds(mostHolds)
	if len(holds.First) == 0 {
		return Chapter{}
	}
	var items []Item
	last := ""
	var quoted []*assess.Item
	for _, h := range holds.First {
		last = v.NodeTitle(h.Dimension)
		if holds.First[0].Dimension == holds.First[len(holds.First)-1].Dimension {
			last = v.Question(h.Item.Question)
		}
		quoted = append(quoted, h.Item)
		items = append(items, item(v.Question(h.Item.Question), v.stands(h.Item)))
	}
	blocks := []Block{v.list(items)}
	said := v.Sentences(v.Alike(last, holds.Alike), v.CountedAlready(quoted))
	return chapter("why", v.Say("why.heading"), append(blocks, paragraphs(said)...)...)
}

// stands says where a question stands in the words of its answer, or why it has none.
func (v *view) stands(it *assess.Item) string {
	if it.Status == assess.Answered {
		return v.reached(it)
	}
	return v.Say("trace." + string(it.Status))
}
