package codec

import (
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// An offer is an option as a form shows it.
type offer struct {
	answer string // how it is written into the answers
	text   string // with what holds of it: from which count on, whether it excludes others
	help   string // what exactly is meant; ""
}

// offered are the options of a question, to choose one of or to tick.
func offered(qu *assess.Question, language string, say Say) []offer {
	var out []offer
	for _, o := range qu.Offered() {
		text := o.Text.In(language)
		if from := fromCount(qu, o, say); from != "" {
			text += " " + from
		}
		if o.Exclusive {
			text += " " + say("form.exclusive")
		}
		out = append(out, offer{written(o), text, o.Help.In(language)})
	}
	return out
}

// fromCount says which counts reach an option; "" where it is only chosen.
func fromCount(qu *assess.Question, o assess.Option, say Say) string {
	from, ok := o.From.Get()
	if !ok {
		return ""
	}
	shown := tree.DecimalOf(from)
	if qu.Input == assess.ShareInput {
		shown = say("form.percent", tree.DecimalOf(assess.Round(100*from, 6)))
	}
	if qu.Less {
		return say("form.up_to", shown)
	}
	return say("form.from", shown)
}

// someTicked are ids as an example of what may be ticked together.
func someTicked(qu *assess.Question) []string {
	var ids []string
	for _, o := range qu.Ticks {
		if !o.Exclusive && len(ids) < 2 {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// howTyped tells how an answer to a checklist, or one that is typed, is written in YAML; ""
// where an option is chosen.
func howTyped(qu *assess.Question, say Say) string {
	switch {
	case qu.Many():
		return say("form.many", "["+strings.Join(quotedIDs(someTicked(qu)), ", ")+"]")
	case qu.Typed():
		return say("form.typed." + string(qu.Input))
	}
	return ""
}

// above are the references of a section and of those that begin with it, from the outermost.
func above(s *assess.Section) []assess.Reference {
	var out []assess.Reference
	if up := s.Parent(); up != nil && up.AllQuestions()[0] == s.AllQuestions()[0] {
		out = above(up)
	}
	return append(out, s.References...)
}

// readMore tells where one can read on, a line for each reference.
func readMore(all []assess.Reference, language string, say Say) []string {
	var out []string
	for _, r := range all {
		text := r.Text.In(language)
		if r.URL != "" && r.URL != text {
			text += " " + r.URL
		}
		out = append(out, say("form.reference", text))
	}
	return out
}
