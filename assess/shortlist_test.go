package assess

import (
	"cmp"
	"testing"
)

func TestShortlist(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		sorted                   string
		most, shown, alike, rest int
	}{
		"all alike":           {"aaaaaaa", 3, 3, 4, 4},
		"the last stands out": {"aabccc", 3, 3, 0, 3},
		"some alike":          {"abccdc", 3, 3, 1, 3},
		"all shown":           {"aab", 3, 3, 0, 0},
		"fewer than shown":    {"a", 3, 1, 0, 0},
		"nothing":             {"", 3, 0, 0, 0},
		"nothing shown":       {"aa", 0, 0, 0, 2},
	} {
		got := shortlist([]byte(tt.sorted), tt.most, cmp.Compare[byte])
		if len(got.First) != tt.shown || got.Alike != tt.alike || got.Rest != tt.rest {
			t.Errorf("%s: %d shown, %d alike, %d left", name, len(got.First), got.Alike, got.Rest)
		}
	}
}

// Of 45 questions at one level three are shown as next steps, and 42 others stand alike.
func TestAlike(t *testing.T) {
	t.Parallel()
	q := model(5, 5, 5, 5, 5, 5, 5, 5, 5)
	said := make([]string, 45)
	for i := range said {
		said[i] = "2"
	}
	res := scoreAll(q, []*Response{respond(q, said...)})
	if got := res.NextSteps(3); len(got.First) != 3 || got.Alike != 42 {
		t.Errorf("%d steps and %d others", len(got.First), got.Alike)
	}
	if got := res.Raisable(5); got.Alike != 40 || got.Rest != 40 {
		t.Errorf("%d others of %d", got.Alike, got.Rest)
	}
	if got := res.WidestGaps(3); got.Alike != 6 {
		t.Errorf("%d other dimensions", got.Alike)
	}
	said[0], said[44] = "3", "1" // one dimension above all others, one below
	res = scoreAll(q, []*Response{respond(q, said...)})
	highest, lowest, _ := res.Extremes()
	if highest.Alike != 0 || lowest.Alike != 0 {
		t.Errorf("%d and %d others", highest.Alike, lowest.Alike)
	}
	if got := res.NextSteps(3); got.First[0].Raise.Item.Points.Value() != 1 || got.Alike != 41 {
		t.Errorf("%v first, and %d others", got.First[0].Raise.Item.Points, got.Alike)
	}
}
