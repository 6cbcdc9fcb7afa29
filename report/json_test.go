package report

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bankmaturity/assess"
)

// Keys of SPEC 7, in its order.
const (
	resultKeys   = "format tool questionnaire organization date response_count responses overall agreement robustness plan scope_disagreements peers"
	nodeKeys     = "id title weight method not_applicable score low high coverage sufficient level level_name stage evidenced target gap agreement sections questions"
	questionKeys = "id title weight status value points evidenced agreed reasons notes evidence answers agreement"
	answerKeys   = "response state value votes"
	responseKeys = "respondent role date source sha256"
)

func TestJSONGolden(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"respondents", "votes", "not-applicable", "gate", "conditions"} {
		got, err := JSON(cases()[name], Options{Version: "0.1.0"})
		if err != nil {
			t.Fatal(err)
		}
		golden(t, name+".json", got)
	}
}

func TestJSONKeysAlwaysPresent(t *testing.T) {
	t.Parallel()
	for name, res := range cases() {
		data, err := JSON(res, Options{})
		if err != nil {
			t.Fatal(err)
		}
		var top map[string]any
		if err := json.Unmarshal(data, &top); err != nil {
			t.Fatal(err)
		}
		checkKeys(t, name, top, resultKeys)
		for _, r := range top["responses"].([]any) {
			checkKeys(t, name, r.(map[string]any), responseKeys)
		}
		checkNode(t, name, top["overall"].(map[string]any))
		if !ordered(string(data), resultKeys, "\n  \"") {
			t.Errorf("%s: keys are not in the order of SPEC 7", name)
		}
	}
}

func checkNode(t *testing.T, name string, node map[string]any) {
	t.Helper()
	checkKeys(t, name, node, nodeKeys)
	for _, s := range node["sections"].([]any) {
		checkNode(t, name, s.(map[string]any))
	}
	for _, q := range node["questions"].([]any) {
		checkKeys(t, name, q.(map[string]any), questionKeys)
		for _, a := range q.(map[string]any)["answers"].([]any) {
			checkKeys(t, name, a.(map[string]any), answerKeys)
		}
	}
}

func checkKeys(t *testing.T, name string, object map[string]any, want string) {
	t.Helper()
	keys := strings.Fields(want)
	slices.Sort(keys)
	if got := slices.Sorted(maps.Keys(object)); !slices.Equal(got, keys) {
		t.Errorf("%s: keys %v, want %v", name, got, keys)
	}
}

func ordered(data, keys, before string) bool {
	at := 0
	for _, k := range strings.Fields(keys) {
		i := strings.Index(data[at:], before+k+`"`)
		if i < 0 {
			return false
		}
		at += i
	}
	return true
}

func TestJSONNames(t *testing.T) {
	t.Parallel()
	res := cases()["votes"]
	plain, _ := JSON(res, Options{})
	named, _ := JSON(res, Options{Names: true})
	for _, name := range []string{"Person 1", "Retail", "Risk", `"IT"`} {
		if strings.Contains(string(plain), name) {
			t.Errorf("%s stands in a result without names", name)
		}
		if !strings.Contains(string(named), name) {
			t.Errorf("%s is missing in a result with names", name)
		}
	}
	res.Responses[0].Respondent = ""
	if data, _ := JSON(res, Options{Names: true}); !strings.Contains(string(data), `"respondent": null`) {
		t.Error("a name that was not given is not null")
	}
}

func TestVotesKeepTheirOrderAndCharacters(t *testing.T) {
	t.Parallel()
	v := jsonVotes{{"Z <b> & \"q\"", assess.Num(2)}, {"A", assess.Num(.25)}}
	got, err := encode(v, "")
	if want := `{"Z <b> & \"q\"":2,"A":0.25}` + "\n"; err != nil || string(got) != want {
		t.Errorf("got %s, %v; want %s", got, err, want)
	}
}

// A line is the same JSON as the library writes, whatever the texts are.
func TestJSONLineIsJSON(t *testing.T) {
	t.Parallel()
	all := cases()
	for i, text := range []string{`"overall":null`, `{"overall":null}`, "a\u2028b", "\xff", "<&>\x7f\x00\n", `\`, "半"} {
		res := respondents()
		res.Organization, res.Overall.Title = text, assess.Text{{Language: "en", Text: text}}
		for _, d := range res.Overall.Sections {
			d.Title = assess.Text{{Language: "en", Text: text}}
		}
		all["text "+strconv.Itoa(i)] = res
	}
	for name, res := range all {
		for _, detail := range append(Details(), "") {
			opts := Options{Version: "0.1.0", Detail: detail, Responses: true, Language: "en"}
			want, err := encode(newJSONView(res, opts).result(res, opts), "")
			if err != nil {
				t.Fatal(err)
			}
			got, err := JSONLine(res, opts)
			if err != nil || string(got) != string(want) {
				t.Errorf("%s at %q: %v\n%s\nnot\n%s", name, detail, err, got, want)
			}
		}
	}
}
