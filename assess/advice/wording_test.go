package advice

import (
	"fmt"
	"strings"
	"testing"

	"bankmaturity/assess"
)

// ask makes a questionnaire of one question with these anchors.
func ask(language string, evidence int, anchors ...string) *assess.Questionnaire {
	qu := &assess.Question{ID: "q", Evidence: make([]assess.Text, evidence)}
	for i, a := range anchors {
		qu.Options = append(qu.Options, assess.Option{Value: float64(i),
			Text: assess.Text{{Language: language, Text: a}}})
	}
	return &assess.Questionnaire{Languages: []string{"en"},
		Sections: []*assess.Section{{ID: "s", Questions: []*assess.Question{qu}}}}
}

var (
	goodEnglish = []string{"No list exists.", "At least one unit keeps a list.",
		"One written list covers every unit.",
		"The share of entries closed is reported at least monthly.",
		"The list was changed in the last 12 months because of the reported share."}
	goodChinese = []string{"没有清单。", "至少有1个部门编制清单。", "全行统一的书面清单覆盖每个部门。", "清单办结比例至少每季度报告一次。",
		"近12个月内因报告的办结比例调整了清单。"}
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
		{"", 3, "Every unit has a good list.", `"good" can't be observed`},
		{"en", 3, "Every unit keeps a list and reads it.", `"and" may join two behaviours`},
		{"en", 3, "Standardised brand lists for every unit.", ""}, // parts of words are no words
		{"en", 3, "Every " + strings.Repeat("word ", 24), "25 words, more than 24"},
		{"en", 3, "The rule is followed by staff.", "does not say that it holds everywhere"},
		{"en", 3, "Every record is kept effectively.", `"effectively" can't be observed`},
		{"en", 5, "The list was changed because of the reported share.",
			"names no change in the last 12 months"},
		{"en", 5, "The list was changed in the last 12 months.", "does not name the figure"},
		{"zh", 5, "根据所报告的办结比例调整了清单。", "names no change in the last 12 months"},
		{"en", 2, "Units keep a list.", "does not open with a single unit"},
		{"en", 4, "The list is reported monthly.", "names no number"},
		{"en", 4, "The share of entries is reported.", "names no period"},
		{"zh", 3, "全行统一的书面清单覆盖每个部门，较完善。", `"完善" can't be observed`},
		{"zh", 3, "每个部门编制清单，并且定期核对。", `"并且" may join`},
		{"zh", 3, "每" + strings.Repeat("清", 45), "46 characters, more than 45"},
		{"zh", 3, "每" + strings.Repeat("清", 39) + "API 2026 X", ""},
		{"zh", 2, "部门编制清单。", "does not open with a single unit"},
		{"zh", 4, "清单每月报告。", "names no number"},
		{"zh", 4, "报告清单办结比例。", "names no period"},
		{"de", 4, "Es wird gut berichtet.", ""}, // no rules for this language
	}
	for _, tt := range tests {
		anchors := map[string][]string{"en": goodEnglish, "": goodEnglish, "zh": goodChinese,
			"de": goodEnglish}[tt.language]
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
	q := ask("en", 1, "No list exists.", "Units keep a list.", goodEnglish[2], goodEnglish[3], goodEnglish[4])
	q.Sections[0].Questions = append(q.Sections[0].Questions, q.Sections[0].Questions[0])
	if found := OnWording(q); len(found) != 1 {
		t.Errorf("anchors that questions share are blamed %d times", len(found))
	}
	if found := OnWording(ask("en", 1, goodEnglish[:4]...)); len(found) != 1 ||
		!strings.Contains(found[0].Message, "4 anchors") {
		t.Errorf("%+v", found)
	}
}
