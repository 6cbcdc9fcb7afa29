package report

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"
)

// decided is a bank that decided something, parked something, and left an area out.
func decided() *assess.Result {
	q := reporttest.Nine(2)
	said := "22 22 22 22 22 nn 22 22 23"
	first, second := reporttest.Response(q, 1, said), reporttest.Response(q, 2, said)
	first.Actions = []assess.Action{
		{
			What: "Name an owner", Question: "customer-insight-1", Owner: "Mei", Due: "2027-03-31",
			Status: assess.ActionOpen,
		},
		{What: "Buy nothing", Section: "data-activation", Owner: "Jo", Status: assess.ActionOpen},
	}
	first.Parked = []assess.Parked{{Question: "people-1", Reason: "needs figures"}}
	return reporttest.Assessed(q, []*assess.Response{first, second})
}

func board(t *testing.T, res *assess.Result, opts Options) string {
	t.Helper()
	md, err := Markdown(res, opts)
	if err != nil {
		t.Fatal(err)
	}
	return string(md)
}

// The table of next steps takes who and until when from the actions, and leaves a blank where
// nothing was decided; of a name that is not to be shown it says that there is one.
func TestStepsNameWhoAndWhen(t *testing.T) {
	t.Parallel()
	for names, want := range map[bool]string{
		false: "| named in the answers | 31 March 2027 |", true: "| Mei | 31 March 2027 |",
	} {
		md := board(t, decided(), Options{Names: names})
		row := regexp.MustCompile(`(?m)^\| Customer insight topic 1 .*$`).FindString(md)
		if !strings.HasSuffix(row, want) {
			t.Errorf("names %v: %s", names, row)
		}
		row = regexp.MustCompile(`(?m)^\| Rapid response topic 1 .*$`).FindString(md)
		if !strings.HasSuffix(row, "| ________ | ________ |") {
			t.Errorf("names %v: %s", names, row)
		}
	}
}

// What is done or dropped is not to be done any more, and where nothing is contested the slide
// says how far apart the answers lie.
func TestSlidesTellDoneFromOpen(t *testing.T) {
	t.Parallel()
	q := reporttest.Nine(2)
	var responses []*assess.Response
	for i, last := range []string{"23", "24", "24"} {
		responses = append(responses, reporttest.Response(q, i+1, "22 22 22 22 22 22 22 22 "+last))
	}
	for _, s := range []assess.Status{assess.ActionOpen, "", assess.ActionDone, assess.ActionDropped} {
		a := assess.Action{What: "Do " + string(s), Question: "customer-insight-1", Status: s}
		responses[0].Actions = append(responses[0].Actions, a)
	}
	v, err := newView(reporttest.Assessed(q, responses), Options{}, words.Markdown)
	if err != nil {
		t.Fatal(err)
	}
	slides, _ := v.slides()
	want := "Of what was decided, 2 are open, one is done and one was dropped."
	if got := string(slides[3].Title); got != want {
		t.Errorf("%s", got)
	}
	want = "No question is contested; farthest apart: "
	if got := fmt.Sprint(slides[5].Blocks); !strings.Contains(got, want) || !strings.Contains(got, "from 3 to 4.") {
		t.Errorf("%s", got)
	}
}

// The board's part is the beginning of the whole report, without the words of those who work
// on it.
func TestBoardPart(t *testing.T) {
	t.Parallel()
	jargon := regexp.MustCompile(`(?i)alpha|evidenced|proven|sha256 [0-9a-f]|percentile|有证据支持的得分`)
	for name, res := range reporttest.Cases() {
		for _, language := range []string{"en", "zh"} {
			whole := board(t, res, Options{Language: language})
			part := board(t, res, Options{Language: language, Part: BoardPart})
			body, _, _ := strings.Cut(part, "\n<!-- assess:")
			if !strings.HasPrefix(whole, strings.TrimRight(body, "\n")) || len(body) > len(whole)*3/4 {
				t.Errorf("%s (%s): the board's part is another report", name, language)
			}
			if word := jargon.FindString(body); word != "" && name != "hostile" {
				t.Errorf("%s (%s): the board reads %q", name, language, word)
			}
		}
	}
}

// What somebody wrote stands in a report once.
func TestReasonsAreSaidOnce(t *testing.T) {
	t.Parallel()
	for _, md := range []string{board(t, decided(), Options{}), board(t, reporttest.Bank(), Options{})} {
		for _, text := range []string{
			"needs figures", "Name an owner", "Two branches already use", "Waiting for the regulator",
		} {
			if n := strings.Count(md, text); n > 1 {
				t.Errorf("%s stands %d times", text, n)
			}
		}
	}
	md := board(t, decided(), Options{})
	if !strings.Contains(md, "\n- **Open banking**: wholesale bank only (R1); wholesale bank only (R2)\n") {
		t.Errorf("the reasons of a dimension do not stand together:\n%s", md)
	}
}

// A plan to a target of its own says where it goes beyond what a dimension aims at, in a grid
// that adds up.
func TestPlanBeyondTargets(t *testing.T) {
	t.Parallel()
	res := reporttest.Bank()
	level := 4
	assess.Explain(res, &level, assess.Chances{})
	md := board(t, res, Options{})
	for _, want := range []string{
		"## The plan to stage 4\n", "beyond what is aimed at for Open banking (target 3).",
		"\n| Open banking | ", "\n### Wave 2\n",
	} {
		if !strings.Contains(md, want) {
			t.Errorf("no %q in\n%s", want, md)
		}
	}
}
