package assess

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var cited = regexp.MustCompile(`\(docs/numbers\.md,\s+([^);]+)`)

// Every heading of docs/numbers.md that the code cites is there.
func TestCitedHeadingsExist(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../docs/numbers.md")
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	found := 0
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("\n\t// ", " ", "\n// ", " ").Replace(string(source))
		for _, m := range cited.FindAllStringSubmatch(text, -1) {
			found++
			if !strings.Contains(string(page), "\n## "+m[1]+"\n") {
				t.Errorf("%s cites %q, which is no heading of docs/numbers.md", file, m[1])
			}
		}
	}
	if found < 15 {
		t.Errorf("only %d citations were found", found)
	}
}
