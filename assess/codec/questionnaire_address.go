package codec

import (
	"net/url"
	"strings"
	"unicode"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// readReferences reads a list of references.
func (m *model) readReferences(n *tree.Node) []assess.Reference {
	if !m.List(n, "texts, or references {text, url}") {
		return nil
	}
	out := make([]assess.Reference, len(n.Items))
	for i, item := range n.Items {
		out[i] = m.reference(item)
	}
	return out
}

// A referenceReader reads one reference.
type referenceReader struct {
	*model
	assess.Reference
}

var referenceKeys = tree.Table[*referenceReader]{
	tree.Required("text", func(r *referenceReader, n *tree.Node) { r.Text = r.text(n) }),
	tree.Required("url", func(r *referenceReader, n *tree.Node) { r.URL = r.address(n) }),
}

// reference reads a text, or a text with an address. A mapping with one of the two keys is
// the latter; others are texts by language.
func (m *model) reference(n *tree.Node) assess.Reference {
	r := referenceReader{model: m}
	if n.Child("text") == nil && n.Child("url") == nil {
		r.Text = m.text(n)
		return r.Reference
	}
	if referenceKeys.Check(m.Source, n) {
		referenceKeys.Read(&r, n)
	}
	return r.Reference
}

// address reads where a reference leads: over https, to a named host.
func (m *model) address(n *tree.Node) string {
	word, ok := m.Words(n)
	if !ok {
		return ""
	}
	u, err := url.Parse(word)
	bad := strings.ContainsFunc(word, func(c rune) bool { return unicode.IsSpace(c) || unicode.IsControl(c) })
	if err != nil || bad || u.Scheme != "https" || u.Host == "" || !strings.HasPrefix(word, "https://") {
		m.Err(n, tree.Brief(word)+" is no address", "an address begins with https://")
	}
	return word
}
