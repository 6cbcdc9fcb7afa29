package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The walls of the house: what each package may import of our own, and the one
// home of each library. A package that is not listed has no business here.
var ours = map[string][]string{
	"assess":                     {},
	"assess/cells":               {},
	"assess/content":             {"assess"},
	"assess/diag":                {},
	"assess/message/messagetest": {"assess/message"},
	"assess/message":             {},
	"assess/codec":               {"assess", "assess/cells", "assess/diag", "assess/tree", "assess/workbook"},
	"assess/tree":                {"assess/diag"},
	"assess/workbook":            {},
	"assess/schema":              {"assess"},
	"questionnaires":             {},
	"docs/bench":                 {"assess/codec", "questionnaires"},
	"docs/bench/readonly":        {},
	"report":                     {"assess", "assess/cells", "assess/message", "assess/workbook"},
	"cmd/assess":                 {"assess", "assess/codec", "assess/content", "assess/diag", "assess/message", "assess/schema", "questionnaires", "report", "cmd/assess/internal/prompt", "cmd/assess/internal/quiet"},
	"cmd/assess/internal/prompt": {"assess/cells", "assess/message"},
	"cmd/assess/internal/quiet":  {},
}

var libraries = map[string][]string{
	"gopkg.in/yaml.v3":            {"assess/tree"},
	"github.com/spf13/cobra":      {"cmd/assess"},
	"github.com/xuri/excelize/v2": {"assess/codec", "assess/workbook", "report"},
	"github.com/charmbracelet/":   {"cmd/assess/internal/prompt"},
}

// Packages of the standard library, with those below them, that only the command line
// uses; the domain does without time as well.
var (
	impure = []string{"os", "net/http", "io/ioutil", "math/rand", "syscall", "path/filepath"}
	pure   = []string{"assess", "assess/cells", "assess/codec", "assess/content", "assess/diag", "assess/message", "assess/schema", "assess/tree", "assess/workbook", "report"}
)

func TestImportRules(t *testing.T) {
	t.Parallel()
	root := filepath.Join("..", "..")
	seen := map[string]bool{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(rel))
		seen[pkg] = true
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, imp := range file.Imports {
			p, _ := strconv.Unquote(imp.Path.Value)
			if why := forbidden(pkg, p); why != "" {
				t.Errorf("%s imports %s: %s", rel, p, why)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for pkg := range ours {
		if !seen[pkg] {
			t.Errorf("package %s is listed and does not exist", pkg)
		}
	}
}

// forbidden says why a package may not import a path, "" if it may.
func forbidden(pkg, imported string) string {
	allowed, known := ours[pkg]
	if !known {
		return "the package is not in the picture of the house"
	}
	if own, ok := strings.CutPrefix(imported, "bankmaturity/"); ok && !slices.Contains(allowed, own) {
		return "it may import " + strings.Join(allowed, ", ")
	}
	if pkg == "assess" && imported == "time" {
		return "the domain has no clock"
	}
	for _, p := range impure {
		if slices.Contains(pure, pkg) && (imported == p || strings.HasPrefix(imported, p+"/")) {
			return "only the command line knows files, networks and chance"
		}
	}
	for prefix, homes := range libraries {
		if strings.HasPrefix(imported, prefix) && !slices.Contains(homes, pkg) {
			return "its home is " + strings.Join(homes, ", ")
		}
	}
	return ""
}
