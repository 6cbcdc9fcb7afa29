package codec

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/advice"
	"bankmaturity/assess/diag"
)

var update = flag.Bool("update", false, "write the golden files anew")

// toy is the questionnaire of testdata/toy.yaml.
func toy(t testing.TB) *assess.Questionnaire {
	t.Helper()
	data, err := os.ReadFile("testdata/toy.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q, ds := ReadQuestionnaire("toy.yaml", data)
	if len(ds) > 0 {
		t.Fatalf("toy.yaml: %v", ds)
	}
	return q
}

// only finds one questionnaire.
func only(q *assess.Questionnaire) Find {
	return func(id, _ string) (*assess.Questionnaire, string, []string) {
		if id == q.ID {
			return q, "", nil
		}
		return nil, "it is not bundled (toy)", []string{"toy"}
	}
}

// fixtures finds the questionnaires that the fixtures answer.
func fixtures(t testing.TB, q *assess.Questionnaire) Find {
	every := keys(t)
	return func(id, version string) (*assess.Questionnaire, string, []string) {
		if id == every.ID {
			return every, "", nil
		}
		return only(q)(id, version)
	}
}

// Every diagnostic has a file in testdata/err that provokes it, with what is
// printed beside it.
func TestDiagnostics(t *testing.T) {
	t.Parallel()
	q := toy(t)
	files, err := filepath.Glob("testdata/err/*")
	if err != nil || len(files) == 0 {
		t.Fatal("no fixtures", err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".out") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			compare(t, file+".out", findings(t, q, filepath.Base(file), data))
		})
	}
}

// findings reads a fixture as what its name begins with and prints what is
// wrong with it. An error means no result, its absence a result.
func findings(t *testing.T, q *assess.Questionnaire, name string, data []byte) []byte {
	var ds []diag.Diagnostic
	read := false
	switch kind, _, _ := strings.Cut(name, "-"); kind {
	case "questionnaire":
		var got *assess.Questionnaire
		got, ds = ReadQuestionnaire(name, data)
		if read = got != nil; read {
			ds = Remarks(name, data, advice.OnScoring(got)) // as assess check composes them
		}
	case "benchmark":
		var got *assess.Benchmark
		got, ds = ReadBenchmark(name, data, q)
		read = got != nil
	case "brand":
		var got *Brand
		got, ds = ReadBrand(name, data)
		read = got != nil
	default:
		var got []Record
		got, ds = ReadAnswers(name, data, fixtures(t, q))
		read = got != nil
	}
	if len(ds) == 0 || read == diag.Errors(ds) {
		t.Errorf("%d diagnostics, read: %t", len(ds), read)
	}
	var out bytes.Buffer
	if err := diag.Write(&out, ds, diag.Options{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func compare(t *testing.T, golden string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: got\n%s\nwant\n%s", golden, got, want)
	}
}
