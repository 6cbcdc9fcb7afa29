package codec

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// Whatever an export holds, it gives answers that read back, or is blamed; its map reads, and
// with it the import gives the same again.
func FuzzReadExport(f *testing.F) {
	files, _ := os.ReadDir("testdata/import")
	for _, file := range files {
		if data, err := os.ReadFile("testdata/import/" + file.Name()); err == nil {
			f.Add(data)
		}
	}
	f.Add(msForms(f))
	f.Add([]byte("answered,tools,tools[crm]\n\"3\x07.\",\"a,b;\",Y\n"))
	f.Add([]byte("tools,,,since\n,a,b,\nx,Y,N,5/6/2026\n"))
	f.Add([]byte("a \x00,\"\",a \x00\n1,2,3,4,5\n"))
	f.Add([]byte("date," + strings.Repeat("why so long? ", 100) + "\n11/5/2026," + strings.Repeat("x ", 700) + "\n"))
	q := survey(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, name := range []string{"e.csv", "e.xlsx"} {
			for _, open := range []bool{false, true} {
				fuzzExport(t, name, data, q, ImportOptions{Organization: "Bank", Today: "2026-11-23", Open: open})
			}
		}
	})
}

func fuzzExport(t *testing.T, name string, data []byte, q *assess.Questionnaire, opts ImportOptions) {
	in, ds := ReadExport(name, data, q, opts)
	if name == "e.csv" {
		sound(t, data, ds)
	}
	if in == nil {
		if !diag.Errors(ds) {
			t.Fatal("nothing was read, and nothing was blamed")
		}
		return
	}
	if (len(in.Records) == 0) != diag.Errors(ds) {
		t.Fatalf("%d records, diagnostics %v", len(in.Records), ds)
	}
	for _, r := range in.Records {
		readsBack(t, q, r.Response)
	}
	var found []diag.Diagnostic
	opts.Map, found = ReadImportMap("map.yaml", in.Map, only(q))
	if opts.Map == nil || len(found) > 0 {
		t.Fatalf("the map does not read: %v\n%s", found, in.Map)
	}
	again, ds := ReadExport(name, data, q, opts)
	if again == nil || len(again.Records) != len(in.Records) || !bytes.Equal(again.Map, in.Map) {
		t.Fatalf("with the map it is another import: %v\n%s\n%s", ds, in.Map, again.Map)
	}
	for i, r := range again.Records {
		if want := WriteAnswers(in.Records[i].Response, WriteOptions{}); !bytes.Equal(WriteAnswers(r.Response, WriteOptions{}), want) {
			t.Fatalf("with the map it gives\n%s\nnot\n%s", WriteAnswers(r.Response, WriteOptions{}), want)
		}
	}
}

// A map is read or blamed, whatever it holds, and no export breaks on it.
func FuzzReadImportMap(f *testing.F) {
	f.Add([]byte("format: assess/import-map/v1\nquestionnaire: survey\nheader_rows: 2\ncolumns:\n  a: date month/day/year\n" +
		"  b: tools[crm]\n  c: \"tools[\"\n  d: P-1\n  e: null\ntexts:\n  P-1: {x: 3, y: unknown, z: ignore}\n" +
		"  tools: {x: [crm], y: true, z: crm}\n  wish: {x: {not_applicable: no}}\n"))
	f.Add([]byte("format: assess/import-map/v1\nquestionnaire: survey\ncolumns: {a: own-teams, b: tools, c: since, d: size}\n"))
	f.Add([]byte("format: assess/import-map/v1\nquestionnaire: survey\ntexts: {own-teams: 3, tools: {x: }, since: []}\n"))
	q := survey(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		m, ds := ReadImportMap("map.yaml", data, only(q))
		if (m == nil) != diag.Errors(ds) {
			t.Fatalf("read %t, diagnostics %v", m != nil, ds)
		}
		sound(t, data, ds)
		if m != nil {
			opts := ImportOptions{Organization: "Bank", Today: "2026-11-23", Map: m}
			fuzzExport(t, "e.csv", []byte("a,b,c,d\nx,y,z,1\n3,Y,5/6/2026,2\nx;z,N,2026-1-2,z\n"), q, opts)
		}
	})
}
