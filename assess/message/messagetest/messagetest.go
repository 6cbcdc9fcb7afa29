// Package messagetest holds catalogues to the source that uses them, and
// languages to one another. Tests import it.
package messagetest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bankmaturity/assess/message"
)

// endings are what the source adds to a key: forms for a number, variants.
var endings = []string{"", ".one", ".other", ".by", ".others"}

// Check reports keys that the Go files of the current folder use and the
// catalogue lacks, keys that nothing uses, and every difference in keys or
// placeholders between the languages of files, and half-width punctuation in
// Chinese. prefixed are beginnings of keys that the source builds from parts.
func Check(t *testing.T, files fs.FS, prefixed ...string) {
	t.Helper()
	CheckFolders(t, files, []string{"."}, prefixed...)
}

// CheckFolders is [Check] for a catalogue that the Go files of several folders use.
func CheckFolders(t *testing.T, files fs.FS, folders []string, prefixed ...string) {
	t.Helper()
	c, err := message.Load(files, message.Fallback)
	if err != nil {
		t.Fatal(err)
	}
	keys, words := c.Keys(), literals(t, folders)
	for key := range keys {
		if !used(key, words) && !slices.ContainsFunc(prefixed,
			func(p string) bool { return strings.HasPrefix(key, p) }) {
			t.Errorf("key %s is not used", key)
		}
	}
	for word := range words {
		if looksLikeKey(word, keys) && !slices.ContainsFunc(endings,
			func(e string) bool { _, ok := keys[word+e]; return ok }) {
			t.Errorf("key %s is missing", word)
		}
	}
	languages(t, files, keys)
}

// literals are the strings of the packages in folders.
func literals(t *testing.T, folders []string) map[string]bool {
	t.Helper()
	var names []string
	for _, folder := range folders {
		found, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, found...)
	}
	out := map[string]bool{}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				s, _ := strconv.Unquote(lit.Value)
				out[s] = true
			}
			return true
		})
	}
	return out
}

func used(key string, words map[string]bool) bool {
	return slices.ContainsFunc(endings, func(e string) bool {
		base, ok := strings.CutSuffix(key, e)
		return ok && words[base]
	})
}

// looksLikeKey reports whether a literal is words joined by dots, the first of
// which some key begins with.
func looksLikeKey(s string, keys map[string]string) bool {
	head, rest, dotted := strings.Cut(s, ".")
	if !dotted || head == "" || rest == "" || strings.HasSuffix(rest, ".") ||
		strings.ContainsAny(s, " %/\n\"") {
		return false
	}
	for k := range keys {
		if strings.HasPrefix(k, head+".") {
			return true
		}
	}
	return false
}

var placeholders = regexp.MustCompile(`%\[\d+\][sdvq]|%%`)

// halfWidth is Western punctuation in Chinese prose.
var halfWidth = regexp.MustCompile(`\p{Han}[,.;:?!()"']|[,;:?!()"']\p{Han}`)

// languages compares every catalogue of files with the fallback's.
func languages(t *testing.T, files fs.FS, want map[string]string) {
	t.Helper()
	names, err := fs.Glob(files, "messages/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		language := strings.TrimSuffix(path.Base(name), ".json")
		c, err := message.Load(files, language)
		if err != nil {
			t.Fatal(err)
		}
		got := c.Keys()
		for key, text := range want {
			other, ok := got[key]
			if !ok {
				t.Errorf("%s has no text for %s", language, key)
			} else if a, b := marks(text), marks(other); !slices.Equal(a, b) {
				t.Errorf("%s: %s has the placeholders %v, not %v", language, key, b, a)
			}
		}
		for key, text := range got {
			if halfWidth.MatchString(text) {
				t.Errorf("%s: %s has half-width punctuation beside Chinese: %s", language, key, text)
			}
			if _, ok := want[key]; !ok {
				t.Errorf("%s has a text for %s that no other language has", language, key)
			}
		}
	}
}

// marks are the placeholders of a text, each once, sorted.
func marks(text string) []string {
	out := placeholders.FindAllString(text, -1)
	slices.Sort(out)
	return slices.Compact(out)
}
