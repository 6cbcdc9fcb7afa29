package advice_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/advice"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
)

// Whatever questionnaire is criticised, every remark has a place in its text that can be
// printed, and no remark is an error.
func FuzzAdvice(f *testing.F) {
	files, err := filepath.Glob("../codec/testdata/err/questionnaire-*.yaml")
	if err != nil || len(files) == 0 {
		f.Fatal("no fixtures", err)
	}
	for _, file := range append(files, "../../questionnaires/bank-digital.yaml", "../codec/testdata/toy.yaml") {
		data, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		q, _ := codec.ReadQuestionnaire("q.yaml", data)
		if q == nil {
			return
		}
		remarks := append(advice.OnScoring(q), advice.OnWording(q)...)
		found := codec.Remarks("q.yaml", data, remarks)
		if len(found) != len(remarks) {
			t.Fatalf("%d remarks give %d diagnostics", len(remarks), len(found))
		}
		for _, d := range found {
			if d.Line < 1 || d.Column < 1 || d.Path == "" || d.Message == "" || d.Severity != diag.Warning {
				t.Errorf("%+v", d)
			}
		}
		if err := diag.Write(&bytes.Buffer{}, found, diag.Options{All: true}); err != nil {
			t.Error(err)
		}
	})
}

// hostile makes a questionnaire in which every question depends on many before it.
func hostile(questions, conditions int) *assess.Questionnaire {
	q := &assess.Questionnaire{ID: "hostile", Languages: []string{"en"}, Scoring: assess.DefaultScoring()}
	for l := range 5 {
		q.Levels = append(q.Levels, assess.Level{Level: l + 1})
	}
	s := &assess.Section{ID: "s", Weight: 1, Method: assess.Mean}
	for i := range questions {
		qu := &assess.Question{ID: fmt.Sprint("q", i), Weight: 1 + float64(i)/7, Effort: 1}
		for v := range 9 {
			qu.Options = append(qu.Options, assess.Option{Value: float64(v * v), Text: assess.Plain("same")})
		}
		for j := max(0, i-conditions); j < i; j++ {
			qu.AskIf = append(qu.AskIf, assess.Condition{Question: fmt.Sprint("q", j), AtMost: assess.Num(4)})
		}
		s.Questions = append(s.Questions, qu)
	}
	q.Sections = []*assess.Section{s}
	q.Link()
	return q
}

// The effort is bounded: chains of conditions, and sums of options, are followed only so far.
func TestEffortIsBounded(t *testing.T) {
	t.Parallel()
	for _, conditions := range []int{1, 50} {
		q := hostile(9_000, conditions)
		if n := len(advice.OnScoring(q)); n != len(q.Questions()) {
			t.Errorf("%d conditions: %d remarks, want one on the options of each question", conditions, n)
		}
		if len(advice.OnWording(q)) == 0 {
			t.Error("no remark on the wording")
		}
	}
}

// The question that can never be asked is told of by its conditions, the section as a
// whole by its id.
func TestPaths(t *testing.T) {
	t.Parallel()
	q := hostile(2, 1)
	q.Question("q1").AskIf[0].AtMost = assess.Num(-1)
	var got []string
	for _, r := range advice.OnScoring(q) {
		got = append(got, strings.Join([]string{r.Path, r.Blame}, "|"))
	}
	want := "sections[0].questions[0].options| sections[0].questions[1].ask_if| " +
		"sections[0].questions[1]|sections[0].questions[1].id sections[0].questions[1].options|"
	if strings.Join(got, " ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, " "), want)
	}
}
