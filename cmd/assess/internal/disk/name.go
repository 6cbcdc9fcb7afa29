package disk

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// FreeYAML returns the first name of stem.2.yaml, stem.3.yaml and so on that nothing
// has yet.
func FreeYAML(stem string) string {
	for n := 2; ; n++ {
		if name := fmt.Sprintf("%s.%d.yaml", stem, n); !Exists(name) {
			return name
		}
	}
}

// devices are the names that Windows keeps for devices, whatever their extension.
var devices = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)`)

// How much of a text goes into a file name. Systems take 255 bytes in all.
const (
	longestName      = 60  // characters
	longestNameBytes = 180 // bytes
)

// FileName makes a text that somebody typed part of a file name: it can't name a folder
// or a device, hide the file or hold what some system refuses. Of a text that leaves
// nothing the name is "assessment".
func FileName(text string) string {
	clean := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || !unicode.IsPrint(c) || strings.ContainsRune(`/\:*?"<>|`, c) {
			return '-'
		}
		return c
	}, text)
	clean = strings.TrimLeft(strings.TrimSpace(clean), ".-~")
	if runes := []rune(clean); len(runes) > longestName {
		clean = strings.TrimSpace(string(runes[:longestName]))
	}
	for len(clean) > longestNameBytes {
		_, size := utf8.DecodeLastRuneInString(clean)
		clean = clean[:len(clean)-size]
	}
	switch {
	case clean == "":
		return "assessment"
	case devices.MatchString(clean):
		return "_" + clean
	}
	return clean
}
