package words

import (
	"regexp"
	"testing"

	"bankmaturity/report/reporttest"
)

func TestLinks(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"https://example.org/a?b=c&d=(e)": "[x](https://example.org/a?b=c&amp;d=%28e%29)",
		"https://example.org/50%25%":      "[x](https://example.org/50%25%25)",
		"https://example.org/银行":          "[x](https://example.org/%E9%93%B6%E8%A1%8C)",
		"http://example.org":              "x",
		"javascript:alert(1)":             "x",
		"//example.org":                   "x",
		"https://":                        "x",
		"https:///a":                      "x",
		"https://bank@example.org":        "x",
		" https://example.org":            "x",
		"":                                "x",
	} {
		if got := MarkdownLink("x", address); got != want {
			t.Errorf("%q: %s, want %s", address, got, want)
		}
	}
	if got, want := HTMLLink("x", "https://example.org/?a=1&b=\"'>"),
		`<a href="https://example.org/?a=1&amp;b=%22%27%3E" rel="noreferrer">x</a>`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// No address ends its link, or is more than an address.
func TestLinksStayLinks(t *testing.T) {
	t.Parallel()
	markdown := regexp.MustCompile(`^\[x\]\(https://example\.org/[^\s()<>\[\]\\"'|*$^` + "`" + `]*\)$`)
	page := regexp.MustCompile(`^<a href="https://example\.org/[^\s<>"']*" rel="noreferrer">x</a>$`)
	for _, s := range reporttest.Hostile {
		if got := MarkdownLink("x", "https://example.org/"+s); !markdown.MatchString(got) {
			t.Errorf("%q: %s", s, got)
		}
		if got := HTMLLink("x", "https://example.org/"+s); !page.MatchString(got) {
			t.Errorf("%q: %s", s, got)
		}
		if got := MarkdownLink("x", s); got != "x" {
			t.Errorf("%q is a link", s)
		}
	}
}
