package diag

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

func TestWrite(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("x", 90) + "here" + strings.Repeat("y", 90)
	tests := []struct {
		name string
		d    Diagnostic
		want string
	}{
		{
			"as in the specification",
			Diagnostic{File: "answers.yaml", Line: 14, Column: 3, Path: "answers.served-by-behavior",
				Severity: Error, Message: "no such question in bank-digital 2.0.0",
				Hint: "did you mean served-by-behaviour?", Source: "  served-by-behavior: 3", Length: 18},
			"answers.yaml:14:3: answers.served-by-behavior: no such question in bank-digital 2.0.0\n" +
				"   14 |   served-by-behavior: 3\n" +
				"      |   ^^^^^^^^^^^^^^^^^^ did you mean served-by-behaviour?\n",
		},
		{
			"warning without path or hint",
			Diagnostic{File: "a", Line: 123456, Column: 1, Severity: Warning, Message: "m", Source: "abc"},
			"a:123456:1: warning: m\n123456 | abc\n      | ^\n",
		},
		{
			"the file as a whole",
			Diagnostic{File: "a", Severity: Error, Message: "m", Hint: "h"},
			"a: m\n        h\n",
		},
		{
			"wide characters",
			Diagnostic{File: "a", Line: 1, Column: 3, Severity: Error, Message: "m", Source: "银行客户: 3",
				Length: 2},
			"a:1:3: m\n    1 | 银行客户: 3\n      |     ^^^^\n",
		},
		{
			"ambiguous characters are narrow",
			Diagnostic{File: "a", Line: 1, Column: 4, Severity: Error, Message: "m", Source: "“§”x"},
			"a:1:4: m\n    1 | “§”x\n      |    ^\n",
		},
		{
			"tabs stay tabs",
			Diagnostic{File: "a", Line: 1, Column: 4, Severity: Error, Message: "m", Source: "\ta\tbc",
				Length: 2},
			"a:1:4: m\n    1 | \ta\tbc\n      | \t \t^^\n",
		},
		{
			"combining marks",
			Diagnostic{File: "a", Line: 1, Column: 4, Severity: Error, Message: "m", Source: "ne\u0301x",
				Length: 1},
			"a:1:4: m\n    1 | ne\u0301x\n      |   ^\n",
		},
		{
			"what a terminal would obey",
			Diagnostic{File: "a\x1b", Line: 1, Column: 4, Path: "p\u202e", Severity: Error,
				Message: "m\n\u009b", Hint: "\x00", Source: "\x1b[\u202ex\u2028", Length: 1},
			"a\\u001B:1:4: p\\u202E: m\\u000A\\u009B\n    1 | \ufffd[\ufffdx\ufffd\n      |    ^ \\u0000\n",
		},
		{
			"not UTF-8",
			Diagnostic{File: "a", Line: 1, Column: 2, Severity: Error, Message: "\xff", Source: "\xffb"},
			"a:1:2: \ufffd\n    1 | \ufffdb\n      |  ^\n",
		},
		{
			"beyond the end of the line",
			Diagnostic{File: "a", Line: 1, Column: 9, Severity: Error, Message: "m", Source: "ab"},
			"a:1:9: m\n    1 | ab\n      |   ^\n",
		},
		{
			"a long line",
			Diagnostic{File: "a", Line: 1, Column: 91, Severity: Error, Message: "m", Source: long,
				Length: 4},
			"a:1:91: m\n    1 | …" + strings.Repeat("x", 60) + "here" + strings.Repeat("y", 36) +
				"…\n      | " + strings.Repeat(" ", 61) + "^^^^\n",
		},
		{
			"a part of a line",
			Diagnostic{File: "a", Line: 1, Column: 1003, Severity: Error, Message: "m", Source: "xxhere",
				Before: 1000, Length: 4},
			"a:1:1003: m\n    1 | …xxhere\n      |    ^^^^\n",
		},
	}
	for _, tt := range tests {
		var out bytes.Buffer
		if err := Write(&out, []Diagnostic{tt.d}, Options{}); err != nil || out.String() != tt.want {
			t.Errorf("%s: got\n%s\nwant\n%s", tt.name, out.String(), tt.want)
		}
	}
}

func TestFirstFiftyOfAFile(t *testing.T) {
	t.Parallel()
	var ds []Diagnostic
	for i := range 120 {
		ds = append(ds, Diagnostic{File: []string{"a", "b"}[i/60], Line: i + 1, Severity: Error,
			Message: "m"})
	}
	for all, want := range map[bool]int{false: 102, true: 120} {
		var out bytes.Buffer
		if err := Write(&out, ds, Options{All: all}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(out.String(), "\n"); got != want ||
			strings.Contains(out.String(), "a: 10 more; assess check --all prints every one\n") == all {
			t.Errorf("all %t: %d lines, want %d:\n%s", all, got, want, out.String())
		}
	}
}

func TestSort(t *testing.T) {
	t.Parallel()
	ds := []Diagnostic{{File: "z", Line: 2}, {File: "a", Line: 1}, {File: "z", Line: 1, Column: 2},
		{File: "z", Line: 1, Column: 1, Message: "1"}, {File: "z", Line: 1, Column: 1, Message: "2"}}
	Sort(ds)
	got := ""
	for _, d := range ds {
		got += fmt.Sprintf("%s%d:%d%s ", d.File, d.Line, d.Column, d.Message)
	}
	if got != "z1:11 z1:12 z1:2 z2:0 a1:0 " {
		t.Error(got)
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	got, err := json.Marshal(Diagnostic{File: "f", Line: 1, Column: 2, Path: "p", Severity: Warning,
		Message: "m", Source: "s", Length: 3})
	want := `{"file":"f","line":1,"column":2,"path":"p","severity":"warning","message":"m","hint":""}`
	if err != nil || string(got) != want {
		t.Errorf("%s %v", got, err)
	}
}

func TestNearest(t *testing.T) {
	t.Parallel()
	known := []string{"title", "summary", "weight", "votes", "note", "served-by-behaviour", "wholesale"}
	for word, want := range map[string]string{
		"titel": "title", "Title": "title", "sumary": "summary", "notes": "note",
		"served-by-behavior": "served-by-behaviour",
		"frobnicate":         "", "": "", "title": "", strings.Repeat("title", 1000): "", "客户": "",
	} {
		if got := Nearest(word, known); got != want {
			t.Errorf("Nearest(%.20q) = %q, want %q", word, got, want)
		}
	}
}
