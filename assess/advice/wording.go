package advice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// OnWording returns what breaks the rules for questionnaires whose options are behavioural
// anchors: sentences that two people read alike. It asks for no particular ladder and no number
// of levels, looks at the languages it knows, en and zh, and leaves alone what is no sentence
// (a list shared by several questions counts once), criteria of gates, lists to tick and profile
// questions. The rules are explained in questionnaires/README.md.
func OnWording(q *assess.Questionnaire) []diag.Remark {
	w := wording{critic: critic{q: q}, judged: map[string]bool{}, said: map[string]string{}}
	walk(q, visitor{question: w.question})
	return w.remarks
}

// OncePerKind keeps the first remark of each kind and says in it how many more there are.
func OncePerKind(remarks []diag.Remark) []diag.Remark {
	more := map[string]int{}
	for _, r := range remarks {
		more[r.Kind]++
	}
	var kept []diag.Remark
	for _, r := range remarks {
		switch n := more[r.Kind] - 1; {
		case r.Kind == "":
		case n < 0:
			continue // its first stands already
		case n > 0:
			r.Message += fmt.Sprintf("; %d more like this, --all shows them", n)
		}
		more[r.Kind] = 0
		kept = append(kept, r)
	}
	return kept
}

// wording judges sentences.
type wording struct {
	critic
	judged map[string]bool   // options by their texts: a shared list is judged where it is first used
	said   map[string]string // the question in which an ask or an anchor stood first, by its text
}

// advise criticises the value that a path names; remarks of one kind are told together.
func (w *wording) advise(kind, path, message, hint string) {
	w.remark(path, message, hint)
	w.remarks[len(w.remarks)-1].Kind = kind
}

func (w *wording) question(path string, qu *assess.Question) {
	if len(qu.Evidence) == 0 && !qu.Profile {
		w.advise("no evidence", path, qu.ID+" asks for no evidence",
			"name what would show the upper levels: a sample, a screen, a figure with its target")
	}
	if !slices.Equal(qu.Title, qu.Ask) { // else one text serves as both
		w.translated(path+".title", qu.Title)
	}
	w.translated(path+".ask", qu.Ask)
	for _, tr := range qu.Ask {
		w.repeated(path+".ask", qu.ID, tr.Text)
	}
	// A criterion of a gate is met or not, a list is ticked, a profile is no behaviour.
	if qu.Level > 0 || qu.Many() || qu.Profile {
		return
	}
	set := fmt.Sprint(qu.Options)
	if w.judged[set] {
		return
	}
	w.judged[set] = true
	for _, language := range w.q.Languages {
		if rules, ok := rulesByLanguage()[language]; ok {
			w.anchors(path, qu, language, rules)
		}
	}
}

// anchors judges the options of a question in one language.
func (w *wording) anchors(path string, qu *assess.Question, language string, r rules) {
	texts := make([]string, len(qu.Options))
	for i, o := range qu.Options {
		for _, tr := range o.Text {
			if cmp.Or(tr.Language, w.q.Languages[0]) == language {
				texts[i] = tr.Text
			}
		}
	}
	for i, text := range texts {
		if r.length(text) < r.sentence {
			continue
		}
		at := fmt.Sprintf("%s.options[%d].text.%s", path, i, language)
		w.sentence(at, text, r)
		w.repeated(at, qu.ID, text)
		if i > 0 && !r.quantity.MatchString(text) {
			w.advise("no quantity", at, "the anchor does not say how much, or of how many", r.quantityHint)
		}
		others := append(slices.Delete(slices.Clone(texts), i, i+1), qu.Ask.In(language), qu.Title.In(language))
		if !shares(r.nouns(text), r.nouns(strings.Join(others, "\n"))) {
			w.advise("other object", at, "the anchor names nothing that the question and its other anchors name",
				"keep one object on all levels, by one name")
		}
	}
}

// sentence judges an anchor alone.
func (w *wording) sentence(path, text string, r rules) {
	if n := r.length(text); n > r.most {
		message := fmt.Sprintf("the anchor has %d %s, more than %d", n, r.unit, r.most)
		w.advise("long", path, message, "say one thing")
	}
	for _, word := range r.vague.FindAllString(text, -1) {
		w.advise("vague", path, fmt.Sprintf("%q can't be observed", word),
			"name the number, the share or the period instead")
	}
	if word := r.joins.FindString(text); word != "" {
		w.advise("joined", path, fmt.Sprintf("%q may join two behaviours", word), "one anchor, one behaviour")
	}
}

// repeated remarks on an ask or anchor that another question has too.
func (w *wording) repeated(path, id, text string) {
	first, known := w.said[text]
	if !known {
		w.said[text] = id
	} else if first != id {
		w.advise("repeated", path, fmt.Sprintf("the text stands at %s too", first),
			"say what is different, or share the options by a name")
	}
}

// shares reports whether two sets have something in common.
func shares(a, b map[string]bool) bool {
	for word := range a {
		if b[word] {
			return true
		}
	}
	return false
}

// translated checks that a text is given in every language.
func (w *wording) translated(path string, text assess.Text) {
	if len(w.q.Languages) > 1 && len(text) == 1 && text[0].Language == "" {
		w.advise("one language", path, "the text is the same in every language",
			"give it in each: {"+strings.Join(w.q.Languages, ": …, ")+": …}")
	}
}
