package prompt

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess/cells"
)

func TestLine(t *testing.T) {
	t.Parallel()
	tests := []struct{ typed, done string }{
		{"3\n4\n5\n", "choose 3; choose 4; choose 5"},
		{"3\r\n4\r\n", "choose 3; choose 4"},
		{" 3 \n3.0\n", "choose 3; choose 3"},
		{"3", "choose 3"}, // a last line without its line feed
		{"", ""},
		{"\n\n", "pass; pass"},
		{"?\n", "unknown"},
		{"n no branches\n", "na no branches"},
		{"N  no branches \n", "na no branches"},
		{"n\n2\n", "choose 2"}, // a reason is needed
		{"e the minutes\ne a list\nm only in sales\n2\n",
			"evidence the minutes; evidence a list; note only in sales; choose 2"},
		{"e\nm\n2\n", "note; choose 2"},
		{"2\nb\n3\n", "choose 2; back; choose 3"},
		{"p no data\nu\no\ns\na\n3\n", "park no data; undo; choose 3"},
		{"v Risk 4\n3\n", "voice Risk 4; choose 3"},
		{"q\n3\n", ""},
		{"Q\n3\n", ""},
		{"h\n3\n", "choose 3"},
		{"6\n0\n-1\n3e0\n+3\n0x3\nnan\nthree\n33\n3 4\nnn\nbq\n2\n", "choose 2"},
		{"\xff\n2\n", "choose 2"},
		{strings.Repeat("x", 2<<20) + "\n2\n", "choose 2"},
		{strings.Repeat("3", 2<<20), ""},
		{"1\n2\n3\n4\n5\n", "choose 1; choose 2; choose 3"}, // nothing more is asked
	}
	for _, tt := range tests {
		flow := &recorder{cards: cards(english)}
		var out bytes.Buffer
		if err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader(tt.typed))), &out, flow); err != nil {
			t.Errorf("%.20q: %v", tt.typed, err)
		}
		if got := strings.Join(flow.done, "; "); got != tt.done {
			t.Errorf("%.20q: %s, want %s", tt.typed, got, tt.done)
		}
	}
}

// However a session is cut, only whole lines' answers are recorded, in order.
func TestLineCutAnywhere(t *testing.T) {
	t.Parallel()
	typed := "n no branches\ne minutes\n?\n4\n"
	full := []string{"na no branches", "evidence minutes", "unknown", "choose 4"}
	for cut := range len(typed) {
		flow := &recorder{cards: cards(english)}
		err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader(typed[:cut]))), io.Discard, flow)
		if err != nil {
			t.Fatal(err)
		}
		whole := strings.Count(typed[:cut], "\n")
		for i, d := range flow.done {
			if i < whole && d != full[i] || i >= whole && !strings.HasPrefix(full[i], d) {
				t.Errorf("cut at %d: %v", cut, flow.done)
			}
		}
		if len(flow.done) > whole+1 {
			t.Errorf("cut at %d: %v", cut, flow.done)
		}
	}
}

func TestLineShows(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	flow := &recorder{cards: cards(chinese)[:1]}
	err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader("h\nm 仅零售\nwrong\n2\n"))), &out, flow)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Omnichannel 全渠道  question 1 of 1", "  5  全行统一", "Documents to ask for:",
		"- Recording standard", "Note: 仅零售", "Type one of 1, 2, 3, 4, 5;"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not shown:\n%s", want, out.String())
		}
	}
	if strings.Count(out.String(), "question 1 of 1") != 1 {
		t.Errorf("a card that stays is shown again:\n%s", out.String())
	}
	for l := range strings.SplitSeq(out.String(), "\n") {
		if w := cells.Width(l); w > lineWidth+2 {
			t.Errorf("%d cells: %s", w, l)
		}
	}
}

func TestLineEndsWithItsContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	blocked, w := io.Pipe()
	defer w.Close()
	flow := &recorder{cards: cards(english)}
	if err := Line(ctx, ReadLines(bufio.NewReader(blocked)), io.Discard, flow); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v", err)
	}
	if len(flow.done) > 0 {
		t.Errorf("recorded %v", flow.done)
	}
}

func TestLineStopsWhereNothingCanBeSaved(t *testing.T) {
	t.Parallel()
	full := errors.New("disk full")
	flow := &recorder{cards: cards(english), fail: full}
	err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader("3\n3\n"))), io.Discard, flow)
	if !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

// No input makes up an answer: what is recorded are the lines that say so.
func FuzzLine(f *testing.F) {
	f.Add("3\nn why\n?\n")
	f.Add("b\nb\nm x\ne y\nq\n")
	f.Add("p\n\np why\nu\nf\na\no\ns\nt\nv A 3\n")
	f.Fuzz(func(t *testing.T, typed string) {
		flow := &recorder{cards: cards(english)}
		err := Line(context.Background(), ReadLines(bufio.NewReader(strings.NewReader(typed))), io.Discard, flow)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(typed, "\n")
		next := 0
		for _, d := range flow.done {
			for ; next < len(lines) && !says(lines[next], d); next++ {
			}
			if next++; next > len(lines) {
				t.Fatalf("%q records %q", typed, flow.done)
			}
		}
	})
}

// says reports whether a line could mean what was recorded.
func says(line, done string) bool {
	line = strings.TrimSpace(line)
	kind, text, _ := strings.Cut(done, " ")
	switch kind {
	case "choose":
		var v float64
		_, err := fmt.Sscan(line, &v)
		return err == nil && fmt.Sprint(v) == text
	case "pass":
		return line == ""
	case "unknown":
		return line == "?"
	}
	if bare, ok := map[string]string{"back": "b", "forward": "f", "undo": "u", "confirm": "a"}[kind]; ok {
		return strings.EqualFold(plain(line), bare)
	}
	letter := map[string]string{
		"na": "n", "note": "m", "evidence": "e", "decide": "x", "voice": "v", "park": "p",
	}[kind]
	return len(line) > 0 && strings.EqualFold(line[:1], letter) && strings.HasSuffix(line, text)
}
