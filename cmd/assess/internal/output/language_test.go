package output

import "testing"

func TestLanguage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		asked string
		env   map[string]string
		want  string
	}{
		{"", nil, "en"},
		{"", map[string]string{"LANG": "zh_CN.UTF-8"}, "zh"},
		{"", map[string]string{"LANG": "zh"}, "zh"},
		{"", map[string]string{"LANG": "de_DE.UTF-8"}, "en"},
		{"", map[string]string{"LANG": "zh_CN", "LC_ALL": "C"}, "en"},
		{"", map[string]string{"LANG": "en_GB", "LC_MESSAGES": "zh-Hans"}, "zh"},
		{"en", map[string]string{"LANG": "zh_CN.UTF-8"}, "en"},
		{"zh", nil, "zh"},
	}
	for _, tt := range tests {
		if got := Language(tt.asked, func(name string) string { return tt.env[name] }); got != tt.want {
			t.Errorf("--lang %q with %v: %s, want %s", tt.asked, tt.env, got, tt.want)
		}
	}
}
