package codec

import (
	"slices"

	"bankmaturity/assess/tree"
)

// givenKeys are what a form holds before anybody fills it in.
var givenKeys = []string{
	"$schema", "format", "questionnaire", "questionnaire_version", "organization", "respondent",
	"date", "language",
}

// Unfilled reports whether a file is a form for answers in which nothing is filled in yet,
// not even the organization: there is nothing to blame in it.
func Unfilled(name string, data []byte) bool {
	s := tree.New(name, data, nil)
	docs := parse(s, tree.Options{Scan: true})
	return len(docs) > 0 && !s.Failed() &&
		!slices.ContainsFunc(docs, func(d tree.Document) bool { return !unfilled(d.Root) })
}

func unfilled(root *tree.Node) bool {
	format := root.Child("format")
	if format == nil || format.Value != answersFormat {
		return false
	}
	return !slices.ContainsFunc(root.Items, func(n *tree.Node) bool {
		return !slices.Contains(givenKeys, n.Name) && !saysNothing(n)
	})
}

// saysNothing reports whether a value was left empty. A list never was: that nothing is in
// it may be an answer.
func saysNothing(n *tree.Node) bool {
	if n.Kind == tree.Mapping {
		return !slices.ContainsFunc(n.Items, func(v *tree.Node) bool { return !saysNothing(v) })
	}
	return n.Nothing() || n.Blank()
}
