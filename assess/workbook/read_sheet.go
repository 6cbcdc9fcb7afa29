package workbook

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// The size of a sheet.
const (
	maxRow    = 1 << 20
	maxColumn = 1 << 14
)

// sheet reads what is filled in of a sheet.
func (r *reader) sheet(s *Sheet, rels, folder, id string) error {
	part, err := r.target(rels, folder, id)
	if err != nil {
		return err
	}
	row, column := 0, 0
	isSheet := false
	found, err := r.each(part, func(d *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "worksheet":
			isSheet = true
		case "col":
			if isOn(attribute(e, "hidden")) {
				left, _ := strconv.Atoi(attribute(e, "min"))
				right, _ := strconv.Atoi(attribute(e, "max"))
				s.hidden = append(s.hidden, Range{Left: left, Right: right})
			}
		case "row":
			row, column = row+1, 0
			if number := attribute(e, "r"); number != "" {
				row, _ = strconv.Atoi(number)
			}
		case "c":
			if r.cells++; r.cells > MaxCells {
				return ErrTooMany
			}
			place := Range{Top: row, Left: column + 1}
			if name := attribute(e, "r"); name != "" {
				place = rangeOf(name)
			}
			if column = place.Left; place.Top != row || column < 1 || column > maxColumn || row < 1 || row > maxRow {
				return fmt.Errorf("%s: a cell without a place", part)
			}
			return r.cell(s, d, e, row, column)
		case "mergeCell":
			if merged := rangeOf(attribute(e, "ref")); merged.Bottom > merged.Top || merged.Right > merged.Left {
				s.Merged = append(s.Merged, merged)
			}
		}
		return nil
	})
	if err == nil && !found {
		return fmt.Errorf("the sheet %s is missing", s.Name)
	}
	s.Chart = !isSheet
	if err == nil {
		err = r.notes(s, part)
	}
	return errors.Join(err, s.inOrder(part))
}

// notes reads which cells have a comment.
func (r *reader) notes(s *Sheet, part string) error {
	rels := path.Join(path.Dir(part), "_rels", path.Base(part)+".rels")
	comments, err := r.target(rels, path.Dir(part), "/comments")
	if err != nil {
		return err
	}
	_, err = r.each(comments, func(_ *xml.Decoder, e xml.StartElement) error {
		if place := rangeOf(attribute(e, "ref")); e.Name.Local == "comment" && place.Top > 0 {
			s.Notes = append(s.Notes, place)
		}
		return nil
	})
	return err
}

// inOrder puts rows and cells in order; a cell that stands twice is refused.
func (s *Sheet) inOrder(part string) error {
	slices.SortStableFunc(s.Rows, func(a, b Row) int { return cmp.Compare(a.Number, b.Number) })
	for i, row := range s.Rows {
		slices.SortFunc(row.Cells, func(a, b Cell) int { return cmp.Compare(a.Column, b.Column) })
		twice := i > 0 && s.Rows[i-1].Number == row.Number
		for j := 1; j < len(row.Cells) && !twice; j++ {
			twice = row.Cells[j-1].Column == row.Cells[j].Column
		}
		if twice {
			return fmt.Errorf("%s: a cell stands twice", part)
		}
	}
	return nil
}

// cell reads a cell, and keeps it where it holds something.
func (r *reader) cell(s *Sheet, d *xml.Decoder, e xml.StartElement, row, column int) error {
	content, err := contentOf(d)
	if err != nil {
		return err
	}
	c := Cell{Column: column}
	style, _ := strconv.Atoi(attribute(e, "s"))
	shown := style >= 0 && style < len(r.dates) && r.dates[style]
	if err := r.value(&c, attribute(e, "t"), content, shown); err != nil {
		return err
	}
	if c.Value == "" && c.Kind != Formula {
		return nil
	}
	if n := len(s.Rows); n == 0 || s.Rows[n-1].Number != row {
		s.Rows = append(s.Rows, Row{Number: row})
	}
	last := &s.Rows[len(s.Rows)-1]
	last.Cells = append(last.Cells, c)
	return nil
}

// value fills a cell by its type.
func (r *reader) value(c *Cell, kind string, in content, asDate bool) error {
	c.Value = in.value
	switch {
	case in.formula && in.value == "" && (kind != "str" || !in.valued): // a text may be empty
		c.Kind = Formula
	case kind == "inlineStr":
		c.Value = in.text
	case in.value == "": // nothing, of whatever type
	case kind == "s":
		i, err := strconv.Atoi(strings.TrimSpace(in.value))
		if err != nil || i < 0 || i >= len(r.texts) {
			return errors.New("a cell without its text")
		}
		c.Value = r.texts[i]
	case kind == "str":
		c.Value = unescaped(in.value)
	case kind == "b":
		if c.Kind, c.Value = Boolean, "FALSE"; isOn(in.value) {
			c.Value = "TRUE"
		}
	case kind == "e":
		c.Kind = Fault
	case kind == "d":
		if c.Kind = Date; len(in.value) > len("2006-01-02") {
			c.Value = in.value[:len("2006-01-02")]
		}
	default:
		r.number(c, asDate)
	}
	return nil
}

// number writes a number as it is shortest: programs keep more digits than it has.
func (r *reader) number(c *Cell, asDate bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(c.Value), 64)
	if err != nil {
		return // no number, whatever it says; so a text
	}
	c.Kind, c.Value = Number, strconv.FormatFloat(v+0, 'f', -1, 64)
	if day, ok := dayOf(v, r.is1904); ok && asDate {
		c.Kind, c.Value = Date, day
	}
}

// Day is the day that a number in a cell means, where it may be one of this century: a
// program makes such a number of a date.
func (b *Book) Day(number string) (string, bool) {
	const from, to = 36526, 73415 // 2000 to 2100
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || v < from || v >= to {
		return "", false
	}
	return dayOf(v, b.is1904)
}

// content is what stands inside of a cell.
type content struct {
	formula     bool
	valued      bool // by a value, be it empty
	value, text string
}

// contentOf reads up to the end of a cell.
func contentOf(d *xml.Decoder) (c content, err error) {
	for {
		token, err := d.Token()
		if err != nil {
			return c, errors.New("a cell is not well formed")
		}
		switch t := token.(type) {
		case xml.EndElement:
			return c, nil
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				c.valued = true
				c.value, err = characters(d)
			case "is":
				c.text, err = textOf(d)
			default:
				c.formula = c.formula || t.Name.Local == "f"
				err = d.Skip()
			}
			if err != nil {
				return c, errors.New("a cell is not well formed")
			}
		}
	}
}

// characters reads up to the end of an element that holds no others.
func characters(d *xml.Decoder) (string, error) {
	var text []byte
	for {
		token, err := d.Token()
		if err != nil {
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			text = append(text, t...)
		case xml.StartElement:
			if err := d.Skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return string(text), nil
		}
	}
}

// textOf reads a text with its runs, without the readings of its characters, up to its end.
func textOf(d *xml.Decoder) (string, error) {
	var text strings.Builder
	for depth := 1; depth > 0; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return "", errors.New("a text is not well formed")
		}
		switch t := token.(type) {
		case xml.EndElement:
			depth--
		case xml.StartElement:
			switch t.Name.Local {
			case "t":
				run, err := characters(d)
				if err != nil {
					return "", errors.New("a text is not well formed")
				}
				text.WriteString(unescaped(run))
			case "r":
				depth++
			default:
				if err := d.Skip(); err != nil {
					return "", errors.New("a text is not well formed")
				}
			}
		}
	}
	return text.String(), nil
}

var escape = regexp.MustCompile(`(?:_x[0-9A-Fa-f]{4}_)+`)

// unescaped puts back the characters that a workbook writes as _x000D_.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escape.ReplaceAllStringFunc(text, func(run string) string {
		var units []uint16
		for ; run != ""; run = run[len("_x000D_"):] {
			v, _ := strconv.ParseUint(run[2:6], 16, 16)
			units = append(units, uint16(v))
		}
		return string(utf16.Decode(units))
	})
}

// rangeOf reads a range, as in A1:C4, or a cell; nothing where it is none.
func rangeOf(name string) Range {
	from, to, several := strings.Cut(strings.ReplaceAll(name, "$", ""), ":")
	var r Range
	r.Top, r.Left = cellOf(from)
	if r.Bottom, r.Right = r.Top, r.Left; several {
		r.Bottom, r.Right = cellOf(to)
	}
	if r.Top == 0 || r.Bottom < r.Top || r.Right < r.Left {
		return Range{}
	}
	return r
}

func cellOf(name string) (row, column int) {
	letters := 0
	for letters < len(name) && letters < 4 && name[letters] >= 'A' && name[letters] <= 'Z' {
		column = column*26 + int(name[letters]-'A') + 1
		letters++
	}
	row, err := strconv.Atoi(name[letters:])
	if err != nil || row < 1 || row > maxRow || column < 1 || column > maxColumn {
		return 0, 0
	}
	return row, column
}
