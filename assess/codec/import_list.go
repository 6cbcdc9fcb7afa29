package codec

import (
	"slices"
	"strings"

	"bankmaturity/assess/tree"
)

// What survey tools put between several answers in one cell. The first are seldom part of one.
const (
	betweenAnswers = ";；┋|\n\r\t"
	betweenWords   = ",，、"
)

// mostPieces is how many pieces of a cell are looked at.
const mostPieces = 10_000

// pieces cuts a text at all that may stand between two answers.
func pieces(text string) []string {
	return strings.FieldsFunc(text, among(betweenAnswers+betweenWords))
}

func among(marks string) func(rune) bool {
	return func(c rune) bool { return strings.ContainsRune(marks, c) }
}

// A piece is a part of a cell, as offsets.
type piece struct{ from, to int }

func piecesOf(text string) []piece {
	var out []piece
	from := 0
	flush := func(to int) {
		if strings.TrimSpace(text[from:to]) != "" {
			out = append(out, piece{from, to})
		}
	}
	for i, c := range text {
		if strings.ContainsRune(betweenAnswers+betweenWords, c) {
			flush(i)
			from = i + len(string(c))
		}
	}
	flush(len(text))
	return out
}

// list reads what is ticked where all of it stands in one cell. An option's text may hold what
// stands between two, so a cell is cut where options begin and end; where it can be cut in two
// ways it is not read.
func (r *answerReader) list(m *importer, text string, row int) understood {
	u := understood{row: row}
	if text == "[]" {
		u.reading = reading{kind: readTicks, ids: []string{}}
		return u
	}
	cut := piecesOf(text)
	ways, parts := 0, []string(nil)
	if len(cut) <= mostPieces {
		ways, parts = r.cut(text, cut)
	}
	switch {
	case ways == 1:
		u = r.ticked(parts, row)
		u.row = row
		if u.kind == unread {
			u.why = tree.Brief(text) + ": " + u.why
			r.note(text, u)
		}
	case ways == 0 && r.words.unknown[bare(text)]:
		u.reading = reading{kind: readUnknown}
		r.note(text, u)
	case ways == 0:
		u = r.strange(m, text, row)
	default:
		u.why = tree.Brief(text) + " may be cut into answers in several ways"
		r.note(text, u)
	}
	return u
}

// means are the readings of a part of a cell: one, where it is plain.
func (r *answerReader) means(part string) []string {
	part = strings.TrimSpace(part)
	if given, ok := r.given[part]; ok {
		switch {
		case given.kind == readNothing:
			return []string{""}
		case given.kind == readTicks && len(given.ids) == 1:
			return given.ids
		}
	}
	if names := r.names[bare(part)]; len(names) > 0 {
		return names
	}
	return r.names[bare(unnumbered(part))]
}

// cut finds the ways in which the pieces of a cell make options (0, 1, or 2 for several), and
// the parts of the only one.
func (r *answerReader) cut(text string, cut []piece) (int, []string) {
	ways, next := make([]int, len(cut)+1), make([]int, len(cut)+1)
	ways[len(cut)] = 1
	for i := len(cut) - 1; i >= 0; i-- {
		for j := i + 1; j <= min(len(cut), i+r.longest); j++ {
			if ways[j] == 0 {
				continue
			}
			if n := len(r.means(text[cut[i].from:cut[j-1].to])); n > 0 {
				ways[i] = min(2, ways[i]+n*ways[j])
				next[i] = j
			}
		}
	}
	if ways[0] != 1 {
		return ways[0], nil
	}
	var parts []string
	for i := 0; i < len(cut); i = next[i] {
		parts = append(parts, strings.TrimSpace(text[cut[i].from:cut[next[i]-1].to]))
	}
	return 1, parts
}

// ticked puts together what the parts of a cell say.
func (r *answerReader) ticked(parts []string, row int) understood {
	ids := []string{}
	for _, part := range parts {
		id := r.means(part)[0]
		said := reading{kind: readNothing}
		if id != "" {
			ids = append(ids, id)
			said = reading{kind: readTicks, ids: []string{id}}
		}
		if id != part {
			r.note(part, understood{reading: said, row: row})
		}
	}
	return r.together(ids)
}

// together is what is ticked, if it can be so.
func (r *answerReader) together(ids []string) understood {
	if len(ids) == 0 {
		return understood{reading: reading{kind: readNothing}}
	}
	for i, id := range ids {
		o, _ := r.question.Tick(id)
		switch {
		case slices.Contains(ids[:i], id):
			return understood{why: id + " is ticked a second time"}
		case o.Exclusive && len(ids) > 1:
			return understood{why: id + " can't be ticked beside others"}
		}
	}
	var inOrder []string
	for _, o := range r.question.Ticks {
		if slices.Contains(ids, o.ID) {
			inOrder = append(inOrder, o.ID)
		}
	}
	return understood{reading: reading{kind: readTicks, ids: inOrder}}
}

// strange blames the parts of a cell that are no options.
func (r *answerReader) strange(m *importer, text string, row int) understood {
	between := betweenWords
	if strings.ContainsAny(text, betweenAnswers) {
		between = betweenAnswers
	}
	var unknown []string
	for part := range strings.FieldsFuncSeq(text, among(between)) {
		part = strings.TrimSpace(part)
		if part != "" && len(r.means(part)) != 1 && !slices.Contains(unknown, part) {
			unknown = append(unknown, part)
		}
	}
	if len(unknown) == 0 || len(unknown) > len(r.question.Ticks)+nearNamed {
		unknown = []string{text}
	}
	out := understood{row: row}
	for _, part := range unknown {
		u := understood{row: row, near: m.nearest(part, r.likely)}
		r.note(part, u)
		out.near = append(out.near, u.near...)
	}
	out.why = tree.Brief(strings.Join(unknown, "; ")) + " is no option of " + r.question.ID +
		"; accepted are " + ticks(r.question)
	slices.Sort(out.near)
	out.near = slices.Compact(out.near)
	return out
}
