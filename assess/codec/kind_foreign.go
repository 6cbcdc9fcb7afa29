package codec

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"bankmaturity/assess/tree"
	"bankmaturity/assess/workbook"
)

// A foreign kind of file is one that holds what people take for answers, and is not read.
type foreign struct{ is, wayOut string }

// Ways out of what can't be read.
const (
	wayWorkbook = "open it in its program and save it as an Excel workbook (.xlsx)"
	wayPaper    = "type the answers into the workbook that assess new answers -o sheet.xlsx writes"
)

// foreignKinds are known by the extension of a file.
var foreignKinds = map[string]foreign{
	".ods":     {"an OpenDocument spreadsheet (.ods)", wayWorkbook},
	".fods":    {"an OpenDocument spreadsheet (.fods)", wayWorkbook},
	".xls":     {"a workbook of Excel 2003 or older (.xls)", wayWorkbook},
	".xlsm":    {"a workbook with macros (.xlsm)", "save it as an Excel workbook without macros (.xlsx)"},
	".xlsb":    {"a binary workbook (.xlsb)", wayWorkbook},
	".xltx":    {"a template of a workbook (.xltx)", wayWorkbook},
	".numbers": {"a Numbers spreadsheet (.numbers)", "export it from Numbers as an Excel workbook (.xlsx)"},
	".et":      {"a WPS spreadsheet (.et)", wayWorkbook},
	".pdf":     {"a PDF document", wayPaper},
	".docx":    {"a Word document (.docx)", wayPaper},
	".doc":     {"a Word document (.doc)", wayPaper},
	".odt":     {"an OpenDocument text (.odt)", wayPaper},
	".rtf":     {"a text document (.rtf)", wayPaper},
	".pages":   {"a Pages document (.pages)", wayPaper},
	".pptx":    {"a presentation (.pptx)", wayPaper},
	".tsv":     {"a table with tabs (.tsv)", "name it .csv: tabs between cells are read too"},
}

var (
	encryptedKind = foreign{
		"an encrypted workbook", "open it with its password, remove the password and save it as .xlsx",
	}
	aWorkbook  = foreign{"a workbook by another name", "name it .xlsx"}
	damagedZip = foreign{"a damaged zip file", "a workbook ends with .xlsx; save it anew"}
	otherZip   = foreign{"a zip file that holds no workbook", "name the workbook, saved as .xlsx"}
)

// Foreign reports whether a file is, by its name, of a kind that people take for answers and
// that is not read.
func Foreign(name string) bool {
	_, is := foreignKinds[strings.ToLower(path.Ext(name))]
	return is
}

// foreignTo says what kind a file is whose bytes are not what its extension promises, and
// what kind one is whose extension is known and never read.
func foreignTo(name string, data []byte) (foreign, bool) {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return insideOLE(ext, data), true
	case bytes.HasPrefix(data, []byte("%PDF-")):
		return foreignKinds[".pdf"], true
	case bytes.HasPrefix(data, []byte(`{\rtf`)):
		return foreignKinds[".rtf"], true
	case bytes.HasPrefix(data, []byte("PK\x03\x04")), bytes.HasPrefix(data, []byte("PK\x05\x06")):
		kind, known := insideZip(data)
		if own, has := foreignKinds[ext]; has && (!known || kind == otherZip || kind == aWorkbook) {
			return own, true
		}
		if !known && ext != ".xlsx" {
			return damagedZip, true
		}
		return kind, known && !(kind == aWorkbook && ext == ".xlsx")
	}
	kind, known := foreignKinds[ext]
	return kind, known
}

// insideOLE tells what lies in the container of the old programs, which holds encrypted
// workbooks of the new ones too. The names of its parts are UTF-16.
func insideOLE(ext string, data []byte) foreign {
	holds := func(name string) bool {
		return bytes.Contains(data, []byte(strings.Join(strings.Split(name, ""), "\x00")+"\x00"))
	}
	switch {
	case holds("EncryptedPackage"):
		return encryptedKind
	case holds("WordDocument"):
		return foreignKinds[".doc"]
	case holds("Workbook"), holds("Book"), ext == ".xls":
		return foreignKinds[".xls"]
	}
	is := "an encrypted workbook, or one of Excel 2003 or older (.xls)"
	return foreign{is, wayWorkbook + ", without a password"}
}

// insideZip tells what a zip file is by its parts. One that is cut is not known.
func insideZip(data []byte) (kind foreign, known bool) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return foreign{}, false
	}
	kind = otherZip
	for _, f := range z.File {
		switch name := strings.ToLower(f.Name); {
		case name == "xl/workbook.bin":
			return foreignKinds[".xlsb"], true
		case strings.HasPrefix(name, "word/"):
			return foreignKinds[".docx"], true
		case strings.HasPrefix(name, "ppt/"):
			return foreignKinds[".pptx"], true
		case strings.HasSuffix(name, ".iwa"), name == "index.zip":
			return foreignKinds[".numbers"], true
		case name == "mimetype":
			return openDocument(f), true
		case strings.HasPrefix(name, "xl/"):
			kind = aWorkbook
		}
	}
	return kind, true
}

// openDocument tells what a document is by the part that says it.
func openDocument(f *zip.File) foreign {
	in, err := f.Open()
	if err != nil {
		return otherZip
	}
	defer in.Close()
	said, err := io.ReadAll(io.LimitReader(in, 200))
	switch {
	case err != nil:
		return otherZip
	case bytes.Contains(said, []byte("opendocument.spreadsheet")):
		return foreignKinds[".ods"]
	case bytes.Contains(said, []byte("opendocument.text")):
		return foreignKinds[".odt"]
	}
	return otherZip
}

// blameForeign blames a file for its kind, and reports whether it did.
func blameForeign(s *tree.Source) bool {
	kind, known := foreignTo(s.Name, s.Data())
	if !known {
		return false
	}
	hint := kind.wayOut
	if ext := strings.ToLower(path.Ext(s.Name)); ext != "" && !slices.Contains(Extensions(), ext) {
		hint += "; known are " + strings.Join(Extensions(), ", ")
	}
	s.ErrFile("this is "+kind.is+", which can't be read", hint)
	return true
}

// blameWorkbook says why a workbook can't be read.
func blameWorkbook(s *tree.Source, err error) {
	hint := "open it in a spreadsheet program and save it anew as .xlsx"
	switch {
	case errors.Is(err, workbook.ErrNoWorkbook):
		s.ErrFile("this is no workbook that can be read", "save it as .xlsx")
		return
	case errors.Is(err, workbook.ErrTooLarge), errors.Is(err, workbook.ErrTooMany):
		hint = "delete the sheets, pictures and columns that hold no answers"
	}
	s.ErrFile(err.Error(), hint)
}
