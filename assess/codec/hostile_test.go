package codec

import (
	"fmt"
	"strings"
	"testing"

	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// many repeats a numbered piece until it is long enough.
func many(size int, format string) string {
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func times(size int, piece string) string { return strings.Repeat(piece, size/len(piece)) }

const modelHead = `format: assess/questionnaire/v1
id: toy
version: "1.0.0"
title: Toy
levels: [{level: 1, name: Low}, {level: 2, name: High}]
option_sets: {two: [{value: 1, text: a}, {value: 2, text: b}]}
`

// hostile are texts that cost some reader of YAML or JSON more than their size.
var hostile = map[string]func(int) string{
	"answers/normal":          func(n int) string { return head + "answers:\n" + times(n, "  who: 3\n") },
	"answers/unknown ids":     func(n int) string { return head + "answers:\n" + many(n, "  whoo%d: 3\n") },
	"answers/documents":       func(n int) string { return times(n, "---\na: b\n") },
	"answers/empty documents": func(n int) string { return times(n, "---\n") },
	"answers/anchors":         func(n int) string { return many(n, "- &a%d x\n") },
	"answers/one voice":       func(n int) string { return head + "answers: {who: {votes: {" + times(n, "a") + ": 3}}}" },
	"answers/voices":          func(n int) string { return head + "answers: {who: {votes: {" + many(n, "v%d: 3, ") + "}}}" },
	"answers/note":            func(n int) string { return head + "answers: {who: {note: \"" + times(n, "\\x41 ") + "\"}}" },
	"answers/block note":      func(n int) string { return head + "answers:\n  who:\n    note: |\n" + times(n, "      x\n\n") },
	"answers/list":            func(n int) string { return head + "answers: {who: [" + times(n, "a,") + "]}" },
	"answers/evidence":        func(n int) string { return head + "answers: {who: {evidence: [" + times(n, "3,") + "]}}" },
	"answers/parked":          func(n int) string { return head + "answers: {}\nparked: [" + many(n, "q%d,") + "]" },
	"answers/targets":         func(n int) string { return head + "answers: {}\ntargets: {" + many(n, "q%d: 1,") + "}" },
	"answers/number":          func(n int) string { return head + "answers: {who: " + times(n, "1") + "}" },
	"answers/keys":            func(n int) string { return many(n, "k%d: 1\n") },
	"answers/missing":         func(n int) string { return head + "answers:\n" + times(n, "  who: {}\n") },
	"text/brackets":           func(n int) string { return times(n, "[") },
	"text/braces":             func(n int) string { return times(n, "{a: ") },
	"text/dashes":             func(n int) string { return times(n, "- ") },
	"text/questions":          func(n int) string { return times(n, "? ") },
	"text/comments":           func(n int) string { return "a: b\n" + times(n, "  # c\n # d\n\n") },
	"text/comments in a list": func(n int) string { return "a: [\n" + times(n, "b, # c\n# d\n") + "]" },
	"text/open quote":         func(n int) string { return "a: \"" + times(n, "x\n") },
	"text/open single quote":  func(n int) string { return "a: '" + times(n, "x y ") },
	"text/open bracket":       func(n int) string { return "a: [" + times(n, "b,\n") },
	"text/directives":         func(n int) string { return many(n, "%%TAG !a%d! x\n") },
	"text/late directives":    func(n int) string { return "a: b\n" + many(n, "%%TAG !a%d! x\n") },
	"text/dots":               func(n int) string { return times(n, "...\n") },
	"text/line separators":    func(n int) string { return "a: b" + times(n, "\u2028") },
	"text/old comments":       func(n int) string { return "a: b\r" + times(n, "# c\r") },
	"text/old block":          func(n int) string { return "a: |\r" + times(n, "  c\r") },
	"text/carriage returns":   func(n int) string { return "a: b" + times(n, "\r") },
	"text/stairs":             func(n int) string { return times(n, "a:\n "+"b:\n  c:\n   d:\n") },
	"text/one line":           func(n int) string { return "a: {" + many(n, "k%d: \"\", ") + "}" },
	"text/tags":               func(n int) string { return times(n, "- !a b\n") },
	"text/null characters":    func(n int) string { return times(n, "\x00") },
	"text/not UTF-8":          func(n int) string { return times(n, "\xff") },
	"text/deep then wide":     func(n int) string { return times(9990, "[") + times(n, "a,") },
	"json/brackets":           func(n int) string { return `{"a":` + times(n, "[") },
	"json/objects":            func(n int) string { return times(n, `{"a":`) },
	"json/keys":               func(n int) string { return "{" + many(n, `"k%d": 1,`) + `"z": 1}` },
	"json/same keys":          func(n int) string { return "{" + times(n, `"k":1,`) + `"z": 1}` },
	"json/text":               func(n int) string { return `{"a": "` + times(n, `\ud800`) + `"}` },
	"json/numbers":            func(n int) string { return `{"a": [` + times(n, "1,") + "1]}" },
	"json/open text":          func(n int) string { return `{"a": "` + times(n, "x") },
	"json/space":              func(n int) string { return "{" + times(n, "\n") },
	"model/alias bomb": func(int) string {
		text := modelHead + "sections:\n- &a0 [x, x, x, x, x, x, x, x, x]\n"
		for i := range 30 {
			text += fmt.Sprintf("- &a%d [%s]\n", i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 9), ", "))
		}
		return text
	},
	"model/big alias": func(n int) string {
		return modelHead + "source: &a [" + times(n, "x,") + "]\nsections: [" + times(300, "*a,") + "]"
	},
	"model/sections":   func(n int) string { return modelHead + "sections:\n" + many(n, "- {id: s%d, title: a}\n") },
	"model/same ids":   func(n int) string { return modelHead + "sections:\n" + times(n, "- {id: s, title: a}\n") },
	"model/languages":  func(n int) string { return modelHead + "languages: [" + many(n, "a%d, ") + "]\nsections: []" },
	"model/text":       func(n int) string { return modelHead + "sections: []\nsource: {" + many(n, "a%d: b, ") + "}" },
	"model/option set": func(n int) string { return modelHead + "sections: []\n" + many(n, "s%d: 1\n") },
	"model/levels": func(n int) string {
		return strings.Replace(modelHead, "]\n", ", "+many(n, "{level: %d, name: a}, ")+"]\n", 1) + "sections: []"
	},
	"model/options": func(n int) string {
		return modelHead + "sections: [{id: a, title: a, questions: [{id: b, title: b, ask: b, options: [" + many(n, "{value: %d, text: a},") + "]}]}]"
	},
	"model/questions": func(n int) string {
		return modelHead + "sections: [{id: a, title: a, questions: [" + many(n, "{id: q%d, title: b, ask: b, options: two},\n") + "]}]"
	},
	"model/chain": func(int) string { return modelHead + chain(9000) },
	"model/web":   func(n int) string { return modelHead + web(n) },
	"model/depends": func(n int) string {
		return modelHead + "sections:\n" + many(n, "- {id: s%[1]d, title: a, depends_on: [s1, s2, s%[1]d1, x%[1]d], questions: [{id: q%[1]d, title: b, ask: b, options: two}]}\n")
	},
}

// chain makes a questionnaire in which each question is asked by the one before.
func chain(n int) string {
	text := "sections: [{id: s, title: a, questions: [{id: q0, title: b, ask: b, options: two},\n"
	for i := range n {
		text += fmt.Sprintf("{id: q%d, title: b, ask: b, options: two, ask_if: {question: q%d, at_least: 1}},\n", i+1, i)
	}
	return text + "]}]"
}

// web makes questions with many conditions each.
func web(size int) string {
	var b strings.Builder
	b.WriteString("sections: [{id: s, title: a, questions: [{id: q0, title: b, ask: b, options: two},\n")
	for i := 1; b.Len() < size && i < 9000; i++ {
		fmt.Fprintf(&b, "{id: q%d, title: b, ask: b, options: two, ask_if: [", i)
		for j := max(0, i-50); j < i; j++ {
			fmt.Fprintf(&b, "{question: q%d, at_most: 2},", j)
		}
		b.WriteString("]},\n")
	}
	b.WriteString("]}]")
	return b.String()
}

type finder = Find

// readHostile reads a text as what its name says.
func readHostile(name string, find finder, data []byte) []diag.Diagnostic {
	switch {
	case strings.HasPrefix(name, "json/"):
		_, ds := ReadAnswers("a.json", data, find)
		return ds
	case strings.HasPrefix(name, "model/"):
		_, ds := ReadQuestionnaire("q.yaml", data)
		return ds
	}
	_, ds := ReadAnswers("a.yaml", data, find)
	Own(data)
	return ds
}

// Hostile texts are read or blamed; the benchmark below says how fast.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	q := toy(t)
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ds := readHostile(name, only(q), []byte(text(100_000)))
			if len(ds) == 0 && !strings.HasPrefix(name, "model/") && !strings.Contains(name, "note") {
				t.Error("read without a diagnostic")
			}
			var out strings.Builder
			if err := diag.Write(&out, ds, diag.Options{}); err != nil || len(out.String()) > 100_000 {
				t.Errorf("%d bytes of diagnostics: %v", out.Len(), err)
			}
		})
	}
}

// The alias bomb stops at the limit, however much it stands for.
func TestAliasesAreBounded(t *testing.T) {
	t.Parallel()
	_, ds := ReadQuestionnaire("q.yaml", []byte(hostile["model/alias bomb"](0)))
	if len(ds) != 1 || !strings.HasPrefix(ds[0].Message, "aliases are used more than 100 times") {
		t.Errorf("%v", ds)
	}
}

func TestTooLarge(t *testing.T) {
	t.Parallel()
	_, ds := ReadQuestionnaire("q.yaml", make([]byte, tree.MaxBytes+1))
	if len(ds) != 1 || ds[0].Message != "the file has more than 64 MiB" {
		t.Errorf("%v", ds)
	}
}

func BenchmarkHostile(b *testing.B) {
	q := toy(b)
	for name, text := range hostile {
		for _, size := range []int{1_000_000, 8_000_000} {
			data := []byte(text(size))
			b.Run(fmt.Sprintf("%s/%d", name, len(data)), func(b *testing.B) {
				b.SetBytes(int64(len(data)))
				for b.Loop() {
					readHostile(name, only(q), data)
				}
			})
		}
	}
}
