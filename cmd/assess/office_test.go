package main

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"bankmaturity/assess/cells"
)

// longActions are answers to much, with more to do than a slide has room for.
const longActions = `format: assess/answers/v1
questionnaire: bank-digital
questionnaire_version: "2.0.0"
organization: The Mutual Savings and Commercial Bank of the Northern Harbours and Islands, Limited by Guarantee
date: 2026-11-18
answers: {served-by-behaviour: 2, reasons-acted-on: 1}
actions:
`

// pandoc and LibreOffice make a document and six slides of the built-in templates, in both
// languages, that nobody has to mend first: no head of a table is broken, and nothing stands
// below a slide's edge. It needs ASSESS_OFFICE, pandoc, LibreOffice, rsvg-convert and pdftotext.
func TestOffice(t *testing.T) {
	if os.Getenv("ASSESS_OFFICE") == "" {
		t.Skip("ASSESS_OFFICE is not set: no document and no slides are made")
	}
	dir := t.TempDir()
	long := longActions
	for i := range 12 {
		long += fmt.Sprintf("  - {what: %q, owner: %q, due: 2027-03-%02d}\n",
			strings.Repeat("Publish the catalogue of interfaces and their prices ", 1+i%3), "Head of digital", i+1)
	}
	longFile := filepath.Join(dir, "long.yaml")
	if err := os.WriteFile(longFile, []byte(long), 0o600); err != nil {
		t.Fatal(err)
	}
	var made []string
	for name, args := range map[string][]string{
		"en": append(exampleAnswers(t), "--lang", "en"), "zh": append(exampleAnswers(t), "--lang", "zh"),
		"long": {longFile, "--names"},
	} {
		for template, extension := range map[string]string{"word": ".docx", "slides": ".pptx"} {
			markdown := filepath.Join(dir, name+"."+template+".md")
			assesses(t, append([]string{"score", "--template", template, "-o", markdown}, args...)...)
			office := strings.TrimSuffix(markdown, ".md") + extension
			tool(t, dir, "pandoc", markdown, "-o", office)
			made = append(made, office)
		}
	}
	tool(t, dir, "soffice", append([]string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"),
		"--headless", "--convert-to", "pdf"}, made...)...)
	for _, office := range made {
		t.Run(filepath.Base(office), func(t *testing.T) {
			pages := placed(t, strings.TrimSuffix(office, filepath.Ext(office))+".pdf")
			if filepath.Ext(office) == ".pptx" {
				checkSlides(t, office, pages)
			} else {
				checkDocument(t, office, pages)
			}
		})
	}
}

// tool runs another program, which has nothing to complain about.
func tool(t *testing.T, dir, name string, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil || name == "pandoc" && len(out) > 0 {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// A word on a page of a PDF, and how far down it ends, as a share of the page.
type word struct {
	text string
	ends float64
}

var (
	pageOf = regexp.MustCompile(`(?s)<page width="[\d.]+" height="([\d.]+)">(.*?)</page>`)
	wordOf = regexp.MustCompile(`<word [^>]*yMax="([\d.]+)">([^<]*)</word>`)
)

// placed are the words of each page of a PDF.
func placed(t *testing.T, pdf string) [][]word {
	t.Helper()
	var out [][]word
	for _, page := range pageOf.FindAllStringSubmatch(tool(t, "", "pdftotext", "-bbox", pdf, "-"), -1) {
		height, _ := strconv.ParseFloat(page[1], 64)
		var words []word
		for _, w := range wordOf.FindAllStringSubmatch(page[2], -1) {
			at, _ := strconv.ParseFloat(w[1], 64)
			words = append(words, word{w[2], at / height})
		}
		out = append(out, words)
	}
	return out
}

// parts returns the files of an office document whose names match, in their order.
func parts(t *testing.T, office, pattern string) []string {
	t.Helper()
	r, err := zip.OpenReader(office)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var out []string
	for _, f := range r.File {
		if ok, _ := filepath.Match(pattern, f.Name); !ok {
			continue
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

var (
	titled   = regexp.MustCompile(`(?s)<p:ph type="title" ?/>.*?<a:t>(.*?)</a:t>`)
	slideRun = regexp.MustCompile(`<a:t>([^<]+)</a:t>`)
)

func checkSlides(t *testing.T, office string, pages [][]word) {
	slides := parts(t, office, "ppt/slides/slide*.xml")
	if len(slides) != 6 || len(pages) != 6 {
		t.Fatalf("%d slides, %d pages", len(slides), len(pages))
	}
	if len(parts(t, office, "ppt/media/*")) == 0 {
		t.Error("there is no chart")
	}
	all := ""
	for i, page := range pages {
		for _, w := range page {
			all += w.text
			if w.ends > 0.96 {
				t.Errorf("page %d: %s stands at %.2f of the slide", i+1, w.text, w.ends)
			}
		}
	}
	for _, slide := range slides {
		if !titled.MatchString(slide) {
			t.Errorf("a slide has no title: %.300s", slide)
		}
		for _, run := range slideRun.FindAllStringSubmatch(slide, -1) {
			if !strings.Contains(squeezed(all), squeezed(run[1])) {
				t.Errorf("%s is on no page", run[1])
			}
		}
	}
}

// squeezed leaves letters and digits alone.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

var (
	wordTable = regexp.MustCompile(`(?s)<w:tbl>.*?</w:tr>`) // with the row of heads
	wordGrid  = regexp.MustCompile(`<w:gridCol w:w="(\d+)"`)
	wordCell  = regexp.MustCompile(`(?s)<w:tc>.*?</w:tc>`)
	wordRun   = regexp.MustCompile(`<w:t[^>]*>([^<]*)</w:t>`)
	coreTitle = regexp.MustCompile(`<dc:title>([^<]+)</dc:title>`)
)

func checkDocument(t *testing.T, office string, pages [][]word) {
	if n := len(pages); n < 2 || n > 20 {
		t.Errorf("%d pages", n)
	}
	if core := strings.Join(parts(t, office, "docProps/core.xml"), ""); !coreTitle.MatchString(core) {
		t.Errorf("it has no title: %s", core)
	}
	if len(parts(t, office, "word/media/*")) == 0 {
		t.Error("there is no chart")
	}
	const perCell, margins = 130, 216 // twentieths of a point, in the font of the body
	const paper, grid100 = 9360, 7920 // tables are as wide as the text, their grid is in pandoc's own
	text := strings.Join(parts(t, office, "word/document.xml"), "")
	for _, table := range wordTable.FindAllString(text, -1) {
		grid := wordGrid.FindAllStringSubmatch(table, -1)
		for i, cell := range wordCell.FindAllString(table, -1) {
			head := ""
			for _, run := range wordRun.FindAllStringSubmatch(cell, -1) {
				head += run[1]
			}
			width, _ := strconv.Atoi(grid[i][1])
			width = width * paper / grid100
			for w := range strings.FieldsSeq(head) {
				if need := cells.Width(w)*perCell + margins; width < need && len(w) == len([]rune(w)) {
					t.Errorf("%s needs %d and has %d: the head breaks", w, need, width)
				}
			}
		}
	}
}
