package prompt

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess/message"
)

// recorder is a flow of a few cards that writes down what was done.
type recorder struct {
	cards []Card
	at    int
	done  []string
	fail  error

	opening []string // until begun
	refused bool     // the last action was: no reason, or too few votes

	chinese bool
}

// Words are read anew each time: the recorder speaks the language it was last
// told.
func (r *recorder) Words() *message.Catalogue {
	c, err := message.Load(Messages, map[bool]string{false: "en", true: "zh"}[r.chinese])
	if err != nil {
		panic(err)
	}
	return c
}

func (r *recorder) Card() Card {
	if r.at >= len(r.cards) {
		return Card{Done: true, Summary: []string{"Score 3.00, level 3."}, Progress: "3 of 3 done",
			Saved: "saved in a.yaml", Next: "中文"}
	}
	c := r.cards[r.at]
	c.Opening = r.opening
	if c.Refused = r.refused; r.refused {
		c.Message = "refused"
	}
	c.Next = map[bool]string{false: "中文", true: "English"}[r.chinese]
	if len(c.Voices) == 0 {
		c.Idle = "wva"
	}
	c.Place = fmt.Sprintf("question %d of %d", r.at+1, len(r.cards))
	return c
}

// Overview has a row of two questions, then one of the last.
func (r *recorder) Overview() Overview {
	o := Overview{Rows: []Row{{Title: "Omnichannel", Time: "3 min"}, {Title: "Agile"}},
		Legend: "x answered  . open"}
	for i, c := range r.cards {
		m := Mark{Sign: "x", Title: c.Title, Index: i, Current: i == r.at, Open: i > 0, Contested: i == 2}
		o.Rows[i/2].Marks = append(o.Rows[i/2].Marks, m)
	}
	return o
}

func (r *recorder) Do(a Action) error {
	if r.fail != nil {
		return r.fail
	}
	if a.Kind == Begin {
		r.opening = nil
		return nil
	}
	wrong := a.Kind == NotApplicable && a.Text == ""
	if a.Kind == Votes {
		voices := len(r.cards[r.at].Voices)
		wrong = voices == 0 || len(Words(a.Text, voices)) < voices
	}
	if a.Kind == Type && !r.cards[r.at].Free {
		_, err := strconv.Atoi(a.Text)
		wrong = err != nil
	}
	if r.refused = wrong; wrong {
		return nil
	}
	if a.Kind == Language {
		r.chinese = !r.chinese
		return nil
	}
	name := map[Kind]string{
		Choose: "choose", NotApplicable: "na", Unknown: "unknown", Pass: "pass", Back: "back",
		Forward: "forward", Note: "note", Evidence: "evidence", Documents: "evidence", Voice: "voice", Decide: "decide", Votes: "votes", Park: "park", Undo: "undo",
		ConfirmAll: "confirm", Jump: "jump", Count: "count", Area: "area",
		Tick: "tick", Type: "type",
	}[a.Kind]
	text := a.Text
	if a.Kind == Choose {
		text = r.cards[r.at].Choices[a.Choice].Key
	}
	if a.Kind == Area {
		text = fmt.Sprint(a.Choice, " ", a.Text)
	}
	if a.Kind == Tick {
		text = strings.Trim(fmt.Sprint(a.Ticked), "[]")
		for i := range r.cards[r.at].Choices {
			r.cards[r.at].Choices[i].Ticked = slices.Contains(a.Ticked, i)
		}
	}
	if a.Kind == Type {
		r.cards[r.at].Answer = text
	}
	r.done = append(r.done, strings.TrimSpace(name+" "+text))
	switch a.Kind {
	case Note:
		r.cards[r.at].Note = a.Text
	case Documents:
		r.cards[r.at].Evidence = strings.Split(a.Text, "\n")
	case Evidence:
		r.cards[r.at].Evidence = append(r.cards[r.at].Evidence, a.Text)
	case Votes:
		r.cards[r.at].Spread = []string{a.Text}
	case Undo, Decide, Voice:
	case Jump:
		r.at = a.Choice
	case Back:
		r.at = max(0, r.at-1)
	default:
		r.at++
	}
	return nil
}

const (
	english = "One written bank-wide standard, with a named owner, makes every in-scope channel record " +
		"its customer contacts in one shared contact history."
	chinese = "全行统一的书面规范（有明确责任人）要求每个渠道把客户接触记入同一份接触历史，并由各条线按季度核对一次。"
)

// cards are three questions of five anchors each.
func cards(anchor string) []Card {
	var out []Card
	for i := range 3 {
		c := Card{
			Heading: "Omnichannel 全渠道", Progress: "1 of 3 done", Saved: "saved in 海港城市银行-bank-digital-2026-11-23.yaml",
			Title: fmt.Sprintf("Shared contact history %d", i+1),
			Ask:   "Does each channel see what the customer did in the others?",
			Help:  strings.Repeat("A channel is a way in which customers deal with the bank. ", 12),
			Look:  []string{"Recording standard", "Report of contacts"}, Chosen: -1,
		}
		for v := 1; v <= 5; v++ {
			c.Choices = append(c.Choices, Choice{Key: fmt.Sprint(v), Text: anchor})
		}
		out = append(out, c)
	}
	return out
}

// list makes lists of cards: so many options, then one that stands alone.
func list(options int) *recorder {
	r := &recorder{cards: cards("")}
	for i := range r.cards {
		c := &r.cards[i]
		c.ID, c.Many, c.Choices = fmt.Sprint("list-", i), true, nil
		c.Tally = func(ticked []int) string { return fmt.Sprintf("%d of %d", len(ticked), options) }
		for v := 1; v <= options; v++ {
			c.Choices = append(c.Choices, Choice{
				Key: fmt.Sprint(v), Name: fmt.Sprint("tool-", v), Text: fmt.Sprintf("Tool %d of the bank", v),
			})
		}
		c.Choices = append(c.Choices, Choice{Key: "0", Text: "Nothing of it", Alone: true})
	}
	return r
}

// typedCards ask for a text, a number and a text.
func typedCards() *recorder {
	r := &recorder{cards: cards("")}
	for i := range r.cards {
		c := &r.cards[i]
		c.ID, c.Choices, c.Typed, c.Free = fmt.Sprint("typed-", i), nil, "Type the text.", i != 1
		if !c.Free {
			c.Typed = "Type a number."
		}
	}
	return r
}
