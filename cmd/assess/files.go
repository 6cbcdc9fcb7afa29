package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"bankmaturity/assess/codec"
)

// maxFile is the largest file that is read, in bytes.
const maxFile = codec.MaxBytes

// open opens a file, "-" standard input, and tells its size, 0 where it is unknown.
func (a *app) open(name string) (io.ReadCloser, int64, error) {
	if name == "-" {
		return io.NopCloser(a.in), 0, nil
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
		f.Close()
		return nil, 0, err
	}
	return f, info.Size(), nil
}

// read returns a file's bytes; "-" is standard input. One byte more than the
// limit may come back, so that the reader can blame the size.
func (a *app) read(name string) ([]byte, error) {
	in, size, err := a.open(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var data bytes.Buffer
	data.Grow(int(min(size, maxFile)) + bytes.MinRead)
	if _, err := data.ReadFrom(io.LimitReader(in, maxFile+1)); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	return data.Bytes(), nil
}

// readAll is read for files without a limit of their own: JSON Lines and CSV.
func (a *app) readAll(name string) ([]byte, error) {
	if ext := strings.ToLower(filepath.Ext(name)); ext == ".jsonl" || ext == ".csv" {
		return os.ReadFile(name)
	}
	return a.read(name)
}

// replace writes a file whole or not at all: a temporary file beside it, synced
// to the disk, then renamed over it. A symbolic link is followed, so that what
// it points to is replaced.
func replace(name string, data []byte, mode fs.FileMode) error {
	return replaceBy(name, data, mode, fresh)
}

func fresh(dir, _ string) (*os.File, error) { return os.CreateTemp(dir, ".assess-*") }

// resave is replace for a file that only this process writes: the temporary file
// always has the same name, so that what a killed process left is used up.
func resave(name string, data []byte, mode fs.FileMode) error {
	return replaceBy(name, data, mode, func(dir, base string) (*os.File, error) {
		return os.OpenFile(saving(filepath.Join(dir, base)), os.O_RDWR|os.O_CREATE|os.O_TRUNC, mode)
	})
}

// saving names the temporary file of resave.
func saving(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".saving")
}

func replaceBy(name string, data []byte, mode fs.FileMode, temporary func(dir, base string) (*os.File, error)) error {
	d, err := newDraft(name, mode, temporary)
	if err != nil {
		return err
	}
	_, err = d.Write(data)
	return d.end(err)
}

// draft is a file that becomes name when it is whole.
type draft struct {
	*os.File
	name string
	mode fs.FileMode
}

func newDraft(name string, mode fs.FileMode, temporary func(dir, base string) (*os.File, error)) (*draft, error) {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	} else if target, err := os.Readlink(name); err == nil { // a link to what is not there yet
		if !filepath.IsAbs(target) {
			target = filepath.Join(filepath.Dir(name), target)
		}
		name = target
	}
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("write %s: not a regular file", name)
		}
		mode = info.Mode().Perm()
	}
	tmp, err := temporary(filepath.Dir(name), filepath.Base(name))
	if at := (*fs.PathError)(nil); errors.As(err, &at) { // of a name that nobody knows
		err = at.Err
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return &draft{tmp, name, mode}, nil
}

// Write names the file, and not the temporary one, in its errors.
func (d *draft) Write(data []byte) (int, error) {
	n, err := d.File.Write(data)
	return n, d.blame(err)
}

// end syncs the draft and puts it in its place; after an error of what was to be
// written it removes it, and gives the error back.
func (d *draft) end(err error) error {
	if err == nil {
		err = d.blame(errors.Join(d.Chmod(d.mode), d.Sync()))
	}
	if err == nil {
		err = d.blame(errors.Join(d.Close(), os.Rename(d.File.Name(), d.name)))
	}
	if err != nil {
		d.discard()
		return err
	}
	syncFolder(filepath.Dir(d.name))
	return nil
}

// discard removes a draft that is not in its place.
func (d *draft) discard() {
	_ = d.Close()
	_ = os.Remove(d.File.Name())
}

func (d *draft) blame(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write %s: %w", d.name, err)
}

// syncFolder makes a rename survive a power cut where the system can; a folder
// that can't be synced has the file all the same.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}

// exists reports whether something has this name.
func exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}
