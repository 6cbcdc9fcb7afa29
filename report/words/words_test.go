package words

import (
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/message/messagetest"
	"bankmaturity/report/reporttest"
)

func TestPercent(t *testing.T) {
	t.Parallel()
	w, err := New(reporttest.Bank().Questionnaire, "", Plain)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		share float64
		open  bool
		want  string
	}{
		{1, false, "100 %"}, {0.9999, true, "99 %"}, {1, true, "99 %"}, {0.7999, true, "79 %"},
		{0.8, true, "80 %"}, {0.29, true, "29 %"}, {0.1 + 0.7, true, "80 %"},
		{0.004, true, "under 1 %"}, {0, true, "0 %"},
	}
	for _, tt := range tests {
		if got := w.Percent(tt.share, tt.open); got != tt.want {
			t.Errorf("Percent(%v, %v) = %s, want %s", tt.share, tt.open, got, tt.want)
		}
	}
}

func TestLists(t *testing.T) {
	t.Parallel()
	w, _ := New(reporttest.Bank().Questionnaire, "", Plain)
	for i, want := range []string{"", "a", "a and b", "a, b and c", "a, b, c and d"} {
		if got := w.Enumerate([]string{"a", "b", "c", "d"}[:i]); got != want {
			t.Errorf("list of %d = %q, want %q", i, got, want)
		}
	}
}

// TestKeys holds the catalogue to the source that speaks from it, and the languages
// together.
func TestKeys(t *testing.T) {
	t.Parallel()
	folders := []string{".", "..", "../chart", "../data"}
	built := []string{ // keys that the source puts together
		"steps.", "gaps.", "month.", "trace.", "firm.down.", "firm.up.", "status.", "change.", "agree.side.",
		"agree.decided.", "vote.", "paper.counted.", "paper.typed.", "slide.decided.", "portfolio.",
		"story.", "number.", // whose template a test beside it reads
	}
	messagetest.CheckFolders(t, messages, folders, built...)
}

// Every column that data asks for is there, once, and has a number.
func TestColumns(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, c := range columns {
		if seen[c.Key] || c.Heading == "" || c.Value == nil && c.Prose == nil {
			t.Errorf("column %s", c.Key)
		}
		seen[c.Key] = true
	}
	for _, c := range Columns(InData) {
		if c.Value == nil || c.Cell(&assess.Node{}).Defined() {
			t.Errorf("column %s has a number where there is none", c.Key)
		}
	}
}

// A text that runs from right to left stays in its place; others are left as they are.
func TestRightToLeftIsIsolated(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"بنك 12":           "\u2068بنك 12\u2069",
		"\u202eבנק\nx":     "\u2068בנק x\u2069",
		"Bank 12":          "Bank 12",
		"港湾城市银行":           "港湾城市银行",
		"a\u2067b\u2069 c": "ab c",
	} {
		if got := clean(text, " "); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}
