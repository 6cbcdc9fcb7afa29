package advice

import (
	"fmt"
	"strings"
	"testing"

	"bankmaturity/assess"
)

// ask makes a questionnaire of one question with these anchors.
func ask(language string, evidence int, anchors ...string) *assess.Questionnaire {
	text := func(s string) assess.Text { return assess.Text{{Language: language, Text: s}} }
	qu := &assess.Question{ID: "q", Evidence: make([]assess.Text, evidence)}
	qu.Ask = text(map[string]string{"zh": "有多少部门编制清单？"}[language])
	for i, a := range anchors {
		qu.Options = append(qu.Options, assess.Option{Value: float64(i), Text: text(a)})
	}
	languages := []string{language}
	if language == "" {
		languages = []string{"en"}
	}
	return &assess.Questionnaire{Languages: languages,
		Sections: []*assess.Section{{ID: "s", Questions: []*assess.Question{qu}}}}
}

var (
	goodEnglish = []string{"No unit keeps a list of requests.", "At least one unit keeps a list of requests.",
		"At least half of the units keep a list of requests.",
		"At least nine in ten units keep a list of requests.",
		"The share of requests closed within 30 days reached its target for 12 months."}
	goodChinese = []string{"没有部门编制需求清单。", "至少有1个部门编制需求清单。", "至少一半部门编制需求清单。",
		"至少九成部门编制需求清单。", "近12个月，需求清单的30天办结率达到事先定的目标。"}
)

func TestWording(t *testing.T) {
	t.Parallel()
	tests := []struct {
		language string
		level    int // whose anchor is replaced; 0 for none
		anchor   string
		want     string // in the only finding; "" for none
	}{
		{"en", 0, "", ""},
		{"zh", 0, "", ""},
		{"en", 3, "Every unit has a good list.", `"good" can't be observed`},
		{"en", 3, "In most of the units, one in ten keeps a list.", `"In most" can't be observed`},
		{"en", 3, "At most three units have no list.", ""},
		{"en", 3, "Every unit keeps a list and reads it.", `"and" may join two behaviours`},
		{"en", 3, "Standardised brand lists for every unit.", ""}, // parts of words are no words
		{"en", 3, "Every list " + strings.Repeat("word ", 24), "26 words, more than 24"},
		{"en", 3, "Units keep a list of requests.", "does not say how much"},
		{"en", 1, "Units keep lists of their requests.", ""}, // the lowest level owes no quantity
		{"en", 3, "Units keep lists.", ""},                   // no sentence
		{"en", 3, "Every manager speaks at one event.", "names nothing that the question"},
		{"en", 3, "Every record in the list is kept effectively.", `"effectively" can't be observed`},
		{"zh", 3, "每个部门编制清单，较完善。", `"完善" can't be observed`},
		{"zh", 3, "每个部门编制清单，并且定期核对。", `"并且" may join`},
		{"zh", 3, "部门编制需求清单并核对。", "does not say how much"},
		{"zh", 3, "至少一半高管亲自参加活动。", "names nothing that the question"},
		{"zh", 3, "每" + strings.Repeat("清单", 23), "47 characters, more than 45"},
		{"zh", 3, "每" + strings.Repeat("清", 38) + "单API 2026 X", ""},
		{"de", 4, "Es wird gut berichtet.", ""}, // no rules for this language
	}
	for _, tt := range tests {
		anchors := map[string][]string{"en": goodEnglish, "zh": goodChinese, "de": goodEnglish}[tt.language]
		anchors = append([]string{}, anchors...)
		if tt.level > 0 {
			anchors[tt.level-1] = tt.anchor
		}
		found := OnWording(ask(tt.language, 1, anchors...))
		if tt.want == "" && len(found) > 0 || tt.want != "" &&
			(len(found) != 1 || !strings.Contains(found[0].Message, tt.want)) {
			t.Errorf("%s level %d %q: %+v, want %q", tt.language, tt.level, tt.anchor, found, tt.want)
		}
		if tt.want != "" && len(found) == 1 &&
			!strings.HasPrefix(found[0].Path,
				fmt.Sprintf("sections[0].questions[0].options[%d].text.", tt.level-1)) {
			t.Errorf("the place is %s", found[0].Path)
		}
	}
}

func TestWordingOfQuestions(t *testing.T) {
	t.Parallel()
	if found := OnWording(ask("en", 0, goodEnglish...)); len(found) != 1 ||
		!strings.Contains(found[0].Message, "no evidence") {
		t.Errorf("%+v", found)
	}
	q := ask("en", 1, goodEnglish[0], "Units keep a list of requests.", goodEnglish[2])
	q.Sections[0].Questions = append(q.Sections[0].Questions, q.Sections[0].Questions[0])
	if found := OnWording(q); len(found) != 1 {
		t.Errorf("anchors that questions share are blamed %d times: %+v", len(found), found)
	}
	other := *q.Sections[0].Questions[0]
	other.ID = "other"
	other.Options = []assess.Option{other.Options[0], other.Options[2]}
	q.Sections[0].Questions[1] = &other
	found := OnWording(q)
	if len(found) != 4 || !strings.Contains(found[1].Message, "stands at q too") {
		t.Errorf("an ask and two anchors that stand twice: %+v", found)
	}
	once := OncePerKind(found)
	if len(once) != 2 || !strings.HasSuffix(once[1].Message, "; 2 more like this, --all shows them") {
		t.Errorf("told once per kind: %+v", once)
	}
}

// Two options, or seven, are as good a scale as five.
func TestWordingAsksForNoLadder(t *testing.T) {
	t.Parallel()
	for n := 2; n <= len(goodEnglish); n++ {
		if found := OnWording(ask("en", 1, goodEnglish[:n]...)); len(found) > 0 {
			t.Errorf("%d anchors: %+v", n, found)
		}
	}
}
