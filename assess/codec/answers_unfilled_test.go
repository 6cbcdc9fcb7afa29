package codec

import (
	"testing"
)

// The forms as they are written are not filled in; a word in them is enough.
func TestUnfilled(t *testing.T) {
	t.Parallel()
	const head = "format: assess/answers/v1\nquestionnaire: x\nquestionnaire_version: \"1\"\ndate: 2026-11-23\n"
	for text, want := range map[string]bool{
		head + "organization:\nanswers:\n":                                             true,
		head + "organization: \"\"\nrespondent: {name: , role: }\nanswers: {a: , b: }": true,
		head + "organization: \" \"\nanswers: {a: {note: , evidence: null}}":           true,
		head + "answers: {}":                       true,
		head + "organization: Bank\nanswers:\n":    true, // written in beforehand
		head + "organization: Bank\nparked: [a]":   false,
		head + "organization:\nanswers: {a: 1}":    false,
		head + "organization:\nanswers: {a: []}":   false,
		head + "organization:\nvoices: [A]":        false,
		head + "organization:\n---\n" + head:       true,
		head + "organization:\n---\norganization:": false,
		"organization:\nanswers:\n":                false,
		"":                                         false,
		"x: [":                                     false,
		"- a":                                      false,
	} {
		if Unfilled("a.yaml", []byte(text)) != want {
			t.Errorf("%q is filled in: %v", text, want)
		}
	}
	json := `{"$schema": "x", "format": "assess/answers/v1", "organization": "", "answers": {}}`
	if !Unfilled("a.json", []byte(json)) {
		t.Error("a JSON form is filled in")
	}
	for _, language := range []string{"en", "zh"} {
		book, err := NewWorkbook(emptyBlank(toy(t), language))
		if err != nil || !Unfilled("a.xlsx", book) {
			t.Errorf("the workbook in %s is filled in (%v)", language, err)
		}
		if !Unfilled("a.yaml", NewAnswers(emptyBlank(toy(t), language))) {
			t.Errorf("the form in %s is filled in", language)
		}
	}
}
