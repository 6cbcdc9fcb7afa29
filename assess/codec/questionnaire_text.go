package codec

import (
	"cmp"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// IsLanguageTag reports whether a word is a language tag: two to eight letters, then
// parts of up to eight letters and digits behind hyphens.
func IsLanguageTag(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) == 0 || len(part) > 8 || i == 0 && len(part) < 2 {
			return false
		}
		for _, c := range []byte(part) {
			letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
			if !letter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
	}
	return true
}

// readLanguages reads the languages that every text has to have.
func (m *model) readLanguages(n *tree.Node) {
	if !m.List(n, "language tags such as en, zh") {
		return
	}
	var tags []string
	good := true
	for _, item := range n.Items {
		tag, ok := m.Words(item)
		switch {
		case !ok:
			good = false
		case !IsLanguageTag(tag):
			m.Err(item, tree.Brief(tag)+" is no language tag", "write it like en, zh or pt-BR")
			good = false
		case slices.Contains(tags, tag):
			m.Err(item, "the language "+tag+" stands here a second time", "")
		case len(tags) == maxLanguages:
			m.Err(item, "a questionnaire has at most 100 languages", "")
			return
		default:
			tags = append(tags, tag)
		}
	}
	if good {
		m.q.Languages, m.languages = tags, tags
	}
}

// text reads a text: one string for every language, or one per language, for
// exactly the languages of the questionnaire.
func (m *model) text(n *tree.Node) assess.Text {
	if n.Kind != tree.Mapping {
		if n.Kind == tree.Sequence {
			m.ErrKind(n, "a text, or a text for each language")
			return nil
		}
		word, _ := m.Words(n)
		return assess.Plain(word)
	}
	given := map[string]string{}
	var absent []string // for hints
	for _, v := range n.Items {
		tag := v.Name
		given[tag], _ = m.Words(v)
		if m.languages == nil || slices.Contains(m.languages, tag) {
			continue
		}
		if absent == nil {
			absent = slices.DeleteFunc(slices.Clone(m.languages), func(tag string) bool { return n.Child(tag) != nil })
		}
		m.Err(v.Key(), "unknown language; the questionnaire's are "+strings.Join(m.languages, ", "),
			cmp.Or(tree.FullWidth(tag), m.Nearest(tag, absent), "another language is added to languages at the top"))
	}
	var t assess.Text
	var missing []string
	for _, tag := range m.languages {
		if word, ok := given[tag]; ok {
			t = append(t, assess.Translation{Language: tag, Text: word})
		} else {
			missing = append(missing, tag)
		}
	}
	if len(missing) > 0 {
		hint := "a text has every one of the languages, or is one string for all"
		m.Err(n, "no text in "+strings.Join(missing, ", "), hint)
	}
	return t
}

// texts reads a list of texts.
func (m *model) texts(n *tree.Node) []assess.Text {
	if !m.List(n, "texts") {
		return nil
	}
	out := make([]assess.Text, len(n.Items))
	for i, item := range n.Items {
		out[i] = m.text(item)
	}
	return out
}
