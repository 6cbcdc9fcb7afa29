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

// The words for each share from which an anchor holds. The smallest is that of a single one,
// however many there are.
var shares = map[float64][2]string{
	0.001: {`at least one ([^i]|im)`, `至少有1`},
	0.01:  {`at least one in a hundred `, `至少1%`},
	0.015: {`at least fifteen in a thousand `, `至少1\.5%`},
	0.03:  {`at least three in a hundred `, `至少3%`},
	0.035: {`at least thirty-five in a thousand `, `至少3\.5%`},
	0.04:  {`at most four in a hundred `, `至多4%`},
	0.05:  {`at least one in twenty `, `至少5%`},
	0.07:  {`at least seven in a hundred `, `至少7%`},
	0.08:  {`at least eight in a hundred `, `至少8%`},
	0.09:  {`at most nine in a hundred `, `至多9%`},
	0.1:   {`at least one in ten `, `至少一成`},
	0.15:  {`at (least|most) fifteen in a hundred `, `至[少多]15%`},
	0.2:   {`at least one in five `, `至少两成`},
	0.25:  {`at least a quarter `, `至少四分之一`},
	0.3:   {`at least three in ten `, `至少三成`},
	0.35:  {`at least thirty-five in a hundred `, `至少35%`},
	0.4:   {`at least four in ten `, `至少四成`},
	0.5:   {`at least half `, `至少(为承诺资金的)?一半`},
	0.55:  {`at least fifty-five in a hundred `, `至少(五成半|55%)`},
	0.6:   {`at least six in ten `, `至少六成`},
	0.7:   {`at least seven (in ten|tenths) `, `至少(为承诺资金的)?七成`},
	0.75:  {`at least three quarters `, `至少四分之三`},
	0.8:   {`at least eight in ten `, `至少八成`},
	0.9:   {`at least nine tenths `, `至少为承诺资金的九成`},
}

// The share that an anchor tells is the one that a count is held to, in both languages.
func TestAnchorsTellTheirShare(t *testing.T) {
	t.Parallel()
	for _, name := range Names() {
		for _, qu := range read(t, name).Questions() {
			for i, o := range qu.Options {
				from, counted := o.From.Get()
				if qu.Input != assess.ShareInput || !counted {
					continue
				}
				for lang, words := range map[string]string{"en": shares[from][0], "zh": shares[from][1]} {
					if text := o.Text.In(lang); words == "" || !regexp.MustCompile("(?i)"+words).MatchString(text) {
						t.Errorf("%s, level %d: from %v, and the text is: %s", qu.ID, i+1, from, text)
					}
				}
			}
		}
	}
}
