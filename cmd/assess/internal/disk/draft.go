package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace writes a file whole or not at all: a temporary file beside it, synced to the
// disk, then renamed over it. A symbolic link is followed, so that what it points to is
// replaced.
func Replace(name string, data []byte, mode fs.FileMode) error {
	d, err := NewDraft(name, mode)
	return fill(d, data, err)
}

// Resave is Replace for a file that only this process writes, again and again: the
// temporary file always has the same name, so that what a killed process left is used up.
func Resave(name string, data []byte, mode fs.FileMode) error {
	d, err := newDraft(name, mode, func(dir, base string) (*os.File, error) {
		return os.OpenFile(saving(filepath.Join(dir, base)), os.O_RDWR|os.O_CREATE|os.O_TRUNC, mode)
	})
	return fill(d, data, err)
}

// CleanUp removes what a killed Resave left of a file.
func CleanUp(name string) { _ = os.Remove(saving(name)) }

// saving names the temporary file of Resave.
func saving(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".saving")
}

func fill(d *Draft, data []byte, err error) error {
	if err != nil {
		return err
	}
	_, err = d.Write(data)
	return d.End(err)
}

// temporaryFile makes the file that becomes base in the folder dir.
type temporaryFile func(dir, base string) (*os.File, error)

// A Draft is written bit by bit and becomes the file Name when it is whole.
type Draft struct {
	Name string // may be changed until End
	file *os.File
	mode fs.FileMode
}

// NewDraft begins a file that is not there before End. One that is replaced keeps its
// permissions.
func NewDraft(name string, mode fs.FileMode) (*Draft, error) {
	return newDraft(name, mode, func(dir, _ string) (*os.File, error) {
		return os.CreateTemp(dir, ".assess-*")
	})
}

func newDraft(name string, mode fs.FileMode, temporary temporaryFile) (*Draft, error) {
	name = behindLink(name)
	if info, err := os.Stat(name); err == nil {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("write %s: not a regular file", name)
		}
		mode = info.Mode().Perm()
	}
	file, err := temporary(filepath.Dir(name), filepath.Base(name))
	if at := (*fs.PathError)(nil); errors.As(err, &at) { // the temporary file's name tells nobody anything
		err = at.Err
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return &Draft{Name: name, file: file, mode: mode}, nil
}

// behindLink is what a link leads to, also where that is not there yet; else the name.
func behindLink(name string) string {
	if target, err := filepath.EvalSymlinks(name); err == nil {
		return target
	}
	target, err := os.Readlink(name)
	switch {
	case err != nil:
		return name
	case filepath.IsAbs(target):
		return target
	}
	return filepath.Join(filepath.Dir(name), target)
}

// Write names the file, and not the temporary one, in its errors.
func (d *Draft) Write(data []byte) (int, error) {
	n, err := d.file.Write(data)
	return n, d.blame(err)
}

// End syncs the draft and puts it in its place. After an error of what was to be
// written it removes the draft, and gives the error back.
func (d *Draft) End(err error) error {
	if err == nil {
		err = d.blame(errors.Join(d.file.Chmod(d.mode), d.file.Sync()))
	}
	if err == nil {
		err = d.blame(errors.Join(d.file.Close(), os.Rename(d.file.Name(), d.Name)))
	}
	if err != nil {
		d.Discard()
		return err
	}
	syncFolder(filepath.Dir(d.Name))
	return nil
}

// Discard removes a draft that is not in its place.
func (d *Draft) Discard() {
	_ = d.file.Close()
	_ = os.Remove(d.file.Name())
}

func (d *Draft) blame(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("write %s: %w", d.Name, err)
}

// syncFolder makes a rename survive a power cut where the system can; a folder that
// can't be synced has the file all the same.
func syncFolder(dir string) {
	if d, err := os.Open(dir); err == nil {
		_ = d.Sync()
		_ = d.Close()
	}
}
