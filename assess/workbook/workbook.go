// Package workbook turns a spreadsheet in the making into bytes that are the same
// for the same content, and knows them again. The library writes parts in any
// order; here they are sorted, and a document property holds their checksum.
// Of a spreadsheet that comes back, Read tells what its sheets hold.
package workbook

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

const (
	core  = "docProps/core.xml"
	types = "[Content_Types].xml"
	seal  = "assess:sha256:"
	most  = 64 << 20 // bytes of all parts unpacked

	unsealed = seal + "0000" // stands where the checksum will
)

// A part is a file inside of a workbook.
type part struct {
	name string
	data []byte
}

// Bytes finishes a workbook. Nothing in it depends on the clock.
func Bytes(f *excelize.File) ([]byte, error) {
	made := day.Format(time.RFC3339)
	err := f.SetDocProps(&excelize.DocProperties{
		Creator: "assess", LastModifiedBy: "assess", Identifier: unsealed, Created: made, Modified: made,
	})
	if err != nil {
		return nil, err
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write workbook: %w", err)
	}
	parts, err := unpack(buf.Bytes())
	if err != nil {
		return nil, err
	}
	for i, p := range parts {
		if p.name == types {
			parts[i].data = sorted(p.data)
		}
	}
	sum := checksum(parts)
	for i, p := range parts {
		if p.name == core {
			parts[i].data = bytes.Replace(p.data, []byte(unsealed), []byte(seal+sum), 1)
		}
	}
	return pack(parts)
}

// Sealed reports whether a workbook is as Bytes wrote it.
func Sealed(data []byte) bool {
	parts, err := unpack(data)
	if err != nil {
		return false
	}
	i := slices.IndexFunc(parts, func(p part) bool { return p.name == core })
	return i >= 0 && bytes.Contains(parts[i].data, []byte(seal+checksum(parts)+"<"))
}

// checksum covers every part but the one that holds it.
func checksum(parts []part) string {
	h := sha256.New()
	for _, p := range parts {
		if p.name != core {
			fmt.Fprintf(h, "%s\x00%d\x00", p.name, len(p.data))
			h.Write(p.data)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// unpack returns the parts by name.
func unpack(data []byte) ([]part, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("read workbook: %w", err)
	}
	var out []part
	left := int64(most)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, fmt.Errorf("read workbook: %w", err)
		}
		data, err := io.ReadAll(io.LimitReader(r, left+1))
		_ = r.Close()
		if left -= int64(len(data)); err != nil || left < 0 {
			return nil, fmt.Errorf("read workbook: %s can't be unpacked", f.Name)
		}
		out = append(out, part{f.Name, data})
	}
	slices.SortFunc(out, func(a, b part) int { return strings.Compare(a.name, b.name) })
	return out, nil
}

// day is when every part was made.
var day = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

func pack(parts []part) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: day})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(p.data); err != nil {
			return nil, err
		}
	}
	err := z.Close()
	return b.Bytes(), err
}

var entries = regexp.MustCompile(`<(?:Default|Override)[^>]*(?:/>|></(?:Default|Override)>)`)

// sorted puts the entries of the content types in order.
func sorted(data []byte) []byte {
	all := entries.FindAll(data, -1)
	slices.SortFunc(all, bytes.Compare)
	i := 0
	return entries.ReplaceAllFunc(data, func([]byte) []byte { i++; return all[i-1] })
}
