package batch

import (
	"bufio"
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
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
	roots := expanded(paths)
	var files []input
	seen := map[string]bool{}
	add := func(path string, found bool) {
		if len(roots) > 1 { // below one root nothing comes twice
			whole, err := filepath.Abs(path)
			if err != nil || path == "-" {
				whole = path
			}
			if seen[whole] {
				b.Writer.Say("%s: warning: the file is named twice, and is read once", output.Printable(path))
				return
			}
			seen[whole] = true
		}
		files = append(files, input{path: path, found: found})
	}
	for _, root := range roots {
		passed, err := library.Walk(root, b.opts.Output, add)
		if err != nil && len(roots) == 1 {
			return nil, err
		}
		if err != nil { // one of many stops none of the others
			add(root, false)
		}
		b.passed += passed
	}
	findCopies(files)
	return files, nil
}

// findCopies finds files of JSON Lines, which are never held as a whole, that have the same
// bytes as one before: only those of one size can.
func findCopies(files []input) {
	bySize := map[int64][]*input{}
	for i := range files {
		f := &files[i]
		if !strings.EqualFold(filepath.Ext(f.path), ".jsonl") && !library.LongTable(f.path) {
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

// expanded replaces patterns by what they match, for shells that don't.
func expanded(paths []string) []string {
	var out []string
	for _, path := range paths {
		if matches, err := filepath.Glob(path); err == nil && len(matches) > 0 && !disk.Exists(path) {
			out = append(out, matches...)
		} else {
			out = append(out, path)
		}
	}
	return out
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
