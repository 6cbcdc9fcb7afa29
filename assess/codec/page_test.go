package codec

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The page of diagnostics shows every fixture's output.
func TestDiagnosticsPage(t *testing.T) {
	t.Parallel()
	page := `# Every diagnostic

What ` + "`assess check`" + ` says of files that are wrong, and of some that are only unwise. Each says where: file, line and column (counted in
characters), the place in the document, what is wrong and what is accepted. A line with ` + "`warning:`" + ` does not stop anything;
every other one does. This page is written by the tests from the files in ` + "`assess/codec/testdata/err`" + `, where each example lies whole.
`
	q, files := toy(t), globbed(t, "testdata/err/*.out")
	for _, part := range []struct{ title, begins string }{
		{"Questionnaires", "questionnaire-"}, {"Questionnaires: warnings", "questionnaire-warn-"}, {"Answers", "answers-"}, {"Peers (`score --benchmark`)", "benchmark-"}, {"Brands (`score --brand`)", "brand-"},
	} {
		page += "\n## " + part.title + "\n"
		for _, file := range files {
			name := filepath.Base(file)
			if !strings.HasPrefix(name, part.begins) || (part.begins == "questionnaire-" && strings.HasPrefix(name, "questionnaire-warn-")) {
				continue
			}
			data, err := os.ReadFile(strings.TrimSuffix(file, ".out"))
			if err != nil {
				t.Fatal(err)
			}
			out := findings(t, q, strings.TrimSuffix(name, ".out"), data)
			topic := strings.TrimPrefix(name[:strings.Index(name, ".")], part.begins)
			page += fmt.Sprintf("\n### %s\n\n```text\n%s```\n", strings.ReplaceAll(topic, "-", " "), visible(out))
		}
	}
	compare(t, "../../docs/diagnostics.md", []byte(page))
}

// visible leaves out what a page can't show: characters outside the readable.
func visible(out []byte) string {
	lines := strings.Split(strings.ToValidUTF8(string(out), "\uFFFD"), "\n")
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return strings.ContainsAny(l, "\x00\x1b") }), "\n")
}

// The answers shown on the page of formats read as they stand.
func TestFormatsPageReads(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/formats.md")
	if err != nil {
		t.Fatal(err)
	}
	_, example, _ := strings.Cut(string(page), "```yaml\nformat: assess/answers/v1\n")
	example, _, _ = strings.Cut(example, "```")
	records, found := ReadAnswers("a.yaml", []byte("format: assess/answers/v1\n"+example), only(bundled(t)))
	if len(records) != 1 || len(found) > 0 {
		t.Fatal(found)
	}
	r := records[0].Response
	if len(r.Voices) != 3 || !r.Contested || len(r.Actions) != 1 || len(r.Participants) != 1 {
		t.Errorf("%+v", r)
	}
}
