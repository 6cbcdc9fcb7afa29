package chart

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"
)

// A written text is a line of text with the room that it takes.
type written struct {
	text                   string
	left, top, right, base float64
}

// texts lists the lines of text of an SVG, and the room that there is.
func texts(t testing.TB, svg []byte) (room written, lines []written) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(string(svg)))
	var anchor, line string
	var x, y float64
	number := func(s string) float64 {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return room, lines
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, svg)
		}
		switch e := token.(type) {
		case xml.StartElement:
			of := map[string]string{}
			for _, a := range e.Attr {
				of[a.Name.Local] = a.Value
			}
			switch e.Name.Local {
			case "svg":
				box := strings.Fields(of["viewBox"])
				room = written{left: number(box[0]), top: number(box[1])}
				room.right, room.base = room.left+number(box[2]), room.top+number(box[3])
			case "text":
				anchor = of["text-anchor"]
			case "tspan":
				x, y, line = number(of["x"]), number(of["y"]), ""
			}
		case xml.CharData:
			line += string(e)
		case xml.EndElement:
			if e.Name.Local == "tspan" {
				l := label{lines: []string{line}, anchor: anchor, x: x}
				left, _, right, _ := l.box()
				lines = append(lines, written{line, left, y - fontSize*0.75, right, y + fontSize*0.2})
			}
		}
	}
}

// legible fails where a text touches another or is cut by the edge, and where there is none.
func legible(t *testing.T, name string, svg []byte) {
	t.Helper()
	room, lines := texts(t, svg)
	if len(lines) == 0 {
		t.Errorf("%s: no text", name)
	}
	for i, a := range lines {
		if a.left < room.left || a.right > room.right || a.top < room.top || a.base > room.base {
			t.Errorf("%s: %q is cut", name, a.text)
		}
		for _, b := range lines[i+1:] {
			if math.Min(a.right, b.right) > math.Max(a.left, b.left) && math.Min(a.base, b.base) > math.Max(a.top, b.top) {
				t.Errorf("%s: %q and %q touch", name, a.text, b.text)
			}
		}
	}
}

// named are questionnaires of some dimensions by one kind of title and of levels each.
func named(n int, title string, levels []string, lowest int) *assess.Questionnaire {
	var dims []*assess.Section
	for i := range n {
		dims = append(dims, reporttest.Dimension(fmt.Sprintf("d%d", i), fmt.Sprintf("%s %d", title, i+1)))
	}
	q := reporttest.Sample(2, dims...)
	for i, name := range levels {
		if i < len(q.Levels) {
			q.Levels[i].Name = assess.Plain(name)
		}
	}
	if lowest == 0 {
		q.Levels = q.Levels[:4]
		for i := range q.Levels {
			q.Levels[i].Level = i
		}
		for _, qu := range q.Questions() {
			qu.Options = qu.Options[:4]
		}
		q.Link()
	}
	return q
}

// answers are what a respondent may say, different from dimension to dimension and from
// respondent to respondent.
func answers(q *assess.Questionnaire, respondent int) string {
	var out strings.Builder
	for i := range q.Questions() {
		out.WriteString("1234-231n3442?"[(i*5+respondent*3+i/3)%14 : (i*5+respondent*3+i/3)%14+1])
	}
	return out.String()
}

// drawings are results with as many dimensions, titles, levels and respondents as there may
// be, by what they are.
func drawings() map[string]*assess.Result {
	out := map[string]*assess.Result{}
	huge := strings.Repeat("an enormously long name of a level ", 4)
	for _, n := range []int{1, 3, 9, 20, 60} {
		for kind, title := range map[string]string{
			"short": "Topic", "english": "Governance of outsourcing, third parties and cloud services in",
			"chinese": strings.Repeat("开放银行与生态合作能力建设", 5)[:180], "word": strings.Repeat("Word", 15),
		} {
			for scale, levels := range map[string][]string{
				"plain": nil, "huge": {huge, huge, huge, huge, huge}, "numbers": {"1", "2", "3", "4", "5"},
				"zh": {"零散", "局部", "普遍采用", "全面量化", "持续见效"},
			} {
				if n > 9 && scale != "plain" || n == 60 && kind == "word" {
					continue // as with fewer dimensions
				}
				q := named(n, title, levels, 1)
				name := fmt.Sprintf("%d %s %s", n, kind, scale)
				out[name+" empty"] = reporttest.Result(q, reporttest.All(q, "-"))
				out[name+" alone"] = reporttest.Result(q, answers(q, 0))
				many := []string{}
				for i := range 7 {
					many = append(many, answers(q, i))
				}
				res := reporttest.Result(q, many...)
				res.Peers = map[string]assess.Position{}
				for i, d := range res.Overall.Dimensions() {
					at := func(v float64) assess.Number { return assess.Num(v + float64(i%9)/8) }
					res.Peers[d.ID] = assess.Position{N: 12, Q1: at(1.5), Median: at(2), Q3: at(3)}
				}
				out[name+" peers"] = res
			}
		}
		q := named(n, "Topic", nil, 0)
		out[fmt.Sprintf("%d from 0", n)] = reporttest.Result(q, answers(q, 0))
	}
	return out
}

func TestLevelsAreLegible(t *testing.T) {
	t.Parallel()
	for name, res := range drawings() {
		for _, language := range []string{"en", "zh"} {
			legible(t, name+" "+language, Levels(res, Options{Language: language}))
			rows := 0
			for _, sheet := range LevelSheets(res, Options{Language: language}) {
				legible(t, name+" sheet "+language, sheet)
				rows += strings.Count(string(sheet), `text-anchor="start">`)
				if room, _ := texts(t, sheet); room.base-room.top > 24*(room.right-room.left)/12.5 {
					t.Errorf("%s: a sheet of %v by %v is longer than a page", name, room.right-room.left, room.base-room.top)
				}
			}
			if n := len(res.Overall.Down(res.Overall.Depth())); rows != n {
				t.Errorf("%s: %d rows of %d dimensions", name, rows, n)
			}
		}
	}
	for name, res := range reporttest.Cases() {
		legible(t, name, Levels(res, Options{}))
	}
}

func TestSlopesAreLegible(t *testing.T) {
	t.Parallel()
	for name, res := range drawings() {
		q := res.Questionnaire
		c := assess.Compare(reporttest.Result(q, strings.ReplaceAll(answers(q, 3), "4", "3")), res)
		if svg := Slope(c, Options{}); svg != nil {
			legible(t, name, svg)
		} else if !strings.HasSuffix(name, "empty") && !strings.HasPrefix(name, "1 ") {
			t.Errorf("%s: nothing drawn", name)
		}
	}
}

// Text is at least 9 points on paper, where a chart is 12.5 cm wide, and 9 pixels on a phone.
func TestTextIsLargeEnough(t *testing.T) {
	t.Parallel()
	const paper, phone = 12.5 / 2.54 * 72, 350
	width := levelsWidth + 2*margin
	if fontSize*paper/width < 9 || fontSize*phone/width < 9 {
		t.Errorf("%v points on paper, %v pixels on a phone", fontSize*paper/width, fontSize*phone/width)
	}
}

// Every mark stands out from the panel by 3 to 1, every text by 4.5 to 1 (WCAG 2.2).
func TestContrast(t *testing.T) {
	t.Parallel()
	for color, least := range map[string]float64{accent: 3, aim: 3, grid: 3, soft: 4.5, ink: 4.5} {
		if c := (reporttest.Luminance(t, panel) + .05) / (reporttest.Luminance(t, color) + .05); c < least {
			t.Errorf("%s: %.2f", color, c)
		}
	}
}
