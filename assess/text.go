package assess

// A Text is what a person reads, in one or more languages, in the order of the
// questionnaire's languages. A text given as one string has a single
// translation with an empty language. The zero Text is absent.
type Text []Translation

// A Translation is a text in one language (a tag such as "en" or "zh").
type Translation struct {
	Language string
	Text     string
}

// In returns the text in a language, else in the first language it has, else
// the empty string.
func (t Text) In(language string) string {
	for _, tr := range t {
		if tr.Language == language {
			return tr.Text
		}
	}
	if len(t) == 0 {
		return ""
	}
	return t[0].Text
}

// Plain returns a text that is the same in every language.
func Plain(s string) Text { return Text{{Text: s}} }

// agrees reports whether two texts say the same in every language that both have; where they
// have none in common, whether their first translations do.
func (t Text) agrees(other Text) bool {
	common := false
	for _, mine := range t {
		for _, theirs := range other {
			if mine.Language == theirs.Language {
				common = true
				if mine.Text != theirs.Text {
					return false
				}
			}
		}
	}
	return common || t.In("") == other.In("")
}
