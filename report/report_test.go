package report

import (
	"fmt"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/message/messagetest"
)

// formats renders a result in every format for people.
func formats(t *testing.T, res *assess.Result) map[string]string {
	t.Helper()
	opts := Options{Version: "0.1.0"}
	md, err := Markdown(res, opts)
	if err != nil {
		t.Fatal(err)
	}
	return map[string]string{"md": string(md), "svg": string(Radar(res, opts)), "txt": strings.Join(Summary(res, opts), "\n")}
}

func TestEveryReportIsWhole(t *testing.T) {
	t.Parallel()
	for name, res := range cases() {
		for format, text := range formats(t, res) {
			for _, bad := range []string{"%!", "[front", "NaN", "-0.00", "<nil>", "  \n\n\n", " .", "()", "“”"} {
				if strings.Contains(text, bad) {
					t.Errorf("%s.%s contains %q", name, format, bad)
				}
			}
			if format != "txt" && !Written("a."+format, []byte(text)) {
				t.Errorf("%s.%s is not sealed", name, format)
			}
		}
	}
}

func TestEveryDimensionAppears(t *testing.T) {
	t.Parallel()
	for name, res := range cases() {
		text := formats(t, res)
		for _, d := range res.Questionnaire.Dimensions() {
			title := d.Title.In("")
			if !strings.Contains(text["md"], title) || !strings.Contains(text["svg"], title) {
				t.Errorf("%s: %s is missing", name, title)
			}
		}
	}
}

func TestReportsAreTheSameEveryTime(t *testing.T) {
	t.Parallel()
	first, again := formats(t, bank()), formats(t, bank())
	for format := range first {
		if first[format] != again[format] {
			t.Errorf("%s differs", format)
		}
	}
}

func TestPercent(t *testing.T) {
	t.Parallel()
	w, err := newWords(bank(), Options{}, escapePlain)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		share float64
		open  bool
		want  string
	}{
		{1, false, "100 %"}, {0.9999, true, "99 %"}, {1, true, "99 %"}, {0.7999, true, "79 %"},
		{0.8, true, "80 %"}, {0.29, true, "29 %"}, {0.1 + 0.7, true, "80 %"}, {0.004, true, "under 1 %"}, {0, true, "0 %"},
	}
	for _, tt := range tests {
		if got := w.percent(tt.share, tt.open); got != tt.want {
			t.Errorf("percent(%v, %v) = %s, want %s", tt.share, tt.open, got, tt.want)
		}
	}
}

func TestLists(t *testing.T) {
	t.Parallel()
	w, _ := newWords(bank(), Options{}, escapePlain)
	for i, want := range []string{"", "a", "a and b", "a, b and c", "a, b, c and d"} {
		if got := w.list([]string{"a", "b", "c", "d"}[:i]); got != want {
			t.Errorf("list of %d = %q, want %q", i, got, want)
		}
	}
}

// TestKeys holds the catalogue to the source, and the languages together.
func TestKeys(t *testing.T) {
	t.Parallel()
	messagetest.Check(t, messages, "steps.", "gaps.", "month.", "trace.", "firm.down.", "firm.up.", "xlsx.", "change.") // built by view.none, words.date, view.traced, view.flip, ComparisonXLSX
}

// TestLabelsStandClear holds the titles around a radar to their room: no two
// touch, none is outside the drawing.
func TestLabelsStandClear(t *testing.T) {
	t.Parallel()
	for n := 3; n <= 40; n++ {
		for _, title := range []string{"Short", "A rather long title that speaks about governance and outsourcing", "开放银行与生态合作能力建设", strings.Repeat("Word", 30)} {
			var dims []*assess.Section
			for i := range n {
				dims = append(dims, dimension(fmt.Sprintf("d%d", i), title))
			}
			q := sample(1, dims...)
			v, _ := newView(result(q, all(q, "3")), Options{}, escapePlain)
			d := drawing{view: v, dims: v.res.Overall.Dimensions()}
			if labels := d.layout(); !clear(labels) {
				t.Errorf("%d titles like %q touch", n, title)
			}
		}
	}
}
