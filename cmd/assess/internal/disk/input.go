package disk

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"bankmaturity/assess/tree"
)

// MaxFile is the largest file that is read, in bytes; whoever reads it tells of more.
const MaxFile = tree.MaxBytes

// An Input opens files to read. The name "-" is standard input.
type Input struct{ Stdin io.Reader }

// Open opens a file and tells its size, 0 where it is unknown.
func (in Input) Open(name string) (io.ReadCloser, int64, error) {
	if name == "-" {
		return io.NopCloser(in.Stdin), 0, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = fmt.Errorf("read %s: is a folder", name)
	}
	if err != nil {
		_ = f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// Read returns a file's bytes. Of a file over the limit one byte more than the limit
// comes back, so that who reads it can blame the size.
func (in Input) Read(name string) ([]byte, error) {
	from, size, err := in.Open(name)
	if err != nil {
		return nil, err
	}
	defer from.Close()
	var data bytes.Buffer
	data.Grow(int(min(size, MaxFile)) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(from, MaxFile+1)); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return data.Bytes(), nil
}

// ReadRecords is Read for what may be answers: JSON Lines and CSV have no limit of their
// own, each record of them has one.
func (in Input) ReadRecords(name string) ([]byte, error) {
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".jsonl" || ext == ".csv" {
		return os.ReadFile(name)
	}
	return in.Read(name)
}
