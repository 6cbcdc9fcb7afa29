package batch

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/output"
)

// find lists the files to read, in the order of their paths. The folder that the batch
// writes into is passed over, and counted.
func (b *batch) find() ([]input, error) {
	paths := slices.Clone(b.opts.Paths)
	if b.opts.FilesFrom != "" {
		more, err := b.listed(b.opts.FilesFrom)
		if err != nil {
			return nil, err
		}
		paths = append(paths, more...)
	}
	var files []input
	if b.opts.Results {
		if err := b.intoItself(paths); err != nil {
			return nil, err
		}
	}
	foreign := 0
	passed, err := b.Library.WalkAll(paths, b.opts.Output, func(path string, found bool) {
		if b.opts.Results && found && !isLines(path) {
			b.passed++
			return
		}
		files = append(files, input{path: path, found: found, results: b.opts.Results})
	}, func(path string) {
		if foreign++; foreign <= mostForeign {
			b.Writer.Say("%s: warning: assess does not read such files, and passes it over", output.Printable(path))
		}
	})
	if err != nil {
		return nil, err
	}
	if foreign > mostForeign {
		b.Writer.Say("warning: %d more files of kinds that assess does not read", foreign-mostForeign)
	}
	b.passed += passed + foreign
	findCopies(files)
	return files, nil
}

// mostForeign is how many files of kinds that are not read are named.
const mostForeign = 5

// intoItself refuses to join results into a folder that holds some of them: they would be replaced.
func (b *batch) intoItself(paths []string) error {
	into, err := os.Stat(b.opts.Output)
	if err != nil {
		return nil // a new folder
	}
	for _, path := range paths {
		for at := filepath.Clean(path); ; at = filepath.Dir(at) {
			if info, err := os.Stat(at); err == nil && os.SameFile(info, into) {
				return outcome.Usagef("-o %s: it holds results that are to be joined; name another folder", b.opts.Output)
			}
			if at == filepath.Dir(at) {
				break
			}
		}
	}
	return nil
}

// isLines reports whether a file is one of JSON Lines.
func isLines(path string) bool { return strings.EqualFold(filepath.Ext(path), ".jsonl") }

// findCopies finds files of JSON Lines, which are never held as a whole, that have the same
// bytes as one before: only those of one size can.
func findCopies(files []input) {
	bySize := map[int64][]*input{}
	for i := range files {
		f := &files[i]
		if !isLines(f.path) && !library.LongTable(f.path) {
			continue
		}
		if info, err := os.Stat(f.path); err == nil && info.Mode().IsRegular() {
			bySize[info.Size()] = append(bySize[info.Size()], f)
		}
	}
	for _, alike := range bySize {
		if len(alike) == 1 {
			continue
		}
		copies := library.Copies{}
		for _, f := range alike {
			if sum, err := library.SumOfFile(f.path); err == nil { // else reading it tells why
				f.original = copies.Original(f.path, sum)
			}
		}
	}
}

// listed reads paths, one per line.
func (b *batch) listed(name string) ([]string, error) {
	data, err := b.Input.Read(name)
	if err != nil {
		return nil, err
	}
	var out []string
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		if line := strings.TrimRight(lines.Text(), "\r"); strings.TrimSpace(line) != "" {
			out = append(out, line)
		}
	}
	return out, lines.Err()
}
