package workbook

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// What keeps a workbook from being read.
var (
	ErrNoWorkbook = errors.New("this is no workbook")
	ErrTooLarge   = errors.New("unpacked the workbook has more than 64 MiB")
	ErrTooMany    = errors.New("the workbook has more than 2,000,000 cells and texts")
)

// MaxCells is how many cells a workbook may have, and how many texts that they share.
const MaxCells = 2_000_000

// A Book is what the sheets of a workbook hold. It is read here and not by the library,
// which gives the values of cells alone: a formula without a value, TRUE and an error look
// like nothing, 1 and a text, and asking for more lays out every row up to its last cell.
type Book struct {
	Sheets []Sheet
	is1904 bool // days are counted from 1904
}

// A Sheet holds what is filled in of it, row by row.
type Sheet struct {
	Name   string
	Hidden bool
	Chart  bool // holds no cells but a chart
	Rows   []Row
	Merged []Range
	Notes  []Range // cells on which a comment hangs
	hidden []Range // columns
}

// HidesColumn reports whether a column is hidden.
func (s *Sheet) HidesColumn(column int) bool {
	return slices.ContainsFunc(s.hidden, func(r Range) bool { return r.Left <= column && column <= r.Right })
}

// A Row of a sheet that holds something.
type Row struct {
	Number int // from 1
	Cells  []Cell
}

// A Cell that holds something.
type Cell struct {
	Column int // from 1
	Kind   Kind
	Value  string // a date is YYYY-MM-DD, and a number a plain decimal
}

// Blank reports whether there is nothing to see in a cell. A formula without a value is
// something.
func (c Cell) Blank() bool { return c.Kind != Formula && strings.TrimSpace(c.Value) == "" }

// A Kind of cell.
type Kind uint8

// The kinds.
const (
	Text Kind = iota
	Number
	Date    // a number that is shown as a date
	Boolean // TRUE or FALSE
	Fault   // #N/A and its like
	Formula // one whose value was never worked out
)

// A Range of cells, from 1.
type Range struct{ Top, Left, Bottom, Right int }

// Read returns what the sheets of a workbook hold.
func Read(data []byte) (*Book, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrNoWorkbook
	}
	r := &reader{zip: z, left: most}
	var declared uint64
	for _, f := range z.File {
		if declared += f.UncompressedSize64; declared > most || f.UncompressedSize64 > most {
			return nil, ErrTooLarge
		}
	}
	book, err := r.book()
	switch {
	case err == nil, errors.Is(err, ErrNoWorkbook), errors.Is(err, ErrTooLarge), errors.Is(err, ErrTooMany):
		return book, err
	}
	return nil, fmt.Errorf("the workbook is damaged: %w", err)
}

// A reader of the parts of a workbook.
type reader struct {
	zip   *zip.Reader
	left  int64 // bytes that may still be unpacked
	cells int   // met so far
	*Book
	texts []string
	dates []bool // by style: whether numbers are shown as dates
}

// open returns a part by its name; nil where there is none.
func (r *reader) open(name string) (*xml.Decoder, error) {
	i := slices.IndexFunc(r.zip.File, func(f *zip.File) bool { return f.Name == name })
	if i < 0 {
		i = slices.IndexFunc(r.zip.File, func(f *zip.File) bool { return strings.EqualFold(f.Name, name) })
	}
	if i < 0 {
		return nil, nil
	}
	part, err := r.zip.File[i].Open()
	if err != nil {
		return nil, err
	}
	defer part.Close()
	data, err := io.ReadAll(io.LimitReader(part, r.left+1))
	if err != nil {
		return nil, err
	}
	if r.left -= int64(len(data)); r.left < 0 {
		return nil, ErrTooLarge
	}
	return xml.NewDecoder(bytes.NewReader(data)), nil
}

// each hands out the elements of a part as they begin.
func (r *reader) each(name string, read func(*xml.Decoder, xml.StartElement) error) (found bool, err error) {
	d, err := r.open(name)
	if d == nil || err != nil {
		return false, err
	}
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return true, nil
		}
		if err != nil {
			return true, fmt.Errorf("%s: not well formed", name)
		}
		if start, ok := token.(xml.StartElement); ok {
			if err := read(d, start); err != nil {
				return true, err
			}
		}
	}
}

// attribute returns an attribute by its name, whatever its name space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func isOn(value string) bool { return value == "1" || value == "true" || value == "on" }

const bookPart = "xl/workbook.xml"

// book reads the sheets in their order.
func (r *reader) book() (*Book, error) {
	main, err := r.target("_rels/.rels", "", "/officeDocument")
	if err != nil {
		return nil, err
	}
	main = cmp.Or(main, bookPart)
	r.Book = &Book{}
	var ids []string
	found, err := r.each(main, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			r.is1904 = isOn(attribute(e, "date1904"))
		case "sheet":
			state := attribute(e, "state")
			hidden := state == "hidden" || state == "veryHidden"
			r.Sheets = append(r.Sheets, Sheet{Name: attribute(e, "name"), Hidden: hidden})
			id := ""
			for _, a := range e.Attr {
				if a.Name.Local == "id" && a.Name.Space != "" {
					id = a.Value
				}
			}
			ids = append(ids, id)
		}
		return nil
	})
	if err != nil || !found {
		return nil, cmp.Or(err, ErrNoWorkbook)
	}
	rels := path.Join(path.Dir(main), "_rels", path.Base(main)+".rels")
	if err := r.shared(rels, path.Dir(main)); err != nil {
		return nil, err
	}
	for i := range r.Sheets {
		if err := r.sheet(&r.Sheets[i], rels, path.Dir(main), ids[i]); err != nil {
			return nil, err
		}
	}
	return r.Book, nil
}

// target is the part that a relation leads to: the one of an id, or the first of a type
// that ends so.
func (r *reader) target(rels, folder, which string) (name string, err error) {
	_, err = r.each(rels, func(_ *xml.Decoder, e xml.StartElement) error {
		isIt := attribute(e, "Id") == which || strings.HasSuffix(attribute(e, "Type"), which)
		if e.Name.Local != "Relationship" || name != "" || which == "" || !isIt {
			return nil
		}
		to := attribute(e, "Target")
		if strings.HasPrefix(to, "/") {
			name = strings.TrimPrefix(path.Clean(to), "/")
		} else {
			name = path.Join(folder, to)
		}
		return nil
	})
	return name, err
}

// shared reads the texts that cells share, and which styles show dates.
func (r *reader) shared(rels, folder string) error {
	texts, err := r.target(rels, folder, "/sharedStrings")
	if err != nil {
		return err
	}
	_, err = r.each(texts, func(d *xml.Decoder, e xml.StartElement) error {
		if e.Name.Local != "si" {
			return nil
		}
		if len(r.texts) == MaxCells {
			return ErrTooMany
		}
		text, err := textOf(d)
		r.texts = append(r.texts, text)
		return err
	})
	if err != nil {
		return err
	}
	styles, err := r.target(rels, folder, "/styles")
	if err != nil {
		return err
	}
	formats, inside := map[string]bool{}, false
	_, err = r.each(styles, func(_ *xml.Decoder, e xml.StartElement) error {
		switch e.Name.Local {
		case "numFmt":
			formats[attribute(e, "numFmtId")] = showsDate(attribute(e, "formatCode"))
		case "cellXfs", "cellStyleXfs", "cellStyles", "dxfs":
			inside = e.Name.Local == "cellXfs"
		case "xf":
			if inside {
				id := attribute(e, "numFmtId")
				own, known := formats[id]
				r.dates = append(r.dates, own || !known && builtInDate(id))
			}
		}
		return nil
	})
	return err
}

// builtInDate reports whether a format that every program knows by its number shows dates.
func builtInDate(id string) bool {
	n, err := strconv.Atoi(id)
	if err != nil {
		return false
	}
	for _, dates := range [][2]int{{14, 17}, {22, 22}, {27, 31}, {36, 36}, {50, 54}, {57, 58}} {
		if dates[0] <= n && n <= dates[1] {
			return true
		}
	}
	return false
}

// showsDate reports whether a format has a year or a day in it, outside of what it shows as
// it stands.
func showsDate(format string) bool {
	quoted := false
	for i := 0; i < len(format); i++ {
		switch c := format[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[':
			i += max(0, strings.IndexByte(format[i:], ']'))
		case c == 'y' || c == 'Y' || c == 'd' || c == 'D':
			return true
		}
	}
	return false
}

// dayOf is the day that a number of days stands for.
func dayOf(days float64, is1904 bool) (string, bool) {
	t, err := excelize.ExcelDateToTime(days, is1904)
	if err != nil || t.Year() > 9999 || t.Year() < 1900 {
		return "", false
	}
	return t.Format(time.DateOnly), true
}
