package diag

import (
	"strings"
	"testing"
)

func TestBrief(t *testing.T) {
	t.Parallel()
	tests := []struct{ word, want string }{
		{"", `""`},
		{"level", "level"},
		{strings.Repeat("a", 60), strings.Repeat("a", 60)},
		{strings.Repeat("级", 60), strings.Repeat("级", 60)},
		{strings.Repeat("级", 61), strings.Repeat("级", 60) + "…"},
	}
	for _, tt := range tests {
		if got := Brief(tt.word); got != tt.want {
			t.Errorf("Brief(%q) = %q, want %q", tt.word, got, tt.want)
		}
	}
}
