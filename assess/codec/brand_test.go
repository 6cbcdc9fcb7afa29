package codec

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestReadBrand(t *testing.T) {
	t.Parallel()
	b, ds := ReadBrand("b.yaml", []byte(`format: assess/brand/v1
name: Harbour Consulting
logo: logo.svg
colors: {accent: "#0A5F3C", ink: "#111111"}
dark: {accent: "#7fd1ae"}
fonts: {body: 'Georgia, "Noto Serif CJK SC", serif'}
confidential: {en: For the board, zh: 仅供董事会}
paper: Letter
`))
	if len(ds) > 0 || b == nil || b.Confidential.In("zh") != "仅供董事会" || b.Paper != "letter" || b.Colors["accent"] != "#0a5f3c" || b.Dark["accent"] != "#7fd1ae" || b.Logo != "logo.svg" || !strings.HasPrefix(b.Body, "Georgia") {
		t.Errorf("%+v %v", b, ds)
	}
	for text, want := range map[string]string{
		"name: A": "format is missing",
		"format: assess/brand/v1\ncolors: {accent: red}":               "2:18 colors.accent: red is no colour",
		"format: assess/brand/v1\ncolors: {acent: \"#000000\"}":        "2:10 colors.acent: unknown key",
		"format: assess/brand/v1\nfonts: {body: \"a; } body { x: y\"}": "fonts.body",
		"format: assess/brand/v1\nfonts: {body: \"a\\\"\"}":            "fonts.body",
		"format: assess/brand/v1\ncolors: {accent: \"#ffee88\"}":       "colors.accent: the contrast with the page is 1.1 to 1",
		"format: assess/brand/v1\ndark: {ink: \"#333333\"}":            "dark.ink: the contrast with the page is 1.4 to 1",
		"format: assess/brand/v1\npaper: A5":                           "2:8 paper: A5 is no size of paper known here",
		"format: assess/brand/v1\nconfidential: [a]":                   "confidential",
		"format: assess/brand/v1\nconfidential: {}":                    "confidential",
		"format: assess/brand/v1\nconfidential: {en: 3}":               "confidential.en",
		"format: assess/answers/v1":                                    "format",
		"format: assess/brand/v1\nlogo: [a]":                           "logo",
		"format: assess/brand/v1\n---\nformat: assess/brand/v1\n":      "a second document",
	} {
		_, ds := ReadBrand("b.yaml", []byte(text))
		all := ""
		for _, d := range ds {
			all += fmt.Sprintf("%d:%d %s: %s\n", d.Line, d.Column, d.Path, d.Message)
		}
		if !strings.Contains(all, want) {
			t.Errorf("%q says %q, not %q", text, all, want)
		}
	}
}

// The contrasts that WCAG's own examples give: black on white 21, #777777 on white 4.48.
func TestContrast(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b string
		want float64
	}{{"#000000", "#ffffff", 21}, {"#777777", "#ffffff", 4.48}, {"#ffffff", "#ffffff", 1}} {
		if got := contrast(tt.a, tt.b); math.Abs(got-tt.want) > 0.005 {
			t.Errorf("contrast(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
}
