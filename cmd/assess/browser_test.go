package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// audit runs axe-core on a page and returns what it found.
const audit = `
axe.run(document, {resultTypes: ["violations", "passes"]}).then(
  r => JSON.stringify({
    passes: r.passes.length,
    violations: r.violations.map(v => v.id + ": " +
      v.nodes.map(n => n.target.join(" ") + " " + n.failureSummary).join("; ")),
  }),
  e => JSON.stringify({passes: 0, violations: [String(e)]})
).then(t => {
  const p = document.createElement("pre"); p.id = "audit"; p.textContent = t; document.body.append(p);
});`

var (
	security = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy"[^>]*>`)
	audited  = regexp.MustCompile(`(?s)<pre id="audit">(.*?)</pre>`)
)

// The report is accessible in a real browser: axe-core finds nothing, in both
// languages and both themes. It needs chromium and ASSESS_AXE, the path of axe-core.
func TestAccessible(t *testing.T) {
	axe := os.Getenv("ASSESS_AXE")
	if axe == "" {
		t.Skip("ASSESS_AXE does not name axe-core: the pages are not checked in a browser")
	}
	script, err := os.ReadFile(axe)
	if err != nil {
		t.Fatal(err)
	}
	bank := filepath.Join("..", "..", "docs", "examples", "harbour-city-bank")
	answers, err := filepath.Glob(filepath.Join(bank, "*.yaml"))
	if err != nil || len(answers) < 2 {
		t.Fatal(err, answers)
	}
	dir := t.TempDir()
	for _, lang := range []string{"en", "zh"} {
		score, compare := filepath.Join(dir, lang+".html"), filepath.Join(dir, lang+".compare.html")
		form := filepath.Join(dir, lang+".form.html")
		for _, args := range [][]string{
			append(append([]string{"score"}, answers...), "--lang", lang, "--trace", "-o", score),
			{"compare", answers[0], answers[1], "--lang", lang, "-o", compare},
			{"new", "answers", "--lang", lang, "-o", form},
			{"batch", bank, "--lang", lang, "--by", "response", "-o", filepath.Join(dir, lang)},
		} {
			cmd := exec.Command("assess", args...) // on the path by TestMain
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Fatalf("%v: %v\n%s", args, err, out)
			}
		}
		for _, page := range []string{score, compare, form, filepath.Join(dir, lang, "portfolio.html")} {
			for theme, flag := range map[string]string{"light": "1", "dark": "0"} {
				t.Run(fmt.Sprintf("%s %s %s", lang, filepath.Base(page), theme), func(t *testing.T) {
					passes, violations := audits(t, page, flag, script)
					t.Logf("%d rules pass", passes)
					if passes < 10 {
						t.Errorf("only %d rules apply: the page was not read", passes)
					}
					for _, v := range violations {
						t.Error(v)
					}
				})
			}
		}
	}
}

// audits runs axe-core on a copy of a page that allows scripts.
func audits(t *testing.T, page, scheme string, script []byte) (passes int, violations []string) {
	t.Helper()
	data, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if !security.Match(data) {
		t.Error("the page has no policy")
	}
	data = security.ReplaceAll(data, nil)
	data = bytes.Replace(data, []byte("</body>"), []byte("<script>"+string(script)+audit+"</script></body>"), 1)
	copied := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(copied, data, 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	out, err := exec.CommandContext(ctx, "chromium", "--headless", "--no-sandbox", "--disable-gpu",
		"--user-data-dir="+t.TempDir(),
		"--blink-settings=preferredColorScheme="+scheme, "--virtual-time-budget=30000", "--dump-dom",
		"file://"+copied).Output()
	if err != nil {
		t.Fatal(err)
	}
	m := audited.FindSubmatch(out)
	if m == nil {
		t.Fatalf("axe-core did not run: %.300s", out)
	}
	var said struct {
		Passes     int
		Violations []string
	}
	if err := json.Unmarshal([]byte(html.UnescapeString(strings.TrimSpace(string(m[1])))), &said); err != nil {
		t.Fatal(err)
	}
	return said.Passes, said.Violations
}
