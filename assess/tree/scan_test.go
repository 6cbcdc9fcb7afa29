package tree

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// drawn writes nodes so that two trees can be compared, places and paths included.
func drawn(b *strings.Builder, n *Node) {
	fmt.Fprintf(b, "%s%d %d %t %d %q\n", n.Path()+" ", n.Kind, n.Class, n.Quoted, n.At, n.Value)
	for _, v := range n.Items {
		if v.up != n || v.key.known != (n.Kind == Mapping) {
			b.WriteString("not linked\n")
		}
		if v.key.known {
			drawn(b, v.Key())
		}
		drawn(b, v)
	}
}

// trees reads a text one way.
func trees(name, text string, scan bool) (string, bool) {
	s := New(name, []byte(text), nil)
	if !s.Readable(false, "") {
		return "", false
	}
	var docs []Document
	switch filepath.Ext(name) {
	case ".yaml":
		docs = s.YAML(Options{Scan: scan})
	case ".json":
		docs = s.JSON(Options{Scan: scan})
	default:
		docs = s.JSONLines(Options{Scan: scan})
	}
	var b strings.Builder
	for _, d := range docs {
		fmt.Fprintf(&b, "%d to %d\n", d.From, d.To)
		drawn(&b, d.Root)
	}
	for _, d := range s.Diagnostics() {
		fmt.Fprintf(&b, "%+v\n", d)
	}
	return b.String(), true
}

// agree requires that both ways read the same from a text.
func agree(t *testing.T, name, text string) {
	t.Helper()
	got, _ := trees(name, text, true)
	want, _ := trees(name, text, false)
	if got != want {
		t.Fatalf("%s\n%q\nscanned\n%s\nwant\n%s", name, text, got, want)
	}
}

// scanned reports whether the scanner is sure of a text.
func scanned(name, text string) bool {
	s := New(name, []byte(text), nil)
	if !s.Readable(false, "") {
		return false
	}
	if filepath.Ext(name) == ".json" {
		return scanJSON(s.arena, s.Text, 0) != nil
	}
	for _, d := range s.spans() {
		if !s.plain || scanYAML(s.arena, s.Text[:d.to], d.from) == nil {
			return false
		}
	}
	return true
}

// The flavours hold the same 45 answers as people, PyYAML 6, js-yaml 4, ruamel.yaml, the form
// of `assess new answers` and JSON libraries write them.
//
// What people and programs write is scanned, and read as yaml.v3 reads it.
func TestFlavoursAreScanned(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/flavours/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no flavours", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		agree(t, file, string(data))
		if !scanned(file, string(data)) {
			t.Errorf("%s is not scanned", file)
		}
	}
}

// Small texts in which the rules of YAML meet.
var corners = []string{
	"a: b", "a:\n- b\n-\n- c: d\n  e: f\n", "a:\n  - - b\n    - c\n  -\n    d: e\n", "- a\n-\n-\n  - b\n", "a:\nb:\n", "a: b\n c\n\n d\ne: f",
	"a: 'it''s'\nb: \"x\\\n  y\\n\\u00e9\\x41\\U0001F3E6 z\n\n  w\"\n", "a: |\n  x\n\n   y\n  z\n\nb: >-\n  x\n  y\n\n  z\n   w\nc: |2+\n   x\n\n",
	"a: {b: c, d: , e: [f, g, ], 'h': \"i\"}\n", "a: {b: c,\n  d: [e\n f, g]\n}\n", "# c\na: b # d\n# e\n  # f\nc: d\n#g", "a: b#c\nd: e:f\n",
	"a: -1\nb: 012\nc: 1e3\nd: .5\ne: 2026-11-23\nf: 0x1F\ng: +.inf\nh: 1_000\ni: 1.2.3\n", "a: null\nb: ~\nc: Null\nd: True\ne: no\nf: on\n",
	"true: a\n", "<<: a\n", "a: <<\n", "? a\n: b\n", "a: &b c\n", "a: *b\n", "!!str a: b\n", "a: !b c\n", "a:\tb\n", "\ta: b\n", "a: b\tc\t\n",
	"---\na: b\n", "--- # c\na: b\n...\n", "--- a: b\n", "---\na: b\n---\nc: d\n", "%YAML 1.1\n---\na: b\n", "a: b\r\nc:\r\n  - d\r\n", "a: b\rc: d\r",
	"{\"a\":1,\"b\":[2]}", "{a: b}: c\n", "[a, b]\n", "a: [b: c]\n", "a: {b}\n", "a: {b c: d}\n", "a: [b\nc: d\n", "a: b: c\n", "a: 'b': c\n", "a: - b\n", "-a: b\n", "a: -\n",
	"a: ?b\n", "a: b?\n", "a: {b?c: d}\n", "a: 'b' c\n", "a: 'b'#c\n", "a: @b\n", "a: `b\n", "a: %b\n", "a:\n  b\n  c: d\n", "a:\n   b: c\n  d: e\n", "a:\n b:\n  c:\n   - d\n   -   e:  f\n       g:   h\n",
	"a: |\n", "a: |\nb: c\n", "a: >+\n\n\nb: c\n", "a: |0\n b\n", "a: |-3\n    b\n   c\n", "a: | # c\n b\n", "- |\n a\n- >\n b\n", "a:\n- |\n  b\n- c\n", "|\n a\n", "a: |\n\t\n  b\n", "a: |\n  b\n # c\nd: e\n",
	"a : b\n'c' : d\n", "a:  \n  b:   c   \n", "a: b\n\n\n c\nd: e\n", "a: [\n# b\nc, # d\n# e\n]\n", "a: \"b\n\n  c\" # d\n", "a: '\n'\n", "a: \"\\\n\"\n", "a: \"\\/\"\n", "a: \"\\ud800\"\n", "", "#", "- ", "-", "a", "'a'",
	"a: b\n  # c\n  d\n", "a:\n  # c\n\n# d\n- b\n", "a: {}\nb: []\n", "a: [[], {}, [{}]]\n", "a: [-1, -, b]\n", "a: [b,, c]\n", "{,}", "a: {b: c d: e}\n", "a: {'b':c}\n", "a: {b:c, d: e}\n", "k: {\"a\" : 1}\n",
	"0: a\n1.5: b\n", "a: b\na: c\n", strings.Repeat("- ", 70), strings.Repeat("a:\n ", 3), strings.Repeat("[", 70) + strings.Repeat("]", 70),
	"a: \u00e4 \u4e00: b\n\u00e4: c\n", "a\u00a0: b\n", "a: \u2028b\n", "a: b\ufeff\n", "\ufeffa: b\n", "a: \"\u0085\"\n", "a: 'x\ty'\n", strings.Repeat("k", 1100) + ": v\n", "a: b\n- c\n", "- a\nb: c\n", "a:\n- b\n c: d\n",
	`{"a": "\ud83c\udfe6\u00e4\n\/", "b": [1, -0.5e+3, true, false, null, {}, []]}`, `{"a": "\ud83c"}`, `{"a": 01}`, `{"a": 1,}`, `{"a": [1,]}`, `{"a" 1}`, `{"a": "` + "\t" + `"}`, `{"$schema": "x", "a": 1, "a": 2}`, "{\"a\": 1}\n\n{\"b\": 2}\n", `{"a": -}`, `{"a": 1.}`, `{"a": nul}`, `[1]`, `1`,
}

func TestCorners(t *testing.T) {
	t.Parallel()
	for _, text := range corners {
		for _, name := range []string{"a.yaml", "a.json", "a.jsonl"} {
			agree(t, name, text)
		}
	}
}

// Whatever a text holds, the scanners read it as yaml.v3 and encoding/json do, or leave
// it to them.
func FuzzScanner(f *testing.F) {
	for _, text := range corners {
		f.Add([]byte(text))
	}
	for _, pattern := range []string{"testdata/flavours/*", "../codec/testdata/err/*", "../codec/testdata/*.yaml", "../../docs/examples/*/*.yaml"} {
		files, _ := filepath.Glob(pattern)
		for _, file := range files {
			if data, err := os.ReadFile(file); err == nil && len(data) < 4000 && filepath.Ext(file) != ".out" {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"a.yaml", "a.json", "a.jsonl"} {
			agree(t, name, string(data))
		}
	})
}
