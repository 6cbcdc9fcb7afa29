package codec

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"bankmaturity/assess"
)

var languageTags = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// readLanguages reads the languages that every text has to have.
func (m *model) readLanguages(n *node, p *steps) {
	if !m.list(n, p, "language tags such as en, zh") {
		return
	}
	var tags []string
	good := true
	for i, item := range n.items {
		at := p.item(i)
		tag, ok := m.words(item, at)
		switch {
		case !ok:
			good = false
		case !languageTags.MatchString(tag):
			m.err(item, at, brief(tag)+" is no language tag", "write it like en, zh or pt-BR")
			good = false
		case slices.Contains(tags, tag):
			m.err(item, at, "the language "+tag+" stands here a second time", "")
		case len(tags) == 100:
			m.err(item, at, "a questionnaire has at most 100 languages", "")
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
func (m *model) text(n *node, p *steps) assess.Text {
	if n.kind != mapping {
		if n.kind == sequence {
			m.wrongKind(n, p, "a text, or a text for each language")
			return nil
		}
		word, _ := m.words(n, p)
		return assess.Plain(word)
	}
	given := map[string]string{}
	for i, k := range n.keys {
		word, _ := m.words(n.items[i], p.key(k.value))
		given[k.value] = word
		if m.languages != nil && !slices.Contains(m.languages, k.value) {
			m.err(k, p.key(k.value), "unknown language; the questionnaire's are "+strings.Join(m.languages, ", "), cmp.Or(fullWidth(k.value), m.nearest(k.value, absent(n, m.languages)), "another language is added to languages at the top"))
		}
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
		m.err(n, p, "no text in "+strings.Join(missing, ", "), "a text has every one of the languages, or is one string for all")
	}
	return t
}

// texts reads a list of texts.
func (m *model) texts(n *node, p *steps) []assess.Text {
	if !m.list(n, p, "texts") {
		return nil
	}
	out := make([]assess.Text, len(n.items))
	for i, item := range n.items {
		out[i] = m.text(item, p.item(i))
	}
	return out
}
