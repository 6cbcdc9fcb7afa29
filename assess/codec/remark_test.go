package codec

import (
	"testing"

	"bankmaturity/assess/diag"
)

func TestRemarks(t *testing.T) {
	t.Parallel()
	data := []byte("sets: [{text: 好}]\nsections:\n  - questions:\n      - {title: {en: One, zh: 一}, ask: \"What?\", options: sets}\n")
	tests := []struct {
		path         string
		line, column int
	}{
		{"sections[0].questions[0].title.zh", 4, 31},
		{"sections[0].questions[0].ask.en", 4, 40},             // one text for every language
		{"sections[0].questions[0].options[3].text.en", 4, 58}, // a shared list
		{"sets[0].text", 1, 15},
		{"nothing[3].like.this", 1, 1},
	}
	for _, tt := range tests {
		ds := Remarks("a.yaml", data, []diag.Remark{{Path: tt.path, Severity: diag.Warning, Message: "m"}})
		if len(ds) != 1 || ds[0].Line != tt.line || ds[0].Column != tt.column || ds[0].Path != tt.path || ds[0].Severity != diag.Warning {
			t.Errorf("%s: %+v, want %d:%d", tt.path, ds, tt.line, tt.column)
		}
	}
	if ds := Remarks("a.yaml", []byte("a: ["), nil); !diag.Errors(ds) {
		t.Error("a file that can't be read gives no error")
	}
}
