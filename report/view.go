package report

import (
	"fmt"

	"bankmaturity/assess"
	"bankmaturity/report/words"
)

// view is a result on its way to a page.
type view struct {
	*words.Teller
	opts   Options
	link   words.Linker
	inline bool // charts stand on the page itself
}

func newView(res *assess.Result, opts Options, escape func(string) string) (*view, error) {
	t, err := words.Tell(res, opts.Language, opts.Names, escape)
	if opts.Depth == 0 {
		opts.Depth = res.Overall.Depth()
	}
	return &view{Teller: t, opts: opts, link: words.MarkdownLink}, err
}

// list makes a list of items in no order.
func (v *view) list(items []Item) Block {
	for i := range items {
		if items[i].Lead != "" && items[i].Text != "" {
			items[i].Sep = v.separator()
			if words.Asks(string(items[i].Lead)) {
				items[i].Sep = " "
			}
		}
	}
	return Block{Kind: "list", Items: items}
}

// numbered makes a list of items whose order matters.
func (v *view) numbered(items []Item) Block {
	for i := range items {
		items[i].Mark = Safe(fmt.Sprintf("%d.", i+1))
	}
	out := v.list(items)
	out.Numbered = true
	return out
}

// separator stands between what an item is about and what is said about it.
func (v *view) separator() Safe { return Safe(v.Say("lead", "", "")) }

// What more than one chapter says.

// reached quotes the answer that the points reach, and says so where they lie
// between two.
func (v *view) reached(it *assess.Item) string {
	if it.Question.Many() {
		return v.ticked(it)
	}
	o, _ := it.Reached()
	if o.Points() < it.Points.Value()-assess.Tolerance {
		return v.Say("gaps.between", v.quote(o.Text))
	}
	return v.quote(o.Text)
}

// quote sets a text of the questionnaire off from the report's own words.
func (v *view) quote(t assess.Text) string { return v.Say("quote", v.Text(t)) }

// ticked is what is ticked of a list, and its sum where that is not known or nothing is.
func (v *view) ticked(it *assess.Item) string {
	ids, known := it.Ticked()
	if !known || len(ids) == 0 {
		o, _ := it.Reached()
		return v.Text(o.Text)
	}
	return v.tickedBy(it.Question, ids)
}

// tickedBy joins the texts of options of a list.
func (v *view) tickedBy(qu *assess.Question, ids []string) string {
	var out []string
	for _, id := range ids {
		o, _ := qu.Tick(id)
		out = append(out, v.quote(o.Text))
	}
	return v.Join(out)
}

// next is what brings a question to an option: its text, or of a list what is ticked as well,
// nil where no single tick does.
func (v *view) next(qu *assess.Question, to assess.Option, tick *assess.Option) string {
	switch {
	case tick != nil:
		return v.quote(tick.Text)
	case qu.Many():
		return v.Text(to.Text)
	}
	return v.quote(to.Text)
}

// raised is what comes next for a question that is to be raised.
func (v *view) raised(r assess.Raise) string {
	return v.next(r.Item.Question, r.Next, r.Item.OneMore(r.Next.Value))
}

// advice is what the questionnaire says to do next for who stands at an option.
func (v *view) advice(stands assess.Option) []string {
	if len(stands.Advice) == 0 {
		return nil
	}
	return []string{v.Say("advice", v.Text(stands.Advice))}
}

// documents are those that the questionnaire asks for as evidence.
func (v *view) documents(qu *assess.Question) string {
	var out []string
	for _, e := range qu.Evidence {
		out = append(out, v.Text(e))
	}
	return v.Join(out)
}

// noneToRaise says why there is nothing to raise, under the keys of a part.
func (v *view) noneToRaise(part string) string {
	switch {
	case !v.Result.Overall.Applicable:
		return v.Say(part + ".not_applicable")
	case v.Counts.Valued == 0:
		return v.Say(part + ".unanswered")
	case v.Result.AllTop():
		return v.Say(part + ".top")
	}
	return v.Say(part + ".reached")
}

// grouped lists questions by dimension, a line each.
func (v *view) grouped(is func(*assess.Item) bool) []Item {
	var out []Item
	for _, d := range v.Result.Overall.Dimensions() {
		var titles []string
		for _, it := range d.Scored() {
			if is(it) {
				titles = append(titles, v.QuestionTitle(it.Question))
			}
		}
		if len(titles) > 0 {
			out = append(out, item(v.NodeTitle(d), v.Join(titles)))
		}
	}
	return out
}

func skipped(it *assess.Item) bool    { return it.Status == assess.Skipped }
func unanswered(it *assess.Item) bool { return it.Status == assess.Unanswered }
func unknown(it *assess.Item) bool    { return it.Status == assess.Unknown }
func unvoted(it *assess.Item) bool    { return unknown(it) && !it.Unagreed() }
func open(it *assess.Item) bool       { return unanswered(it) || unknown(it) }
