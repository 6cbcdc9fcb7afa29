package codec

import (
	"os"
	"reflect"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/advice"
	"bankmaturity/assess/schema"
)

// keys is the questionnaire of testdata/keys.yaml, which has every key.
func keys(t testing.TB) *assess.Questionnaire {
	t.Helper()
	data, err := os.ReadFile("testdata/keys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q, ds := ReadQuestionnaire("keys.yaml", data)
	if len(ds) > 0 {
		t.Fatalf("keys.yaml: %v", ds)
	}
	return q
}

// Every key is read, the schema knows it, and whoever criticises a questionnaire can look
// at it.
func TestEveryKeyReads(t *testing.T) {
	t.Parallel()
	q := keys(t)
	accepted(t, schemaOf(t, "questionnaire"), []string{"testdata/keys.yaml"})
	advice.OnWording(q)
	advice.OnScoring(q)
	for _, language := range q.Languages {
		own, err := schema.Answers(q, language)
		if err != nil {
			t.Fatal(err)
		}
		compiled(t, own)
	}
	if s := q.SectionNamed("GV.OC"); s == nil || s.ID != "govern-context" || q.SectionNamed("govern") == nil {
		t.Error("a section is known by its id and its code")
	}
	mission := q.QuestionNamed("GV.OC-01")
	if mission == nil || q.QuestionNamed("GV.OC") != nil || q.SectionNamed("GV.OC-01") != nil {
		t.Fatal("a question is known by its id and its code")
	}
	if mission.Title.In("nl") != "Is there a mission?" || mission.AskBeside("nl") != "" {
		t.Errorf("title %v, beside it %q", mission.Title, mission.AskBeside("nl"))
	}
	if parties := q.Question("parties"); parties.AskBeside("en") != "Are parties known?" ||
		parties.References[0].URL != "https://example.org" {
		t.Errorf("%+v", parties)
	}
	if o := mission.Options[0]; o.Help.In("") != "Not at all." || o.Advice.In("") != "Begin." {
		t.Errorf("%+v", o)
	}
	if refs := q.Section("govern").References; len(refs) != 3 || refs[2].Text.In("nl") != "Een pagina" ||
		refs[2].URL != "https://example.org/a?b=c#d" {
		t.Errorf("%+v", refs)
	}
	if text, ok := q.Tag("h"); !ok || text.In("nl") != "Hoge prioriteit" || len(mission.Tags) != 2 {
		t.Errorf("tags %v of %v", mission.Tags, q.Tags)
	}
}

// What the answers to every kind of question say is read, accepted by the schemas, and
// written back without loss.
func TestEveryAnswerIsKept(t *testing.T) {
	t.Parallel()
	q := keys(t)
	own, err := schema.Answers(q, "en")
	if err != nil {
		t.Fatal(err)
	}
	accepted(t, schemaOf(t, "answers"), []string{"testdata/keys-answers.yaml"})
	accepted(t, compiled(t, own), []string{"testdata/keys-answers.yaml"})
	data, err := os.ReadFile("testdata/keys-answers.yaml")
	if err != nil {
		t.Fatal(err)
	}
	records, ds := ReadAnswers("keys-answers.yaml", data, only(q))
	if len(ds) > 0 {
		t.Fatal(ds)
	}
	for _, r := range records {
		written := WriteAnswers(r.Response, WriteOptions{})
		again, ds := ReadAnswers("again.yaml", written, only(q))
		if len(ds) > 0 {
			t.Fatalf("%v in\n%s", ds, written)
		}
		got := again[0].Response
		got.Source, got.File, got.SHA256 = r.Response.Source, r.Response.File, r.Response.SHA256
		if !reflect.DeepEqual(got, r.Response) {
			t.Errorf("written\n%s\nreads %+v\nfor %+v", written, got, r.Response)
		}
		if twice := WriteAnswers(got, WriteOptions{}); string(twice) != string(written) {
			t.Errorf("written again\n%s\nfor\n%s", twice, written)
		}
	}
}
