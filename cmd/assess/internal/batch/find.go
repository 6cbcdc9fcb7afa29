package batch

import (
	"bufio"
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
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
				return
			}
			seen[whole] = true
		}
		files = append(files, input{path, found})
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
	return files, nil
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
