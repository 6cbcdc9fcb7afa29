package main

import (
	"cmp"
	"embed"
	"slices"
	"strings"

	"bankmaturity/assess/message"
)

// messages holds the command line's own texts, one file per language.
//
//go:embed messages/*.json
var messages embed.FS

// languages are those that screens and reports speak.
func languages() []string { return []string{message.Fallback, "zh"} }

// language is that of screens and prose reports: the one an interview speaks,
// else --lang, else the environment, else English.
func (a *app) language() string {
	if l := cmp.Or(a.spoken, a.lang); l != "" {
		return l
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := a.getenv(name); v != "" {
			tag, _, _ := strings.Cut(strings.ReplaceAll(v, "-", "_"), "_")
			tag, _, _ = strings.Cut(tag, ".")
			if slices.Contains(languages(), tag) {
				return tag
			}
			return message.Fallback
		}
	}
	return message.Fallback
}
