package main

import (
	"testing"

	"bankmaturity/assess/message/messagetest"
)

func TestKeys(t *testing.T) {
	t.Parallel()
	messagetest.Check(t, messages, "form.") // said by codec
}

func TestLanguage(t *testing.T) {
	t.Parallel()
	tests := []struct {
		flag string
		env  map[string]string
		want string
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
		a := &app{lang: tt.flag, getenv: func(name string) string { return tt.env[name] }}
		if got := a.language(); got != tt.want {
			t.Errorf("--lang %q with %v: %s, want %s", tt.flag, tt.env, got, tt.want)
		}
	}
}
