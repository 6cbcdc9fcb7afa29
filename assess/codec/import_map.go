package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// An ImportMap says what the columns and texts of an export mean, where that is not plain.
type ImportMap struct {
	q       *assess.Questionnaire
	headers int               // rows of heads: 1, 2, or 0 where it doesn't say
	columns map[string]target // by their keys
	texts   map[*assess.Question]map[string]reading
	order   []string // of the keys of columns
}

// ReadImportMap reads a map; nil where it has an error.
func ReadImportMap(name string, data []byte, find Find) (*ImportMap, []diag.Diagnostic) {
	s := tree.New(name, data, nil)
	r := &mapReader{Source: s, ImportMap: &ImportMap{
		columns: map[string]target{}, texts: map[*assess.Question]map[string]reading{},
	}}
	root := single(s, tree.Options{}, "map")
	if root != nil && begins(s, root, importMapFormat, mapKeys) {
		if n := root.Child("questionnaire"); n != nil {
			r.questionnaire(n, find)
		}
		if r.q != nil {
			mapKeys.ReadInOrder(r, root)
		}
	}
	if s.Failed() {
		return nil, s.Diagnostics()
	}
	return r.ImportMap, s.Diagnostics()
}

// A mapReader reads a map. Its questionnaire comes before all else.
type mapReader struct {
	*tree.Source
	*ImportMap
}

var mapKeys = tree.Table[*mapReader]{
	{Name: "format", Required: true},
	{Name: "questionnaire", Required: true},
	tree.Nullable("header_rows", func(r *mapReader, n *tree.Node) {
		r.headers, _ = r.Integer(n, 1, 2, "1, or 2 where the names of options stand in a row of their own")
	}),
	tree.Nullable("columns", (*mapReader).readColumns),
	tree.Nullable("texts", (*mapReader).readTexts),
}

func (r *mapReader) questionnaire(n *tree.Node, find Find) {
	id, ok := r.Words(n)
	if !ok {
		return
	}
	q, reason, known := find(id, "")
	if q == nil {
		r.Err(n, "no questionnaire "+tree.Brief(id)+": "+reason, r.Nearest(id, known))
		return
	}
	r.q = q
}

func (r *mapReader) readColumns(n *tree.Node) {
	if n.Kind != tree.Mapping {
		r.ErrKind(n, "a mapping of headers to what they are")
		return
	}
	for _, v := range n.Items {
		if v.Nothing() { // as good as absent
			continue
		}
		if word, ok := r.Words(v); ok {
			if t, known := r.target(v, word); known {
				r.columns[v.Name] = t
				r.order = append(r.order, v.Name)
			}
		}
	}
}

// target is what a word of a map names.
func (r *mapReader) target(n *tree.Node, word string) (target, bool) {
	if slices.Contains(importFields, word) {
		return target{field: word}, true
	}
	name, option, part := strings.Cut(word, "[")
	qu := r.q.QuestionNamed(name)
	if qu == nil {
		known := slices.Clone(importFields)
		for _, other := range r.q.Questions() {
			known = append(known, other.ID)
		}
		r.Err(n, tree.Brief(word)+" is no question of "+r.q.ID+", and none of "+strings.Join(importFields, ", "),
			r.Nearest(name, known))
		return target{}, false
	}
	if !part {
		return target{question: qu}, true
	}
	option, closed := strings.CutSuffix(option, "]")
	if _, ok := qu.Tick(option); !ok || !closed {
		accepted := "it takes no options"
		if qu.Many() {
			accepted = "accepted are " + ticks(qu)
		}
		r.Err(n, tree.Brief(word)+" is no option of "+qu.ID+"; "+accepted, r.Nearest(option, tickIDs(qu)))
		return target{}, false
	}
	return target{question: qu, option: option}, true
}

func (r *mapReader) readTexts(n *tree.Node) {
	if n.Kind != tree.Mapping {
		r.ErrKind(n, "a mapping of question ids to texts")
		return
	}
	for _, v := range n.Items {
		qu := r.q.QuestionNamed(v.Name)
		switch {
		case qu == nil:
			ids := make([]string, 0, len(r.q.Questions()))
			for _, other := range r.q.Questions() {
				ids = append(ids, other.ID)
			}
			r.Err(v.Key(), "no such question in "+r.q.ID+" "+r.q.Version, r.Nearest(v.Name, ids))
		case v.Nothing():
		case v.Kind != tree.Mapping:
			r.ErrKind(v, "a mapping of texts to answers")
		default:
			if r.texts[qu] == nil {
				r.texts[qu] = map[string]reading{}
			}
			for _, text := range v.Items {
				if said := readingOf(r.Source, text, qu); said.kind != unread {
					r.texts[qu][text.Name] = said
				}
			}
		}
	}
}
