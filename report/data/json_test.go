package data

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"bankmaturity/report/reporttest"
)

// The keys of a result in their order (docs/formats.md, Result).
const (
	resultKeys = "format tool questionnaire organization date response_count " +
		"responses overall agreement robustness plan scope_disagreements tags profile peers"
	nodeKeys = "id code title weight method not_applicable score low high coverage " +
		"sufficient level level_name stage evidenced target gap agreement sections questions"
	questionKeys = "id title weight status value code tags counted points " +
		"evidenced agreed reasons notes evidence answers agreement"
	answerKeys   = "response state value votes"
	responseKeys = "respondent role date source sha256"
)

func TestJSONGolden(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"respondents", "votes", "not-applicable", "gate", "conditions"} {
		reporttest.Golden(t, name+".json", JSON(reporttest.Cases()[name], Options{Version: "0.1.0"}))
	}
}

func TestJSONKeysAlwaysPresent(t *testing.T) {
	t.Parallel()
	for name, res := range reporttest.Cases() {
		data := JSON(res, Options{})
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
			t.Errorf("%s: keys are not in the order of docs/formats.md", name)
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
	res := reporttest.Cases()["votes"]
	plain := JSON(res, Options{})
	named := JSON(res, Options{Names: true})
	for _, name := range []string{"Person 1", "Retail", "Risk", `"IT"`} {
		if strings.Contains(string(plain), name) {
			t.Errorf("%s stands in a result without names", name)
		}
		if !strings.Contains(string(named), name) {
			t.Errorf("%s is missing in a result with names", name)
		}
	}
	res.Responses[0].Respondent = ""
	if data := JSON(res, Options{Names: true}); !strings.Contains(string(data), `"respondent": null`) {
		t.Error("a name that was not given is not null")
	}
}
