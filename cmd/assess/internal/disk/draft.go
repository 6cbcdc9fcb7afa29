package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// Writable is why a file may not be written: it is a link, which may lead anywhere, no
// regular file, or was made read-only. A file that is not there may be.
func Writable(name string) error {
	info, err := os.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.Mode()&fs.ModeSymlink != 0:
		return fmt.Errorf("%s is a link; name the file that it leads to, or another", name)
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is not a regular file", name)
	case info.Mode()&0o200 == 0:
		return fmt.Errorf("%s is read-only", name)
	}
	return nil
}

// Replace writes a file whole or not at all: a temporary file beside it, made anew under a
// name that nobody can foresee, synced to the disk, then renamed over it. Where a link has
// the name the link is replaced, and what it leads to stays as it is.
func Replace(name string, data []byte, mode fs.FileMode) error {
	d, err := NewDraft(name, mode)
	if err != nil {
		return err
	}
	_, err = d.Write(data)
	return d.End(err)
}

// CleanUp removes what killed programs left of a file while they wrote it. Nobody else may
// be writing it: a session holds its lock.
func CleanUp(name string) {
	entries, _ := os.ReadDir(filepath.Dir(name))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), draftPrefix(name)) {
			_ = os.Remove(filepath.Join(filepath.Dir(name), e.Name()))
		}
	}
}

// draftName is what every draft is called.
var draftName = regexp.MustCompile(`^\.assess-[0-9a-f]{12}-[0-9a-z]+$`)

// CleanUpFolder removes what killed programs left in a folder, and in those right below it,
// while they wrote files there. Nobody else may be writing into it.
func CleanUpFolder(dir string) {
	for _, pattern := range []string{".assess-*", filepath.Join("*", ".assess-*")} {
		names, _ := fs.Glob(os.DirFS(dir), filepath.ToSlash(pattern))
		for _, name := range names {
			if draftName.MatchString(filepath.Base(name)) {
				_ = os.Remove(filepath.Join(dir, filepath.FromSlash(name)))
			}
		}
	}
}

// draftPrefix begins the names of a file's drafts; it is short, whatever the file's name is.
func draftPrefix(name string) string {
	sum := sha256.Sum256([]byte(filepath.Base(name)))
	return ".assess-" + hex.EncodeToString(sum[:6]) + "-"
}

// A Draft is written bit by bit and becomes the file Name when it is whole.
type Draft struct {
	Name string // may be changed until End
	file *os.File
	mode fs.FileMode // of the file that is replaced, to be kept; 0 for a new one
}

// NewDraft begins a file that is not there before End. A new one has the mode as far as the
// user's umask allows; one that is replaced keeps its permissions, and nobody may do more with
// the draft than with that.
func NewDraft(name string, mode fs.FileMode) (*Draft, error) {
	d := &Draft{Name: name}
	if info, err := os.Lstat(name); err == nil && info.Mode()&fs.ModeSymlink == 0 {
		if !info.Mode().IsRegular() {
			return nil, fmt.Errorf("write %s: not a regular file", name)
		}
		d.mode = info.Mode().Perm()
		mode &= d.mode
	}
	var err error
	for range 100 {
		path := filepath.Join(filepath.Dir(name), draftPrefix(name)+strconv.FormatUint(rand.Uint64(), 36))
		d.file, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if !errors.Is(err, fs.ErrExist) {
			break
		}
	}
	if at := (*fs.PathError)(nil); errors.As(err, &at) { // the draft's name tells nobody anything
		err = at.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("write %s: there is no folder %s", name, filepath.Dir(name))
	}
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", name, err)
	}
	return d, nil
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
		if d.mode != 0 {
			err = d.file.Chmod(d.mode)
		}
		err = d.blame(errors.Join(err, d.file.Sync()))
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
