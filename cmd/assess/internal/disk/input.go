package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bankmaturity/assess/tree"
)

// maxFile is the largest file that is read, in bytes; whoever reads it tells of more.
const maxFile = tree.MaxBytes

// An Input opens files to read. The name "-" is standard input. When Stop is closed the
// opening of a pipe to which nobody writes is given up; nil waits for ever.
type Input struct {
	Stdin io.Reader
	Stop  <-chan struct{}
}

// Open opens a file and tells its size, 0 where it is unknown.
func (in Input) Open(name string) (io.ReadCloser, int64, error) {
	if name == "-" {
		return io.NopCloser(in.Stdin), 0, nil
	}
	f, err := in.open(name)
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

// open opens a file. That of a pipe waits until somebody writes to it.
func (in Input) open(name string) (*os.File, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, missing(name, err)
	case info.Mode()&fs.ModeNamedPipe == 0 || in.Stop == nil:
		return os.Open(name)
	}
	type opened struct {
		file *os.File
		err  error
	}
	done := make(chan opened, 1)
	go func() {
		f, err := os.Open(name)
		done <- opened{f, err}
	}()
	select {
	case o := <-done:
		return o.file, o.err
	case <-in.Stop:
		return nil, fmt.Errorf("open %s: interrupted; nobody has written to this pipe", name)
	}
}

// missing says of a link that leads nowhere that it is one.
func missing(name string, err error) error {
	if at := (*fs.PathError)(nil); errors.As(err, &at) {
		err = at.Err
	}
	if to, e := os.Readlink(name); e == nil && errors.Is(err, fs.ErrNotExist) {
		err = fmt.Errorf("a link to %s: %w", to, err)
	}
	return &fs.PathError{Op: "open", Path: name, Err: err}
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
	data.Grow(int(min(size, maxFile)) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(from, maxFile+1)); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if ext := strings.ToLower(filepath.Ext(name)); data.Len() > maxFile && (ext == ".jsonl" || ext == ".csv") {
		return nil, fmt.Errorf("read %s: more than 64 MiB come from what is no file", name)
	}
	return data.Bytes(), nil
}
