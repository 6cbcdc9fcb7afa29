package codec

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bankmaturity/assess/diag"
)

// A Brand is a house's look of a report, as its file says it. Colours are #rrggbb by
// name, fonts a list of families as in CSS.
type Brand struct {
	Name           string
	Logo           string // path, relative to the file; "" without one
	Colors, Dark   map[string]string
	Body, Headings string
}

// brandColors are the colours that a brand can set.
var brandColors = []string{"accent", "ink", "soft", "line", "paper", "tint"}

// leastContrast of a text with its page (WCAG 2.2, 1.4.3); less is worth a warning.
const leastContrast = 4.5

var (
	hexColor = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
	families = regexp.MustCompile(`^[\pL\pN "',._-]+$`)
)

// ReadBrand reads the file of a brand. Where the diagnostics hold an error there is
// none; warnings may come with one.
func ReadBrand(name string, data []byte) (*Brand, []diag.Diagnostic) {
	s := newSource(name, data)
	root := s.single(aliasesRefused, "brand")
	if root == nil {
		return nil, s.diagnostics()
	}
	b := &Brand{}
	if s.begins(root, brandFormat, fields{required: []string{"format"}, optional: []string{"name", "logo", "colors", "dark", "fonts"}}) {
		s.field(root, "name", func(n *node, p *steps) { b.Name = s.optional(n, p) })
		s.field(root, "logo", func(n *node, p *steps) { b.Logo = s.optional(n, p) })
		s.field(root, "colors", func(n *node, p *steps) { b.Colors = s.palette(n, p, "#ffffff") })
		s.field(root, "dark", func(n *node, p *steps) { b.Dark = s.palette(n, p, "#14181d") })
		s.field(root, "fonts", func(n *node, p *steps) {
			if s.object(n, p, fields{optional: []string{"body", "headings"}}) {
				b.Body, b.Headings = s.font(n, "body", p), s.font(n, "headings", p)
			}
		})
	}
	if s.failed {
		return nil, s.diagnostics()
	}
	return b, s.diagnostics()
}

// palette reads colours; paper is that of a page which sets none.
func (s *source) palette(n *node, p *steps, paper string) map[string]string {
	if !s.object(n, p, fields{optional: brandColors}) {
		return nil
	}
	out := map[string]string{}
	for i, k := range n.keys {
		if v, ok := s.words(n.items[i], p.key(k.value)); ok && slices.Contains(brandColors, k.value) {
			if !hexColor.MatchString(v) {
				s.err(n.items[i], p.key(k.value), brief(v)+" is no colour", `write it like "#1a56c4"`)
				return nil
			}
			out[k.value] = strings.ToLower(v)
		}
	}
	if out["paper"] != "" {
		paper = out["paper"]
	}
	for i, k := range n.keys {
		if !slices.Contains([]string{"accent", "ink", "soft"}, k.value) || out[k.value] == "" {
			continue
		}
		if c := contrast(out[k.value], paper); c < leastContrast {
			s.warn(n.items[i], p.key(k.value), fmt.Sprintf("the contrast with the page is %.1f to 1; texts need 4.5 to 1 to be read by all", math.Floor(10*c)/10), "")
		}
	}
	return out
}

func (s *source) font(n *node, key string, p *steps) string {
	v := n.child(key)
	if v == nil || v.nothing() {
		return ""
	}
	text, ok := s.words(v, p.key(key))
	if ok && (!families.MatchString(text) || strings.Count(text, `"`)%2 == 1 || strings.Count(text, "'")%2 == 1) {
		s.err(v, p.key(key), brief(text)+" is no list of fonts", `write families with commas between, like Georgia, "Noto Serif", serif`)
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
