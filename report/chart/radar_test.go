package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
	"bankmaturity/report/words"
)

func FuzzChartsAreXML(f *testing.F) {
	for _, s := range reporttest.Hostile {
		f.Add(s)
	}
	want, levels := tags(f, Radar(reporttest.Inject("x"), Options{})), tags(f, Levels(reporttest.Inject("x"), Options{}))
	delete(levels, "text") // long names of levels stand above their numbers
	f.Fuzz(func(t *testing.T, s string) {
		if s == "" {
			return // texts are never empty
		}
		res := reporttest.Inject(s)
		rows := tags(t, Levels(res, Options{}))
		if delete(rows, "text"); !maps.Equal(rows, levels) {
			t.Errorf("elements changed by %q: %v, want %v", s, rows, levels)
		}
		elements(t, Slope(assess.Compare(res, res), Options{}))
		got := tags(t, Radar(res, Options{}))
		if got["text"] == want["text"]+2*len(res.Questionnaire.Dimensions()) {
			got["text"] = want["text"] // long titles stand in the key with a number each
		}
		if !maps.Equal(got, want) {
			t.Errorf("elements changed by %q: %v, want %v", s, got, want)
		}
	})
}

// tags counts a chart's elements by name, except the lines of texts.
func tags(t testing.TB, svg []byte) map[string]int {
	t.Helper()
	out := map[string]int{}
	for _, name := range elements(t, svg) {
		if name != "tspan" {
			out[name]++
		}
	}
	return out
}

// elements lists the elements of a well-formed XML text.
func elements(t testing.TB, data []byte) []string {
	t.Helper()
	var out []string
	d := xml.NewDecoder(strings.NewReader(string(data)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		if e, ok := token.(xml.StartElement); ok {
			out = append(out, e.Name.Local)
		}
	}
}

// TestLabelsStandClear holds the titles around a radar to their room: no two
// touch, none is outside the drawing.
func TestLabelsStandClear(t *testing.T) {
	t.Parallel()
	titles := []string{
		"Short", "A rather long title that speaks about governance and outsourcing",
		"开放银行与生态合作能力建设", strings.Repeat("Word", 30),
	}
	for n := 3; n <= 40; n++ {
		for _, title := range titles {
			var dims []*assess.Section
			for i := range n {
				dims = append(dims, reporttest.Dimension(fmt.Sprintf("d%d", i), title))
			}
			q := reporttest.Sample(1, dims...)
			res := reporttest.Result(q, reporttest.All(q, "3"))
			teller, _ := words.Tell(res, "", false, words.Plain)
			d := drawing{Teller: teller, dims: res.Overall.Dimensions()}
			if labels := d.layout(); !standClear(labels) {
				t.Errorf("%d titles like %q touch", n, title)
			}
		}
	}
}

// However many axes a radar has, it stays about as wide as high: what the key lists, and how
// far the axes reach, is bounded.
func TestRadarOfManyAxes(t *testing.T) {
	t.Parallel()
	for _, n := range []int{17, 20, 21, 60, 100, 400} {
		var dims []*assess.Section
		for i := range n {
			title := fmt.Sprintf("Dimension %d of the model", i+1)
			dims = append(dims, reporttest.Dimension(fmt.Sprintf("d%d", i), title))
		}
		q := reporttest.Sample(1, dims...)
		res := reporttest.Result(q, reporttest.All(q, "3"))
		teller, _ := words.Tell(res, "", false, words.Plain)
		d := drawing{Teller: teller, dims: res.Overall.Dimensions()}
		d.drawRadar()
		if wide, high := d.right-d.left, d.base-d.top; wide > 800 || high > 1.5*wide {
			t.Errorf("%d axes: %v wide, %v high", n, wide, high)
		}
		drawn := d.b.String()
		if listed := strings.Contains(drawn, "Dimension 1 of the model"); listed != (n <= 20) {
			t.Errorf("%d axes: the titles are listed: %t", n, listed)
		}
		if strings.Contains(strings.ReplaceAll(drawn, "</tspan></text>", ""), "</text>") {
			t.Errorf("%d axes: a text is empty", n)
		}
		if order := strings.Contains(drawn, fmt.Sprintf("1 to %d:", n)); order == (n <= 20) {
			t.Errorf("%d axes: the order is told: %t", n, order)
		}
	}
}
