package codec

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// A Brand is a house's look of a report, as its file says it. Colours are #rrggbb by
// name, fonts a list of families as in CSS.
type Brand struct {
	Name           string
	Logo           string // path, relative to the file; "" without one
	Colors, Dark   map[string]string
	Body, Headings string
	Confidential   assess.Text // the line on printed pages; nil without one
	Paper          string      // of printed pages: A4, letter, "" where it says neither
}

// papers are the sizes of paper by the words for them.
var papers = map[string]string{"a4": "A4", "letter": "letter"}

// leastContrast of a text with its page (WCAG 2.2, 1.4.3); less is worth a warning.
const leastContrast = 4.5

var (
	hexColor = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
	families = regexp.MustCompile(`^[\pL\pN "',._-]+$`)
)

// ReadBrand reads the file of a brand. Where the diagnostics hold an error there is
// none; warnings may come with one.
func ReadBrand(name string, data []byte) (*Brand, []diag.Diagnostic) {
	s := tree.New(name, data, nil)
	root := single(s, tree.Options{}, "brand")
	if root == nil {
		return nil, s.Diagnostics()
	}
	r := &brandReader{Source: s}
	if begins(s, root, brandFormat, brandKeys) {
		brandKeys.ReadInOrder(r, root)
	}
	if s.Failed() {
		return nil, s.Diagnostics()
	}
	return &r.Brand, s.Diagnostics()
}

type brandReader struct {
	*tree.Source
	Brand
}

var (
	brandKeys = tree.Table[*brandReader]{
		{Name: "format", Required: true},
		tree.Optional("name", func(r *brandReader, n *tree.Node) { r.Brand.Name = r.Optional(n) }),
		tree.Optional("logo", func(r *brandReader, n *tree.Node) { r.Logo = r.Optional(n) }),
		tree.Optional("colors", func(r *brandReader, n *tree.Node) { r.Colors = r.palette(n, "#ffffff") }),
		tree.Optional("dark", func(r *brandReader, n *tree.Node) { r.Dark = r.palette(n, "#14181d") }),
		tree.Optional("fonts", (*brandReader).fonts),
		tree.Optional("confidential", func(r *brandReader, n *tree.Node) { r.Confidential = r.line(n) }),
		tree.Optional("paper", (*brandReader).paper),
	}
	fontKeys = tree.Table[*brandReader]{{Name: "body"}, {Name: "headings"}}
	// the colours that a brand can set
	colorKeys = tree.Table[*brandReader]{
		{Name: "accent"}, {Name: "ink"}, {Name: "soft"}, {Name: "line"}, {Name: "paper"}, {Name: "tint"},
	}
)

// palette reads colours; paper is that of a page which sets none.
func (r *brandReader) palette(n *tree.Node, paper string) map[string]string {
	if !colorKeys.Check(r.Source, n) {
		return nil
	}
	out := map[string]string{}
	for _, v := range n.Items {
		name := v.Name
		if color, ok := r.Words(v); ok && slices.Contains(colorKeys.Names(), name) {
			if !hexColor.MatchString(color) {
				r.Err(v, tree.Brief(color)+" is no colour", `write it like "#1a56c4"`)
				return nil
			}
			out[name] = strings.ToLower(color)
		}
	}
	if out["paper"] != "" {
		paper = out["paper"]
	}
	for _, v := range n.Items {
		name := v.Name
		if !slices.Contains([]string{"accent", "ink", "soft"}, name) || out[name] == "" {
			continue
		}
		if c := contrast(out[name], paper); c < leastContrast {
			message := "the contrast with the page is %.1f to 1; texts need 4.5 to 1 to be read by all"
			r.Warn(v, fmt.Sprintf(message, math.Floor(10*c)/10), "")
		}
	}
	return out
}

// line reads a text, or a text for each of some languages.
func (r *brandReader) line(n *tree.Node) assess.Text {
	if n.Kind != tree.Mapping {
		text := r.Optional(n)
		if text == "" {
			return nil
		}
		return assess.Plain(text)
	}
	if len(n.Items) == 0 {
		r.ErrKind(n, "a text, or a text for each language")
	}
	var out assess.Text
	for _, v := range n.Items {
		if text, ok := r.Words(v); ok {
			out = append(out, assess.Translation{Language: v.Name, Text: text})
		}
	}
	return out
}

func (r *brandReader) paper(n *tree.Node) {
	word, ok := r.Words(n)
	if r.Paper = papers[strings.ToLower(word)]; ok && r.Paper == "" {
		r.Err(n, tree.Brief(word)+" is no size of paper known here", "a4 or letter")
	}
}

func (r *brandReader) fonts(n *tree.Node) {
	if fontKeys.Check(r.Source, n) {
		r.Body, r.Headings = r.font(n, "body"), r.font(n, "headings")
	}
}

func (r *brandReader) font(n *tree.Node, key string) string {
	v := n.Child(key)
	if v == nil || v.Nothing() {
		return ""
	}
	text, ok := r.Words(v)
	open := strings.Count(text, `"`)%2 == 1 || strings.Count(text, "'")%2 == 1
	if ok && (open || !families.MatchString(text)) {
		hint := `write families with commas between, like Georgia, "Noto Serif", serif`
		r.Err(v, tree.Brief(text)+" is no list of fonts", hint)
	}
	return text
}

// contrast of two colours #rrggbb, 1 to 21 (WCAG 2.2, contrast ratio).
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return float64(max(x, y)+0.05) / float64(min(x, y)+0.05)
}

func luminance(color string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow(float64(c+0.055)/1.055, 2.4)
		}
		sum += float64(weight * c)
	}
	return sum
}
