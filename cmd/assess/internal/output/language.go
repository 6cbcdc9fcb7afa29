package output

import (
	"slices"
	"strings"

	"bankmaturity/assess/message"
)

// Languages are those that screens and reports speak.
func Languages() []string { return []string{message.Fallback, "zh"} }

// Language is that of screens and prose reports: the one asked for, else the
// environment's, else English.
func Language(asked string, getenv func(string) string) string {
	if asked != "" {
		return asked
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		locale := getenv(name)
		if locale == "" {
			continue
		}
		tag, _, _ := strings.Cut(strings.ReplaceAll(locale, "-", "_"), "_")
		tag, _, _ = strings.Cut(tag, ".")
		if slices.Contains(Languages(), tag) {
			return tag
		}
		return message.Fallback
	}
	return message.Fallback
}
