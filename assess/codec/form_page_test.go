package codec

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"html"
	"strings"
	"testing"

	"bankmaturity/assess"
)

func newTestPage(t testing.TB, b Blank) string {
	t.Helper()
	data, err := NewPage(b)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := NewPage(b)
	if !bytes.Equal(data, again) {
		t.Error("two pages of one blank differ")
	}
	return string(data)
}

// The page's policy lets in its own script and style, and nothing else.
func TestPagePolicy(t *testing.T) {
	t.Parallel()
	page := newTestPage(t, emptyBlank(toy(t), "zh"))
	_, policy, _ := strings.Cut(page, `http-equiv="Content-Security-Policy" content="`)
	policy, _, _ = strings.Cut(policy, `"`)
	policy = html.UnescapeString(policy)
	for _, mark := range []string{"<style>", "<script>"} {
		_, content, _ := strings.Cut(page, mark)
		content, _, _ = strings.Cut(content, strings.Replace(mark, "<", "</", 1))
		sum := sha256.Sum256([]byte(content))
		if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(policy, want) {
			t.Errorf("%s is not let in by %s", mark, policy)
		}
	}
	if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %s", policy)
	}
}

// A blank of some sections asks only what is in them.
func TestBlankSections(t *testing.T) {
	t.Parallel()
	b := emptyBlank(toy(t), "en")
	last := b.Questionnaire.Dimensions()[len(b.Questionnaire.Dimensions())-1]
	b.Sections = []string{last.ID}
	page, file := newTestPage(t, b), string(NewAnswers(b))
	for _, qu := range b.Questionnaire.Questions() {
		asked := qu.Within(b.Sections)
		if strings.Contains(page, `"id":"`+qu.ID+`"`) != asked || strings.Contains(file, "\n  "+quote(qu.ID)+":") != asked {
			t.Errorf("%s: asked %v", qu.ID, asked)
		}
	}
}

// Whatever a name or a text is, it opens no element of its own and is filled in as it is.
func FuzzPage(f *testing.F) {
	f.Add("Bank", "</script><script>alert(1)</script>")
	f.Add(`"><img src=x onerror=alert(1)>`, "</title></style><style>")
	f.Add("海港 <!--", "]]> {{.}} <!--<script>")
	elements := func(page string) (out [4]int) {
		for i, mark := range []string{"<script", "<style", "<img", "<!--"} {
			out[i] = strings.Count(strings.ToLower(page), mark)
		}
		return out
	}
	plain := elements(newTestPage(f, emptyBlank(toy(f), "en")))
	f.Fuzz(func(t *testing.T, name, text string) {
		b := emptyBlank(toy(t), "en")
		b.Organization, b.Respondent = name, text
		b.Questionnaire.Title = assess.Text{{Language: "en", Text: text}}
		b.Questionnaire.Questions()[0].Ask = assess.Text{{Language: "en", Text: text}}
		page, err := NewPage(b)
		if err != nil {
			t.Fatal(err)
		}
		if got := elements(string(page)); got != plain {
			t.Errorf("%v elements, without the texts %v", got, plain)
		}
	})
}
