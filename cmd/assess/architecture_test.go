package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// within is where the command line's own packages lie.
const within = "cmd/assess/internal/"

// The walls of the house: what each package may import of our own, and the one
// home of each library. A package that is not listed has no business here.
var ours = map[string][]string{
	"assess":                          {},
	"assess/cells":                    {},
	"assess/advice":                   {"assess", "assess/diag"},
	"assess/diag":                     {},
	"assess/message/messagetest":      {"assess/message"},
	"assess/message":                  {},
	"assess/codec":                    {"assess", "assess/cells", "assess/diag", "assess/message", "assess/tree", "assess/workbook"},
	"assess/tree":                     {"assess/diag"},
	"assess/workbook":                 {},
	"assess/schema":                   {"assess"},
	"questionnaires":                  {},
	"docs/examples/harbour-city-bank": {},
	"docs/bench":                      {"assess/codec", "questionnaires"},
	"docs/bench/readonly":             {},
	"docs/engines/beam":               {"assess", "assess/codec", "questionnaires", "report/data"}, // a module of its own
	"report":                          {"assess", "assess/cells", "assess/workbook", "report/chart", "report/data", "report/words"},
	"report/chart":                    {"assess", "assess/cells", "report/words"},
	"report/data":                     {"assess", "assess/cells", "assess/diag", "assess/workbook", "report/words"},
	"report/reporttest":               {"assess"},
	"report/words":                    {"assess", "assess/message"},
	"cmd/assess": {
		"assess", "assess/codec", "assess/advice", "assess/diag", "assess/message", "assess/schema",
		"questionnaires", "docs/examples/harbour-city-bank", "report", "report/data", within + "batch", within + "printer", within + "disk", within + "library",
		within + "outcome", within + "output", within + "quiet", within + "status",
		within + "workshop",
	},
	within + "outcome": {},
	within + "printer": {},
	within + "disk":    {"assess/tree"},
	within + "output": {
		"assess", "assess/diag", "assess/message", "report", "report/data", within + "disk", within + "outcome",
	},
	within + "library": {
		"assess", "assess/codec", "assess/diag", "assess/schema", "questionnaires", "report",
		within + "disk", within + "outcome", within + "output",
	},
	within + "batch": {
		"assess", "assess/codec", "assess/diag", "report", "report/data",
		within + "disk", within + "library", within + "outcome", within + "output",
	},
	within + "status": {
		"assess", "assess/cells", "assess/codec", "assess/diag", "assess/message",
		within + "disk", within + "library", within + "outcome", within + "output",
	},
	within + "workshop": {
		"assess", "assess/codec", "assess/diag", "assess/message", "report",
		within + "disk", within + "library", within + "outcome", within + "output", within + "prompt",
	},
	within + "prompt": {"assess/cells", "assess/message"},
	within + "quiet":  {},
}

var libraries = map[string][]string{
	"gopkg.in/yaml.v3":            {"assess/tree"},
	"github.com/apache/beam/":     {"docs/engines/beam"},
	"github.com/spf13/cobra":      {"cmd/assess"},
	"github.com/xuri/excelize/v2": {"assess/codec", "assess/workbook", "report/data"},
	"github.com/charmbracelet/":   {within + "prompt"},
	"golang.org/x/sys":            {within + "printer", within + "disk", within + "prompt"},
	"golang.org/x/term":           {"cmd/assess", within + "output"},
}

// Packages of the standard library, with those below them, that only the command line
// uses; the domain does without time as well.
var (
	impure = []string{"os", "net/http", "io/ioutil", "math/rand", "syscall", "path/filepath"}
	pure   = []string{"assess", "assess/cells", "assess/codec", "assess/advice", "assess/diag",
		"assess/message", "assess/schema", "assess/tree", "assess/workbook", "report", "report/chart", "report/data", "report/words"}
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

// What surrounds the program comes to the packages of the command line as values: main
// takes it from the system, once, and no other file does.
func TestTheWorldIsAValue(t *testing.T) {
	t.Parallel()
	surroundings := map[string][]string{
		"os":   {"Stdin", "Stdout", "Stderr", "Args", "Getenv", "LookupEnv", "Environ", "Exit"},
		"time": {"Now", "Since", "Until"},
	}
	seen := 0
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") ||
			name == "main.go" || strings.HasPrefix(filepath.ToSlash(name), "internal/quiet/") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			return err
		}
		seen++
		ast.Inspect(file, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				if pkg, ok := sel.X.(*ast.Ident); ok && slices.Contains(surroundings[pkg.Name], sel.Sel.Name) {
					t.Errorf("%s uses %s.%s, which main hands over", name, pkg.Name, sel.Sel.Name)
				}
			}
			return true
		})
		return nil
	})
	if err != nil || seen < 20 {
		t.Errorf("%d files: %v", seen, err)
	}
}

// The README names every package, CONTRIBUTING every one whose goldens -update writes anew.
func TestDocumentsNamePackages(t *testing.T) {
	t.Parallel()
	text := func(name string) string {
		data, err := os.ReadFile(filepath.Join(docs, name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	readme := text("README.md")
	for pkg := range ours {
		inside := strings.HasPrefix(pkg, "docs/") && strings.Contains(readme, "`"+path.Dir(pkg)+"`")
		beside := strings.HasSuffix(pkg, "test") && strings.Contains(readme, "`"+path.Base(pkg)+"`")
		if !strings.Contains(readme, "`"+pkg+"`") && !inside && !beside {
			t.Errorf("README.md does not tell what %s holds", pkg)
		}
	}
	var command []string // that writes goldens anew
	for line := range strings.Lines(text("CONTRIBUTING.md")) {
		if _, args, ok := strings.Cut(line, "    go test "); ok && strings.Contains(args, " -update") {
			command = strings.Fields(args)
		}
	}
	err := filepath.WalkDir(docs, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".go" {
			return err
		}
		data, err := os.ReadFile(name)
		if !strings.Contains(string(data), `flag.Bool("`+"update") || err != nil {
			return err
		}
		rel, err := filepath.Rel(docs, filepath.Dir(name))
		pkg := "./" + filepath.ToSlash(rel)
		if !slices.Contains(command, pkg) && !slices.Contains(command, "./"+path.Dir(pkg)+"/...") {
			t.Errorf("CONTRIBUTING.md leaves out %s where goldens are written anew", pkg)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
