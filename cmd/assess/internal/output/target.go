package output

import (
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/report"
)

// Formats are the report formats, by extension.
func Formats() []string { return []string{"md", "html", "pdf", "json", "csv", "xlsx"} }

// WithParts are the formats of reports that have a part for the board.
func WithParts() []string { return []string{"md", "html", "pdf"} }

// A Target is one report to write.
type Target struct {
	Name   string // "-" is standard output
	Format string
}

// Targets decides what to write where from -o and --format: by extension unless a format
// is given, Markdown on standard output without either.
func Targets(names []string, format string) ([]Target, error) {
	formats := Formats()
	if format != "" && !slices.Contains(formats, format) {
		return nil, outcome.Usagef("--format %s: the formats are %s", format, strings.Join(formats, ", "))
	}
	if len(names) == 0 {
		names = []string{"-"}
	}
	var out []Target
	for _, name := range names {
		t := Target{Name: name, Format: format}
		if format == "" {
			t.Format = formatOf(name)
		}
		if !slices.Contains(formats, t.Format) {
			return nil, outcome.Usagef("-o %s: no report format goes by this name; use .%s%s",
				name, strings.Join(formats, ", ."), wayTo[t.Format])
		}
		if slices.ContainsFunc(out, func(other Target) bool { return other.Name == name }) {
			return nil, outcome.Usagef("-o %s is given twice", name)
		}
		out = append(out, t)
	}
	return out, nil
}

func formatOf(name string) string {
	if name == "-" {
		return "md"
	}
	return strings.ToLower(strings.TrimPrefix(filepath.Ext(name), "."))
}

// wayTo tells how to come to formats that are not written.
var wayTo = map[string]string{
	"docx": " (for Word let pandoc make it of the .md, with --template word)",
	"pptx": " (for slides let pandoc make them of the .md, with --template slides)",
}

// Beside is the name of a Markdown file without its extension, beside which its charts lie;
// "" for what has none, as on standard output.
func (t Target) Beside() string {
	if t.Name == "-" || t.Format != "md" {
		return ""
	}
	return strings.TrimSuffix(t.Name, filepath.Ext(t.Name))
}

// Files are the files that a report with charts of some kinds is written into.
func (t Target) Files(charts []string) []string {
	if t.Name == "-" {
		return nil
	}
	out := []string{t.Name}
	if beside := t.Beside(); beside != "" {
		for _, kind := range charts {
			out = append(out, report.ChartFile(beside, kind))
		}
	}
	return out
}
