package words

import "testing"

func TestStopOnce(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ text, first, second, want string }{
		{"**%[1]s.** %[2]s", "Mission", "What?", "**%[1]s.** %[2]s"},
		{"**%[1]s.** %[2]s", "What mission?", "x", "**%[1]s** %[2]s"},
		{"**%[1]s。** %[2]s", "使命是什么？", "x", "**%[1]s** %[2]s"},
		{"%[1]s: %[2]s.", "Why?", "Because.", "%[1]s %[2]s"},
		{"%[1]s: %[2]s.", "Bank Ltd.", "x", "%[1]s: %[2]s."},
		{"%[1]s. %[2]s", "", "x", "%[1]s. %[2]s"},
	} {
		if got := stopOnce(tt.text, []any{tt.first, tt.second}); got != tt.want {
			t.Errorf("%q with %q and %q is %q, want %q", tt.text, tt.first, tt.second, got, tt.want)
		}
	}
}
