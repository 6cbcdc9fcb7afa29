package assess

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// from is a response of somebody, read from a file.
func from(q *Questionnaire, file, name string, words ...string) *Response {
	r := respond(q, words...)
	r.Source, r.File, r.Respondent = file, file, name
	return r
}

// told are the warnings of a group, one a line.
func told(g Group) string {
	var out []string
	for _, w := range g.Warnings() {
		out = append(out, w.File+": "+w.Told())
	}
	return strings.Join(out, "\n")
}

// Answers fit the questions of one version only: nothing joins two, in either order.
func TestJoinRefusesStrangers(t *testing.T) {
	t.Parallel()
	one, two, other := model(2), model(2), model(2)
	two.Version, other.ID = "1.1.0", "another"
	foreign := respond(one, "3")
	foreign.Organization = "Another Bank"
	for name, pair := range map[string][2]*Response{
		"versions":       {respond(one, "3"), respond(two, "3")},
		"questionnaires": {respond(one, "3"), respond(other, "3")},
		"organizations":  {respond(one, "3"), foreign},
	} {
		for _, rs := range [][]*Response{pair[:], {pair[1], pair[0]}} {
			if _, err := Join(rs...); !errors.Is(err, ErrStranger) {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	if err := NewQualityTally(one).Add(respond(two, "3")); !errors.Is(err, ErrStranger) {
		t.Error(err)
	}
	if newPacked(one).Add(respond(two, "3")) {
		t.Error("a response to another version is packed")
	}
	if _, err := NewBenchmark(one, []*Result{Score(Alone(respond(two, "3")))}); !errors.Is(err, ErrStranger) {
		t.Error(err)
	}
	if _, err := Join(); err == nil {
		t.Error("nobody is joined")
	}
}

// Two files of one questionnaire ask the same if they differ in nothing but how they are
// written.
func TestSame(t *testing.T) {
	t.Parallel()
	a, b, moved := model(3), model(3), model(3)
	a.SHA256, b.SHA256 = "a", "b"
	s := moved.Sections[0]
	s.Questions[0], s.Questions[1] = s.Questions[1], s.Questions[0]
	moved.Link()
	if !a.Same(b) || !a.Same(a) || a.Same(moved) || a.Same(nil) || (*Questionnaire)(nil).Same(a) {
		t.Error("what asks the same is taken for another, or the other way round")
	}
	if _, err := Join(respond(a, "3"), respond(b, "4")); err != nil {
		t.Error(err)
	}
}

// Of a named respondent the same content counts once, whatever else differs; without a name
// it is another person.
func TestWhoIsWho(t *testing.T) {
	t.Parallel()
	q := model(2)
	same := func(change func(*Response)) *Response {
		r := from(q, "b.yaml", "Lin", "3", "2")
		change(r)
		return r
	}
	const once = "b.yaml: a record says the same as a.yaml, of the same respondent, and is counted once"
	const both = "b.yaml: a.yaml and b.yaml are different records of one respondent, and both are counted"
	for name, c := range map[string]struct {
		second *Response
		count  int
		told   string
	}{
		"the same":        {same(func(*Response) {}), 1, once},
		"spelled so":      {same(func(r *Response) { r.Respondent, r.Organization = "LIN ", "BANK" }), 1, once},
		"put aside":       {same(func(r *Response) { r.Parked, r.Language = []Parked{{Question: "q1"}}, "zh" }), 1, once},
		"an empty note":   {same(func(r *Response) { r.Answers[0].Note = " \n" }), 1, once},
		"another count":   {same(func(r *Response) { r.Answers[0].Count.Part = Num(4) }), 2, both},
		"another tick":    {same(func(r *Response) { r.Answers[0].Ticked = []string{"x"} }), 2, both},
		"another text":    {same(func(r *Response) { r.Answers[0].Text = "x" }), 2, both},
		"another value":   {same(func(r *Response) { r.Answers[0].Value = Num(4) }), 2, both},
		"a note":          {same(func(r *Response) { r.Answers[0].Note = "x" }), 2, both},
		"a document":      {same(func(r *Response) { r.Answers[0].Evidence = []string{"x"} }), 2, both},
		"another day":     {same(func(r *Response) { r.Date = "2026-01-02" }), 2, both},
		"another role":    {same(func(r *Response) { r.Role = "Head" }), 2, both},
		"another version": {same(func(r *Response) { r.Version = "0.9.0" }), 2, both},
		"a vote": {same(func(r *Response) {
			r.Answers[0].Votes = []Vote{{Voice: "A", NA: true}}
		}), 2, both},
		"another":    {from(q, "b.yaml", "Wang", "3", "2"), 2, ""},
		"no name":    {from(q, "b.yaml", "", "3", "2"), 2, ""},
		"moved text": {same(func(r *Response) { r.Answers[0].Note, r.Answers[0].Reason = "", "x" }), 2, both},
	} {
		g, err := Join(from(q, "a.yaml", "Lin", "3", "2"), c.second)
		if err != nil || len(g.Responses()) != c.count || !strings.Contains(told(g), c.told) ||
			c.told == "" && told(g) != "" {
			t.Errorf("%s: %d responses, %v\n%s", name, len(g.Responses()), err, told(g))
		}
	}
	votes := func(order ...string) *Response {
		return same(func(r *Response) {
			for _, voice := range order {
				r.Answers[0].Votes = append(r.Answers[0].Votes, Vote{Voice: voice, Value: Num(float64(len(voice)))})
			}
		})
	}
	if g, _ := Join(votes("A", "BB"), votes("BB", "A")); len(g.Responses()) != 1 {
		t.Error("the order in which votes are written makes two of one")
	}
}

// A record that came before is found again, however many others and other records of the
// respondent lie between: the result is that of the different ones.
func TestRepeatedRecordsChangeNoNumber(t *testing.T) {
	eachModel(t, true, func(t *testing.T, rng *rand.Rand, q *Questionnaire, responses []*Response) {
		var repeated []*Response
		for i, r := range responses {
			r.Respondent, r.Date = fmt.Sprint("Person ", i%2), fmt.Sprintf("2026-01-%02d", i+1)
			repeated = append(repeated, r)
			for range rng.IntN(3) {
				again := *repeated[rng.IntN(len(repeated))]
				repeated = append(repeated, &again)
			}
		}
		want, got := scoreAll(q, responses), scoreAll(q, repeated)
		if len(got.Responses) != len(responses) || summary(got.Overall) != summary(want.Overall) {
			t.Errorf("%d responses of %d, %s\nnot %s", len(got.Responses), len(responses),
				summary(got.Overall), summary(want.Overall))
		}
	})
}

// Rows of one file without names are people, and are warned about once; a copy of the file
// counts nothing.
func TestRowsWithoutNames(t *testing.T) {
	t.Parallel()
	q := model(1)
	g := NewGathering(q, false)
	for range 4 {
		if err := g.Add(from(q, "a.csv", "", "3")); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(g.Add(from(q, "b.csv", "", "3")), g.AddCopy(from(q, "c.csv", "", "3"), "a.csv"),
		g.AddCopy(from(q, "d.csv", "", "5"), "nobody.csv")); err != nil {
		t.Fatal(err)
	}
	const want = "a.csv: a.csv says the same as another one of its file, both without a name, " +
		"and both are counted (3 responses)\nc.csv: a file holds the same as that of a.csv, and is counted once"
	if got := told(g.Group()); g.Count() != 6 || got != want {
		t.Errorf("%d responses\n%s", g.Count(), got)
	}
}

// What has to be known about responses together.
func TestWarningsOfAGroup(t *testing.T) {
	t.Parallel()
	q := model(1)
	a, b := from(q, "a.yaml", "A", "3"), from(q, "b.yaml", "B", "3")
	a.Organization, b.Organization = "Bank {1}", "BANK\u3000{1}"
	a.Date, b.Date, b.Version = "2026-01-01", "2026-04-04", "0.9.0"
	a.Targets, b.Targets = []Target{{"s", 3}}, []Target{{"s", 4}}
	g, err := Join(a, b)
	if err != nil {
		t.Fatal(err)
	}
	const want = "b.yaml: questionnaire_version: these are answers to model 0.9.0, " +
		"but the questionnaire is model 1.0.0\n" + `b.yaml: the target of s is 4 in b.yaml, 3 before; the last one counts
: the organization "Bank {1}" is also written "BANK` + "\u3000" + `{1}"
: the responses of Bank {1} are from 2026-01-01 to 2026-04-04: more than 92 days apart`
	if got := told(g); got != want {
		t.Error(got)
	}
	label := func(n int) string { return fmt.Sprint("R", n) }
	if got := g.Warnings()[1].Text(label); got != "the target of s is 4 in R2, 3 before; the last one counts" {
		t.Error(got)
	}
	if got := (Warning{Message: "{x} {{2} {1}"}).Text(label); got != "{x} {2} R1" {
		t.Error(got)
	}
	b.Date = "2026-04-03"
	if g, _ := Join(a, b); len(g.Warnings()) != 3 {
		t.Error(told(g))
	}
}

// Days are counted as the calendar counts them.
func TestDayNumber(t *testing.T) {
	t.Parallel()
	day := time.Date(1899, 12, 31, 0, 0, 0, 0, time.UTC)
	before, _ := dayNumber(day.Format(time.DateOnly))
	for range 100_000 {
		day = day.AddDate(0, 0, 1)
		n, ok := dayNumber(day.Format(time.DateOnly))
		if !ok || n != before+1 {
			t.Fatalf("%v: %d after %d", day, n, before)
		}
		before = n
	}
	if _, ok := dayNumber("26-1-1"); ok {
		t.Error("no date is counted")
	}
}

// Warnings are bounded, and counted.
func TestManyWarnings(t *testing.T) {
	t.Parallel()
	q := model(1)
	g := NewGathering(q, true)
	for i := range 300 {
		for range 2 {
			if err := g.Add(from(q, "a.jsonl", fmt.Sprint("Person ", i), "3")); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := g.Group().Warnings()
	last := all[len(all)-1].Message
	if len(all) != 101 || last != "there are 200 warnings more" || g.Count() != 300 {
		t.Error(len(all), last, g.Count())
	}
}

// A benchmark counts organizations by their key, each by its latest result.
func TestABenchmarkCountsOrganizations(t *testing.T) {
	t.Parallel()
	q := model(1)
	result := func(organization, date, value string) *Result {
		r := respond(q, value)
		r.Organization, r.Date = organization, date
		return Score(Alone(r))
	}
	var results []*Result
	for _, name := range []string{"Bank", "BANK", "Bank\u00a0", "ｂａｎｋ", " bank ", "A", "B", "C"} {
		results = append(results, result(name, "2026-01-01", "3"))
	}
	few, err := NewBenchmark(q, results)
	if err != nil || few.Organizations != 4 || len(few.Scores) != 0 {
		t.Error(few, err)
	}
	results = append(results, result("D", "2026-01-01", "3"), result("bank", "2025-12-31", "5"),
		result("b", "2026-01-02", "1"))
	enough, err := NewBenchmark(q, results)
	if err != nil || enough.Organizations != 5 || fmt.Sprint(enough.Scores["model"]) != "[1 3 3 3 3]" {
		t.Error(enough, err)
	}
}
