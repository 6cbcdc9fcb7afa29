//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/questionnaires"
)

// eachBrowser runs a test in every browser, where ASSESS_BROWSERS says that they are there.
func eachBrowser(t *testing.T, test func(t *testing.T, b *browser)) {
	t.Helper()
	if os.Getenv("ASSESS_BROWSERS") == "" {
		t.Skip("ASSESS_BROWSERS is not set: the page is not filled in in a browser")
	}
	for name, start := range browsers {
		t.Run(name, func(t *testing.T) {
			if _, err := exec.LookPath(name); err != nil {
				leftOut(t, "%v", err)
			}
			test(t, start(t))
		})
	}
}

// newPage writes a page and returns its address.
func newPage(t *testing.T, args ...string) (url string) {
	t.Helper()
	page := filepath.Join(t.TempDir(), "form.html")
	cmd := exec.Command("assess", append([]string{"new", "answers", "-o", page}, args...)...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return "file://" + page
}

const model = "../../docs/examples/models/checklist/questionnaire.yaml"

// The page is filled in by keyboard alone, saved, loaded anew with its draft, and gone on
// with from the file.
func TestPageByKeyboard(t *testing.T) {
	url := newPage(t, "-q", model)
	eachBrowser(t, func(t *testing.T, b *browser) {
		b.open(url)
		b.tabTo("#organization")
		b.types("Harbour / Bank")
		b.tabTo("#role")
		b.types("Retail")
		b.tabTo("#q1 .typed")
		b.types("12,5")
		b.tabTo("#q3 [name]")
		b.press("Space")
		b.press("Down")
		if hidden := b.eval("return String(document.getElementById('q6').hidden)"); hidden != "true" {
			t.Errorf("a question is shown that is not asked yet: %s", hidden)
		}
		b.tabTo("#q4 [value=ramp]")
		b.press("Space")
		b.tabTo("#q4 [value=counter]")
		b.press("Space")
		b.tabTo("#q5 .na")
		b.press("Space")
		b.press("Tab")
		b.types("no branch")
		b.tabTo("#q6 .unknown")
		b.press("Space")
		b.tabTo("#q6 summary")
		b.press("Enter")
		b.press("Tab")
		b.types("<b>ask</b>")
		b.tabTo(".end .save")
		b.press("Enter")
		name, saved := b.downloaded()
		if name != "Harbour _ Bank - Retail.answers.json" {
			t.Errorf("saved as %s", name)
		}
		var got struct {
			Answers map[string]any `json:"answers"`
		}
		if err := json.Unmarshal(saved, &got); err != nil {
			t.Fatal(err)
		}
		want := `{"area":{"value":2},"branches":{"value":12.5},"door":{"value":["ramp","counter"]},` +
			`"hours":{"not_applicable":"no branch"},"senses":{"note":"<b>ask</b>","unknown":true}}`
		if answers, _ := json.Marshal(got.Answers); string(answers) != strings.NewReplacer("<", `\u003c`, ">", `\u003e`).Replace(want) {
			t.Errorf("saved %s\nwant %s", answers, want)
		}
		b.open(url)
		if again := savedAgain(b); !bytes.Equal(again, saved) {
			t.Errorf("the draft is not what was filled in:\n%s", again)
		}
	})
}

// savedAgain saves the page as it stands.
func savedAgain(b *browser) []byte {
	b.tabTo(".save")
	b.press("Enter")
	_, saved := b.downloaded()
	return saved
}

// load opens a file in the page as somebody does who chose it.
func load(b *browser, content []byte) {
	b.eval("const files = new DataTransfer(); files.items.add(new File([" + quoteJS(string(content)) + "], 'a.json'));" +
		"const at = document.getElementById('open'); at.files = files.files;" +
		"at.dispatchEvent(new Event('change', {bubbles: true})); return ''")
}

// Random answers come out of the page as they came in, and score the same.
func TestPageKeepsAnswers(t *testing.T) {
	own, err := os.ReadFile(model)
	if err != nil {
		t.Fatal(err)
	}
	bundled, _ := questionnaires.Open("bank-retail")
	rng := rand.New(rand.NewPCG(7, 22))
	for name, data := range map[string][]byte{model: own, "bank-retail": bundled} {
		q, _ := codec.ReadQuestionnaire("q.yaml", data)
		url := newPage(t, "-q", name)
		eachBrowser(t, func(t *testing.T, b *browser) {
			for i := range 12 {
				b.open(url)
				b.eval("localStorage.clear(); return ''")
				b.open(url) // without a draft
				organization := fmt.Sprintf("Bank %d", i)
				given := randomAnswers(rng, q, organization)
				load(b, given)
				for b.eval("return document.getElementById('organization').value") != organization {
					if wrong := b.eval("return document.getElementById('wrong').textContent"); wrong != "" {
						t.Fatal(wrong)
					}
				}
				if before, after := scored(t, q, given), scored(t, q, savedAgain(b)); before != after {
					t.Errorf("other numbers:\n%s\n%s\n%s", before, after, given)
				}
			}
		})
	}
}

// scored is a result as data, without the file's checksum.
func scored(t *testing.T, q *assess.Questionnaire, answers []byte) string {
	t.Helper()
	find := func(string, string) (*assess.Questionnaire, string, []string) { return q, "", nil }
	records, found := codec.ReadAnswers("a.json", answers, find)
	if len(records) != 1 {
		t.Fatalf("%v\n%s", found, answers)
	}
	result := assess.Score(assess.Alone(records[0].Response))
	var b strings.Builder
	for _, it := range result.Overall.AllItems() {
		fmt.Fprintln(&b, it.Question.ID, it.Status, it.Points, it.Evidence(), it.Counts())
	}
	return fmt.Sprint(result.Overall.Score, result.Overall.Low, result.Overall.High, "\n", b.String())
}

// randomAnswers are answers of every kind, as JSON.
func randomAnswers(rng *rand.Rand, q *assess.Questionnaire, organization string) []byte {
	answers := map[string]any{}
	for _, qu := range q.Questions() {
		entry := map[string]any{}
		switch kind := rng.IntN(8); {
		case kind == 0:
			entry["unknown"] = true
		case kind == 1 && qu.Policy() != assess.Forbid:
			entry["not_applicable"] = "<i>by \"strategy\"</i>"
		case kind == 2:
		case qu.Many():
			ids := []string{}
			for _, o := range qu.Ticks {
				if !o.Exclusive && rng.IntN(2) == 0 {
					ids = append(ids, o.ID)
				}
			}
			if len(ids) == 0 && qu.Exclusive() {
				ids = append(ids, qu.Ticks[len(qu.Ticks)-1].ID)
			}
			entry["value"] = ids
		case qu.Typed():
			entry["value"] = map[assess.Input]any{"text": "</script>", "number": rng.IntN(99), "date": "2026-01-31"}[qu.Input]
		case qu.Input == assess.ShareInput && kind < 6:
			entry["count"] = []int{rng.IntN(15), 14 + rng.IntN(20)}
		case qu.Input == assess.NumberInput && kind < 6:
			entry["count"] = rng.IntN(300)
		default:
			entry["value"] = qu.Options[rng.IntN(len(qu.Options))].Value
		}
		if rng.IntN(3) == 0 {
			entry["evidence"] = []string{"plan <v2>", "系统截图"}
		}
		if len(entry) > 0 {
			answers[qu.ID] = entry
		}
	}
	out, _ := json.Marshal(map[string]any{
		"format": "assess/answers/v1", "questionnaire": q.ID, "questionnaire_version": q.Version,
		"organization": organization, "date": "2026-11-20", "answers": answers, "targets": map[string]int{},
	})
	return out
}
