package workshop

import (
	"context"
	"reflect"
	"slices"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/prompt"
)

func TestVoicesInAnySeparator(t *testing.T) {
	t.Parallel()
	for list, want := range map[string][]string{
		"A;B": {"A", "B"}, "A， B": {"A", "B"}, " A , B C ": {"A", "B C"}, "": nil,
		"零售、科技；风险": {"零售", "科技", "风险"},
	} {
		if got, err := Voices(list); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v %v", list, got, err)
		}
	}
	for _, list := range []string{"A,,B", "A;a", "A,", "Ａ,A"} {
		if got, err := Voices(list); err == nil {
			t.Errorf("%s: %v", list, got)
		}
	}
}

// seated is a session on which voices are changed as the command line says.
func seated(w *workshop, opts Options) (*run, error) {
	r := &run{texts: w.texts, opts: opts, Tools: Tools{Writer: output.Writer{Console: w.console}}}
	return r, r.gather(context.Background(), w.session)
}

// A corrected name leaves no ghost: what a voice said goes with it.
func TestRename(t *testing.T) {
	t.Parallel()
	w := began(t)
	r := w.session.response
	one := func(voice string, value float64) []assess.Vote {
		return []assess.Vote{{Voice: voice, Value: assess.Num(value)}}
	}
	r.Voices = []string{"Retial", "IT"}
	r.Answers[0].Votes, r.Answers[1].Votes = one("Retial", 2), one("Retail", 3)
	r.Answers[0].Brought = []assess.Brought{{Voice: "Retial", Note: "n"}, {Voice: "IT", Note: "m"}}
	if _, err := seated(w, Options{Renames: []Rename{{"Retial", "Retail"}, {"IT", ""}}}); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(allVoices(r), []string{"Retail"}) || r.Answers[0].Votes[0].Voice != "Retail" ||
		len(r.Answers[0].Brought) != 1 {
		t.Errorf("%v %+v", r.Voices, r.Answers[0])
	}
	r.Answers[0].Votes = append(r.Answers[0].Votes, one("Risk", 1)...)
	for _, re := range []Rename{{"Risk", "Retail"}, {"Nobody", "x"}} {
		if _, err := seated(w, Options{Renames: []Rename{re}}); err == nil {
			t.Errorf("%v is done", re)
		}
	}
}

// A new list says what it changes, and only then.
func TestSeat(t *testing.T) {
	t.Parallel()
	w := began(t)
	response := w.session.response
	for _, c := range []struct {
		voices []string
		told   int
	}{
		{[]string{"Retail", "IT"}, 0}, {nil, 0}, {[]string{"retail", "IT"}, 0}, // the file's spelling
		{[]string{"Retail", "Ops"}, 1}, // IT said nothing
	} {
		r, err := seated(w, Options{Voices: c.voices})
		if err != nil || len(r.notices) != c.told {
			t.Errorf("%v: %v %v", c.voices, r.notices, err)
		}
	}
	response.Answers[0].Votes = []assess.Vote{{Voice: "Ops"}}
	r, _ := seated(w, Options{Voices: []string{"Retail"}})
	if len(r.notices) != 2 || !slices.Equal(response.Voices, []string{"Retail"}) {
		t.Errorf("%v %v", r.notices, response.Voices)
	}
}

// Labels follow neither names nor the order in which files were given, and stay.
func TestLabels(t *testing.T) {
	t.Parallel()
	all := []string{"Retail", "Ann", "Bo", "Cy", "Di"}
	got := labels([]string{"Retail"}, all)
	slices.Reverse(all)
	again := labels([]string{"Retail"}, all)
	if !reflect.DeepEqual(got, again) || len(got) != 4 || got["Retail"] != "" {
		t.Error(got, again)
	}
	if got["Ann"] == "R1" && got["Bo"] == "R2" && got["Cy"] == "R3" {
		t.Error("the labels follow the names")
	}
}

// What was prepared comes in whole: what was said of a question, and beside it.
func TestPreparedComesInWhole(t *testing.T) {
	t.Parallel()
	w := began(t)
	q := w.session.questionnaire
	p := assess.NewResponse(q)
	p.Respondent = "Ann"
	p.Answers[0] = assess.Answer{NA: true, Reason: "no shops", Note: "n", Private: assess.Hide("secret")}
	p.Answers[1] = assess.Answer{Unknown: true, Evidence: []string{"e"}}
	two := []assess.Vote{{Voice: "x", Value: assess.Num(2)}, {Voice: "y", NA: true}}
	p.Answers[2] = assess.Answer{Votes: two}
	p.Answers[3] = assess.Answer{Note: "only this"}
	record := codec.Record{Questionnaire: q, Response: p}
	p.Organization = "ＢＡＮＫ " // the same bank, spelled otherwise
	tools := Tools{Writer: output.Writer{Console: w.console}}
	r := &run{texts: w.texts, given: []codec.Record{record}, Tools: tools}
	if err := r.gather(t.Context(), w.session); err != nil || len(r.notices) != 1 {
		t.Fatal(err, r.notices)
	}
	got := w.session.response.Answers
	for i, want := range []assess.Answer{
		{
			Votes:   []assess.Vote{{Voice: "Ann", NA: true}},
			Brought: []assess.Brought{{Voice: "Ann", Note: "n", Reason: "no shops"}},
		},
		{
			Votes:   []assess.Vote{{Voice: "Ann"}},
			Brought: []assess.Brought{{Voice: "Ann", Evidence: []string{"e"}}},
		},
		{Votes: []assess.Vote{{Voice: "Ann: x", Value: assess.Num(2)}, {Voice: "Ann: y", NA: true}}},
		{Brought: []assess.Brought{{Voice: "Ann", Note: "only this"}}},
	} {
		if !reflect.DeepEqual(got[i], want) {
			t.Errorf("%d: %+v", i, got[i])
		}
	}
	before := slices.Clone(got)
	if err := r.gather(t.Context(), w.session); err != nil || !reflect.DeepEqual(before, w.session.response.Answers) {
		t.Error("it came in twice", err)
	}
	if got[1].State() != assess.Unknown || !got[1].Documented() {
		t.Errorf("%+v", got[1])
	}
}

// A vote may say that the question does not apply, or that nobody knows; where the
// questionnaire accepts no such thing it is refused.
func TestVotesInWords(t *testing.T) {
	t.Parallel()
	w := began(t)
	w.session.response.Voices = []string{"A", "B", "C"}
	for text, want := range map[string][]assess.State{
		"2 na ?":        {assess.Answered, assess.NotApplicable, assess.Unknown},
		"n,?;-":         {assess.NotApplicable, assess.Unknown},
		"2n?":           {assess.Answered, assess.NotApplicable, assess.Unknown},
		"N/A 3 Unknown": {assess.NotApplicable, assess.Answered, assess.Unknown},
	} {
		w.must(t, prompt.Action{Kind: prompt.Votes, Text: text})
		var got []assess.State
		for _, v := range w.session.response.Answers[0].Votes {
			got = append(got, v.State())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v (%s)", text, got, w.Card().Message)
		}
	}
	w.must(t, prompt.Action{Kind: prompt.Votes, Text: "2 x 3"})
	if !w.Card().Refused {
		t.Error("x is a vote")
	}
}
