package assess

import "testing"

func TestPeriods(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		period    Period
		day, want string
	}{
		{Year, "2026-11-23", "2026"}, {Month, "2026-01-31", "2026-01"},
		{Quarter, "2026-01-01", "2026-Q1"}, {Quarter, "2026-03-31", "2026-Q1"}, {Quarter, "2026-04-01", "2026-Q2"},
		{Quarter, "2026-09-30", "2026-Q3"}, {Quarter, "2026-12-31", "2026-Q4"},
		{"", "2026-11-23", ""}, {Year, "", ""}, {Month, "2026-13-01", ""},
	} {
		if got := c.period.Of(c.day); got != c.want {
			t.Errorf("%s of %s is %q, not %q", c.period, c.day, got, c.want)
		}
	}
}

// A key is the same for the same group alone, however the organization is spelled, and stays so:
// shards of different days are joined by it.
func TestGroupKey(t *testing.T) {
	t.Parallel()
	key := GroupKey("toy", "1.0.0", "Bank", "")
	if key != "3ef13942cc53a78e0e9e9330747a3013" || key != GroupKey("toy", "1.0.0", " ＢＡＮＫ\t", "") {
		t.Error(key)
	}
	for _, other := range []string{
		GroupKey("toy", "1.0.1", "Bank", ""), GroupKey("to", "y1.0.0", "Bank", ""),
		GroupKey("toy", "1.0.0", "Bank 2026", ""), GroupKey("toy", "1.0.0", "Bank", "2026"),
	} {
		if other == key {
			t.Error("two groups have one key")
		}
	}
}
