package report

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"bankmaturity/report/data"
	"bankmaturity/report/reporttest"
)

func TestWritten(t *testing.T) {
	t.Parallel()
	sealed := string(Seal([]byte("# Title\n")))
	tests := []struct {
		name, data string
		want       bool
	}{
		{"a.md", sealed, true},
		{"a.MD", sealed, true},
		{"dir.json/a.html", sealed, true},
		{"a.svg", sealed, true},
		{"a.yaml", sealed, false},
		{"a.md", sealed + "\n", false},
		{"a.md", " " + sealed, false},
		{"a.md", "# Other\n" + sealed[8:], false},
		{"a.md", "", false},
		{"a.md", string(Seal(nil)), true},
		{"a.md", string(Seal([]byte(sealed))), true},
		{"a.json", `{"format": "assess/result/v1", "x": {"format": "y"}}`, true},
		{"a.json", `{"format": "assess/failure/v1"}`, true},
		{"a.json", `{"format": "assess/answers/v1"}`, false},
		{"a.json", `{"x": {"format": "assess/result/v1"}}`, false},
		{"a.json", `{"format": "assess/result/v1"} {`, false},
		{"a.json", `[{"format": "assess/result/v1"}]`, false},
		{"a.json", `{"format": 1}`, false},
		{"a.json", `null`, false},
		{"a.json", ``, false},
		{"a.jsonl", "{\"format\": \"assess/result/v1\"}\n{\"format\": \"assess/failure/v1\"}\n", true},
		{"a.jsonl", "{\"format\": \"assess/result/v1\"}\n{\"format\": \"assess/answers/v1\"}\n", false},
	}
	for _, tt := range tests {
		if got := Written(tt.name, []byte(tt.data)); got != tt.want {
			t.Errorf("Written(%q, %q) = %v", tt.name, tt.data, got)
		}
		if tt.name == "a.jsonl" && strings.Contains(tt.data, "answers") {
			continue // of a file only the first record is read
		}
		slow := iotest.OneByteReader(strings.NewReader(tt.data))
		if got, err := WrittenFile(tt.name, slow); got != tt.want || err != nil {
			t.Errorf("WrittenFile(%q, %q) = %v, %v", tt.name, tt.data, got, err)
		}
	}
}

// endless gives blanks for ever.
type endless struct{ read int }

func (e *endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = ' '
	}
	e.read += len(b)
	return len(b), nil
}

// A file of any length is known by its beginning, or is too long to be one of ours.
func TestWrittenFileReadsNoMoreThanItMust(t *testing.T) {
	t.Parallel()
	res := reporttest.Bank()
	line, head := string(data.JSONLine(res, data.Options{})), string(data.SummaryHeader(res.Questionnaire, ""))
	for _, tt := range []struct {
		name, start string
		want        bool
		most        int // bytes read behind the start
	}{
		{"summary.jsonl", line, true, 1 << 16},
		{"answers.jsonl", `{"format": "assess/answers/v1"}` + "\n", false, 1 << 16},
		{"summary.csv", head, true, 1 << 16},
		{"notes.csv", "a,b,c\n", false, 1 << 16},
		{"report.md", "# Title\n", false, 65 << 20},
		{"notes.txt", "", false, 0},
	} {
		rest := &endless{}
		got, err := WrittenFile(tt.name, io.MultiReader(strings.NewReader(tt.start), rest))
		if got != tt.want || err != nil || rest.read > tt.most {
			t.Errorf("%s: %v, %v after %d bytes", tt.name, got, err, rest.read)
		}
	}
}

func TestWrittenFileTellsThatItCouldNotRead(t *testing.T) {
	t.Parallel()
	broken := errors.New("broken")
	for _, name := range []string{"a.md", "a.json", "a.jsonl", "a.csv", "a.xlsx"} {
		if got, err := WrittenFile(name, iotest.ErrReader(broken)); got || !errors.Is(err, broken) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
