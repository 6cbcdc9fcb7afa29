package codec

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/schema"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"
)

// compiled returns a schema that is itself held to JSON Schema 2020-12.
func compiled(t *testing.T, data []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func schemaOf(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	data, ok := schema.Open(name)
	if !ok {
		t.Fatalf("no schema of %s", name)
	}
	return compiled(t, data)
}

// instances are a file's documents as an editor sees them.
func instances(t *testing.T, name string) (docs []any, ok bool) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if strings.HasSuffix(name, ".json") {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		return []any{v}, err == nil
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	for {
		var n yaml.Node
		if err := d.Decode(&n); err == io.EOF {
			return docs, len(docs) > 0
		} else if err != nil {
			return nil, false
		}
		v, ok := jsonOf(&n)
		if !ok {
			return nil, false
		}
		docs = append(docs, v)
	}
}

// jsonOf turns a node into JSON's values. A date is a text, as in editors.
func jsonOf(n *yaml.Node) (any, bool) {
	switch n.Kind {
	case yaml.DocumentNode:
		return jsonOf(n.Content[0])
	case yaml.MappingNode:
		out := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			v, ok := jsonOf(n.Content[i+1])
			if _, twice := out[n.Content[i].Value]; !ok || twice {
				return nil, false
			}
			out[n.Content[i].Value] = v
		}
		return out, true
	case yaml.SequenceNode:
		out := []any{}
		for _, c := range n.Content {
			v, ok := jsonOf(c)
			if !ok {
				return nil, false
			}
			out = append(out, v)
		}
		return out, true
	case yaml.ScalarNode:
		switch n.Tag {
		case "!!null":
			return nil, true
		case "!!bool":
			return n.Value == "true", true
		case "!!int", "!!float":
			return json.Number(n.Value), json.Valid([]byte(n.Value))
		}
		return n.Value, true
	}
	return nil, false // an alias
}

// Every file that reads without an error is valid by its schema.
func TestSchemasAcceptWhatReads(t *testing.T) {
	t.Parallel()
	questionnaires := append(globbed(t, "../../questionnaires/*.yaml"), globbed(t, "../../questionnaires/starter/*.yaml")...)
	questionnaires = append(questionnaires, globbed(t, "../../docs/examples/models/*/questionnaire.yaml")...)
	answers := append(globbed(t, "../../docs/examples/harbour-city-bank/*.yaml"), globbed(t, "../../docs/examples/models/*/answers*.yaml")...)
	accepted(t, schemaOf(t, "questionnaire"), questionnaires)
	answers = append(answers, "testdata/err/answers-hollow.yaml")
	accepted(t, schemaOf(t, "answers"), answers)
	accepted(t, schemaOf(t, "result"), append(globbed(t, "../../report/data/testdata/*.json"), globbed(t, "../../docs/examples/*/result.json")...))

	q := bundled(t)
	own, err := schema.Answers(q, "en")
	if err != nil {
		t.Fatal(err)
	}
	accepted(t, compiled(t, own), globbed(t, "../../docs/examples/harbour-city-bank/*.yaml"))
}

// What a workshop writes, with every key that there is, is valid by both schemas.
func TestSchemasAcceptWhatIsWritten(t *testing.T) {
	t.Parallel()
	q := toy(t)
	r := responseOf(q, "Retail", "IT", 1)
	name := filepath.Join(t.TempDir(), "room.yaml")
	if err := os.WriteFile(name, WriteAnswers(r, WriteOptions{}), 0o600); err != nil {
		t.Fatal(err)
	}
	own, err := schema.Answers(q, "en")
	if err != nil {
		t.Fatal(err)
	}
	accepted(t, schemaOf(t, "answers"), []string{name})
	accepted(t, compiled(t, own), []string{name})
}

func bundled(t *testing.T) *assess.Questionnaire {
	t.Helper()
	data, err := os.ReadFile("../../questionnaires/bank-digital.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q, _ := ReadQuestionnaire("bank-digital.yaml", data)
	return q
}

func globbed(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("nothing matches %s (%v)", pattern, err)
	}
	return names
}

func accepted(t *testing.T, s *jsonschema.Schema, names []string) {
	t.Helper()
	for _, name := range names {
		docs, ok := instances(t, name)
		if !ok {
			t.Errorf("%s can't be read", name)
		}
		for _, doc := range docs {
			if err := s.Validate(doc); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// meaning lists the fixtures that are wrong in what their parts mean to one
// another, or in how they are spelled, which no schema sees: everything else that
// the reader refuses, the schema refuses too.
var meaning = []string{
	"answers-forbid.yaml", "answers-section-keys.yaml", "answers-json-surrogate.json", "answers-tag.yaml", "answers-values.yaml",
	"answers-json-same-errors.json", "questionnaire-scored-conditions.yaml", "answers-unknown-question.yaml",
	"questionnaire-ask-if.yaml", "questionnaire-ask-if-option.yaml", "questionnaire-ask-if-section.yaml", "questionnaire-depends-above.yaml", "questionnaire-depends-cycle-nested.yaml",
	"questionnaire-depends-cycle.yaml", "questionnaire-code-taken.yaml", "questionnaire-depends-unknown.yaml", "questionnaire-gate-level.yaml", "questionnaire-tags-undeclared.yaml",
	"questionnaire-gate-method.yaml", "questionnaire-gate-only.yaml", "questionnaire-id-taken.yaml", "questionnaire-input-from.yaml",
	"questionnaire-levels-gap.yaml", "questionnaire-levels-from-order.yaml", "questionnaire-points-values.yaml", "questionnaire-option-set-unknown.yaml", "questionnaire-options-far.yaml",
	"questionnaire-options-rise.yaml", "questionnaire-select-options.yaml",
	"questionnaire-select-scale.yaml", "questionnaire-select-sums.yaml", "questionnaire-tag.yaml", "questionnaire-weight-sum.yaml",
}

// Every fixture that the reader refuses for its shape, its schema refuses too.
func TestSchemasRefuseWhatDoesNotRead(t *testing.T) {
	t.Parallel()
	schemas := map[string]*jsonschema.Schema{"questionnaire": schemaOf(t, "questionnaire"), "answers": schemaOf(t, "answers")}
	seen := 0
	for _, name := range append(globbed(t, "testdata/err/*.yaml"), globbed(t, "testdata/err/*.json")...) {
		base := filepath.Base(name)
		kind, _, _ := strings.Cut(base, "-")
		if schemas[kind] == nil {
			continue // brands have none
		}
		docs, ok := instances(t, name)
		if !ok || len(docs) != 1 || !refused(t, name) {
			continue // not even YAML; several documents; warnings only
		}
		seen++
		err := schemas[kind].Validate(docs[0])
		if listed := slices.Contains(meaning, base); (err == nil) != listed {
			t.Errorf("%s: the schema says %v; listed as a matter of meaning: %v", base, err, listed)
		}
	}
	if seen < 50 {
		t.Errorf("only %d fixtures were tried", seen)
	}
}

// refused reports whether the reader finds an error in a fixture.
func refused(t *testing.T, file string) bool {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Base(file)
	var ds []diag.Diagnostic
	if strings.HasPrefix(name, "questionnaire-") {
		_, ds = ReadQuestionnaire(name, data)
	} else {
		_, ds = ReadAnswers(name, data, fixtures(t, toy(t)))
	}
	return diag.Errors(ds)
}
