package questionnaires

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/advice"
)

var update = flag.Bool("update", false, "add new ids to the list of ids")

// The wording of every bundled questionnaire follows the authors' rules.
func TestWording(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		for _, r := range advice.OnWording(read(t, name)) {
			t.Errorf("%s: %s: %s", name, r.Path, r.Message)
		}
	}
}

// Every text is there in both languages; the reader holds texts to the list.
func TestLanguages(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		if q := read(t, name); !slices.Equal(q.Languages, []string{"en", "zh"}) {
			t.Errorf("%s speaks %v", name, q.Languages)
		}
	}
}

// An id keeps its meaning for ever: answers of earlier years are compared by it. What an id
// means, or meant in an earlier edition, stands in testdata/ids.txt; a line there is never
// changed, and an id that was given up is never given again.
func TestIdsKeepTheirMeaning(t *testing.T) {
	t.Parallel()
	const file = "testdata/ids.txt"
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	known := strings.Split(strings.TrimSpace(string(old)), "\n")
	meant := map[string]string{} // by questionnaire and id
	for _, line := range known {
		id, _, _ := strings.Cut(line, ": ")
		meant[id] = line
	}
	for _, line := range idsNow(t) {
		id, _, _ := strings.Cut(line, ": ")
		switch before := meant[id]; {
		case before == line:
		case before != "":
			t.Errorf("%q means something else than before: %q", line, before)
		case *update:
			known = append(known, line)
		default:
			t.Errorf("%q is new: -update adds it", line)
		}
	}
	if *update && !t.Failed() {
		if err := os.WriteFile(file, []byte(strings.Join(known, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// idsNow are the ids of the bundled questionnaires, each with what it means.
func idsNow(t *testing.T) []string {
	t.Helper()
	var now []string
	for _, name := range Names() {
		q := read(t, name)
		for _, s := range q.AllSections() {
			now = append(now, fmt.Sprintf("%s %s: %s", name, s.ID, s.Title.In("en")))
		}
		for _, qu := range q.Questions() {
			now = append(now, fmt.Sprintf("%s %s: %s", name, qu.ID, qu.Title.In("en")))
		}
	}
	return now
}

var reference = regexp.MustCompile(`^(Article|文章) ?([0-9.]+-s[0-9]+)[:：]`)

// Every reference names a sentence that exists, the same in both languages.
func TestReferences(t *testing.T) {
	t.Parallel()
	list, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := strings.Fields(string(list))
	check := func(id string, refs []assess.Reference) {
		for _, ref := range refs {
			var named []string
			for _, tr := range ref.Text {
				m := reference.FindStringSubmatch(tr.Text)
				if m == nil || !slices.Contains(sentences, m[2]) {
					t.Errorf("%s: %q names no sentence of the article", id, tr.Text)
					continue
				}
				named = append(named, m[2])
			}
			if len(slices.Compact(named)) > 1 {
				t.Errorf("%s: the languages refer to different sentences: %v", id, named)
			}
		}
	}
	for _, name := range Names() {
		q := read(t, name)
		for _, s := range q.AllSections() {
			check(s.ID, s.References)
		}
		for _, qu := range q.Questions() {
			check(qu.ID, qu.References)
		}
	}
}
