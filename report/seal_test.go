package report

import "testing"

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
	}
}
