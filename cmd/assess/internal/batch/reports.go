package batch

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report/data"
)

// reports writes the reports of a result, named after the organization. Those that the
// journal keeps from an interrupted run stay as they are.
func (b *batch) reports(p *press, res *assess.Result, folder string) error {
	if len(b.opts.Formats) == 0 {
		return nil
	}
	name := ""
	prints := make([]string, len(b.opts.Formats))
	for i, format := range b.opts.Formats {
		prints[i] = b.fingerprint(res, format)
		name = cmp.Or(name, b.journal.kept[prints[i]].Name)
		b.journal.used[prints[i]] = true
	}
	if name == "" {
		var err error
		if name, err = b.freeName(folder, disk.FileName(b.titled(res))); err != nil {
			return err
		}
	}
	return p.print(func() error { return b.writeReports(res, name, prints) })
}

// writeReports writes the reports of a result, which have a name and a fingerprint for each
// format.
func (b *batch) writeReports(res *assess.Result, name string, prints []string) error {
	for i, format := range b.opts.Formats {
		e := entry{prints[i], name, format}
		target := e.target(b.opts.Output)
		kept := b.journal.kept[e.Of].Name == name
		if kept && disk.Exists(target.Name) && b.Writer.MayReplace(target.Name) == nil {
			continue
		}
		if err := errors.Join(b.Writer.Result(res, target), b.journal.add(e)); err != nil {
			return err
		}
	}
	return nil
}

// titled is what the reports of a result are named after.
func (b *batch) titled(res *assess.Result) string {
	if period := b.opts.Period.Of(res.Date); period != "" {
		return res.Organization + " " + period
	}
	return res.Organization
}

// fingerprint identifies all that a report of a result in a format depends on.
func (b *batch) fingerprint(res *assess.Result, format string) string {
	w := b.Writer
	parts := []string{w.Version, w.Language, w.DataLanguage, format, res.Questionnaire.SHA256,
		b.opts.Period.Of(res.Date)}
	if res.Peers != nil {
		parts = append(parts, string(data.PeersJSON(res.Peers)))
	}
	if w.Names {
		parts = append(parts, "names")
	}
	for _, r := range res.Responses {
		parts = append(parts, r.Source, r.SHA256)
	}
	for _, w := range res.Warnings {
		parts = append(parts, w.File, w.Told())
	}
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:])
}

var errNoName = errors.New("no free name")

// freeName finds a name in a folder that no other report of this batch has, also where
// the system does not tell capitals apart. The name is relative to the folder that the
// batch writes into.
func (b *batch) freeName(folder, name string) (string, error) {
	below, err := filepath.Rel(b.opts.Output, folder)
	if err != nil {
		return "", err
	}
	for n := 1; n < 1_000_000; n++ {
		try := name
		if n > 1 {
			try = fmt.Sprintf("%s (%d)", name, n)
		}
		whole := filepath.Join(below, try)
		key := strings.ToLower(whole)
		if !b.names[key] && !output.OfBatch(strings.ToLower(try)) {
			b.names[key] = true
			return whole, nil
		}
	}
	return "", errNoName
}
