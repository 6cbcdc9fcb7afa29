package data_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/questionnaires"
	"bankmaturity/report/data"
)

// Answers come as JSON Lines, are scored by organization, and leave as lines of results: the
// stages of assess batch, for a program that brings its own grouping. On a cluster the key is
// what records are shuffled by, and each group is scored where it arrives.
func Example() {
	text, _ := questionnaires.Open("bank-digital")
	q, found := codec.ReadQuestionnaire("bank-digital.yaml", text)
	if diag.Errors(found) {
		fmt.Println(found[0].Headline())
		return
	}
	find := func(id, _ string) (*assess.Questionnaire, string, []string) {
		if id != q.ID {
			return nil, "only " + q.ID + " is known here", []string{q.ID}
		}
		return q, "", nil
	}

	const answers = `{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",` +
		`"organization":"Harbour City Bank","date":"2026-11-18","answers":{"served-by-behaviour":2}}
{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",` +
		`"organization":"Upland Savings","date":"2026-11-19","answers":{"served-by-behaviour":3}}
{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",` +
		`"organization":"HARBOUR CITY BANK","date":"2026-11-20","answers":{"served-by-behaviour":4}}
{"format":"assess/answers/v1","questionnaire":"bank-digital","questionnaire_version":"2.0.0",` +
		`"organization":"Lowland Bank","date":"2026-11-20","answers":{"served-by-behaviour":9}}
`
	var reader codec.Reader // its memory is used for each line again
	groups, keys := map[string]*assess.Gathering{}, []string{}
	lines := bufio.NewScanner(strings.NewReader(answers))
	for n := 1; lines.Scan(); n++ {
		record, found := reader.Line("answers.jsonl", n, n, lines.Bytes(), find)
		if record == nil { // what is wrong goes where failures go, with its place
			line := data.FailureLine(fmt.Sprintf("answers.jsonl:%d", n), codec.Checksum(lines.Bytes()), found)
			fmt.Println(strings.Contains(string(line), `"format":"assess/failure/v1"`), found[0].Headline())
			continue
		}
		r := record.Response
		key := assess.GroupKey(r.Questionnaire().ID, r.Version, r.Organization, assess.Year.Of(r.Date))
		if groups[key] == nil {
			groups[key] = assess.NewGathering(r.Questionnaire(), true) // packed: scores alone are wanted
			keys = append(keys, key)
		}
		if err := groups[key].Add(r); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	var scorer assess.Scorer // likewise; one for each goroutine
	for _, key := range keys {
		res := scorer.Score(groups[key].Group())
		line := data.JSONLine(res, data.Options{Version: "0.1.0", Detail: data.Overall})
		fmt.Printf("%s: %v of %d responses: %.28s…\n",
			res.Organization, res.Overall.Score.Value(), len(res.Responses), line)
	}
	// Output:
	// true answers.jsonl:4:177: answers.served-by-behaviour: 9 is no option of served-by-behaviour; accepted are 1, 2, 3, 4, 5
	// Harbour City Bank: 3 of 2 responses: {"format":"assess/result/v1"…
	// Upland Savings: 3 of 1 responses: {"format":"assess/result/v1"…
}
