package report

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

var (
	drawnIn  = regexp.MustCompile(`(fill|stroke)="(#[0-9a-f]{6})"`)
	variable = regexp.MustCompile(`--(\w+): (#[0-9a-f]{6});`)
)

// A page gives every colour of its charts one of its own, so that a dark page has dark charts.
func TestChartsFollowTheTheme(t *testing.T) {
	t.Parallel()
	bank := reporttest.Respondents()
	charts := append(Charts(bank, Options{}), ComparisonCharts(assess.Compare(bank, bank), Options{})...)
	charts = append(charts, Charts(reporttest.Bank(), Options{})...)
	for _, c := range charts {
		for _, used := range drawnIn.FindAllStringSubmatch(string(c.SVG), -1) {
			rule := fmt.Sprintf(`figure svg [%s="%s"] { %s: var(--`, used[1], used[2], used[1])
			if !strings.Contains(style, rule) {
				t.Errorf("%s: the style has no %q", c.Kind, rule)
			}
		}
	}
}

// In both themes marks stand out 3 to 1 from what they lie on, and texts 4.5 to 1 (WCAG 2.2).
func TestThemesHaveContrast(t *testing.T) {
	t.Parallel()
	themes := slices.DeleteFunc(strings.Split(style, ":root")[1:], func(s string) bool { return !strings.Contains(s, "--ink") })
	if len(themes) != 3 {
		t.Fatalf("%d themes: light, dark and print are", len(themes))
	}
	for i, theme := range themes {
		colors := map[string]string{}
		for _, m := range variable.FindAllStringSubmatch(theme, -1) {
			colors[m[1]] = m[2]
		}
		for name, least := range map[string]float64{"ink": 4.5, "soft": 4.5, "mark": 4.5, "aim": 3, "grid": 3} {
			for _, ground := range []string{"paper", "tint"} {
				x, y := reporttest.Luminance(t, colors[name]), reporttest.Luminance(t, colors[ground])
				if c := (max(x, y) + .05) / (min(x, y) + .05); c < least {
					t.Errorf("theme %d: %s on %s %.2f", i, name, ground, c)
				}
			}
		}
	}
}
