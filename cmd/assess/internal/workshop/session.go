package workshop

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
)

// session is the answers file of one interview.
type session struct {
	path          string
	disk          []byte // as last read or written; nil where there was no file
	left          string // the file that somebody else changed, "" if none
	locks         []*disk.Lock
	now           func() time.Time
	schema        string // the schema line to keep, "" if there was none
	questionnaire *assess.Questionnaire
	response      *assess.Response
}

// mode is the permission of answers: they are private.
const mode = 0o600

// data are the answers as they go into the file.
func (s *session) data() []byte {
	return codec.WriteAnswers(s.response, codec.WriteOptions{Schema: s.schema})
}

// save writes the answers whole, unless nothing changed since. Where somebody else
// changed the file meanwhile it is left alone: the session goes on in another file, and
// the error says which.
func (s *session) save() error {
	data := s.data()
	if bytes.Equal(data, s.disk) && disk.Exists(s.path) { // one that is gone is written anew
		return nil
	}
	return s.write(data)
}

// lock takes the lock of a file until the session's end.
func (s *session) lock(path string) error {
	l, err := disk.TakeLock(path, s.now())
	if err == nil {
		s.locks = append(s.locks, l)
	}
	return err
}

// write writes answers, into another file where somebody else changed this one.
func (s *session) write(data []byte) error {
	path, changed := s.path, s.changed()
	if changed {
		path = disk.FreeYAML(stem(s.path))
		if err := s.lock(path); err != nil {
			return err
		}
	}
	if err := disk.Replace(path, data, mode); err != nil {
		return err
	}
	s.disk = data
	s.response.Source = filepath.ToSlash(path)
	if changed {
		s.left, s.path = s.path, path
		return changedError{s.left, s.path}
	}
	return nil
}

// last saves at the end, also what somebody else changed meanwhile: the report is of what
// was said here. Where nothing can be written to the file, the answers go into the first
// other folder that takes them, and rescued says where; else it is "".
func (s *session) last() (rescued string, err error) {
	data := s.data()
	if bytes.Equal(data, s.disk) && disk.Exists(s.path) && !s.changed() {
		return "", nil
	}
	if err = s.write(data); err == nil || errors.As(err, &changedError{}) {
		return "", err
	}
	home, _ := os.UserHomeDir()
	for _, dir := range []string{".", home, os.TempDir()} {
		if dir == "" {
			continue
		}
		name := disk.FreeYAML(filepath.Join(dir, stem(filepath.Base(s.path))))
		if disk.Replace(name, data, mode) == nil {
			return name, err
		}
	}
	return "", err
}

// close ends the session and leaves nothing behind but the answers: what a killed one
// before it was writing goes too.
func (s *session) close() {
	disk.CleanUp(s.path)
	for _, l := range s.locks {
		l.Release()
	}
}

// changed reports whether the file is not as this session left it. One that is gone is
// written anew; what is no file any more is left alone.
func (s *session) changed() bool {
	if info, err := os.Lstat(s.path); err == nil && !info.Mode().IsRegular() {
		return true
	}
	now, err := os.ReadFile(s.path)
	return err == nil && !bytes.Equal(now, s.disk)
}

// A changedError says that the answers went into another file, because somebody else
// changed the first one. Nothing is lost.
type changedError struct{ before, now string }

func (e changedError) Error() string {
	return fmt.Sprintf("%s was changed by somebody else; the answers are in %s", e.before, e.now)
}

// stem is a path without its last extension, if that is one of YAML.
func stem(path string) string {
	if ext := filepath.Ext(path); strings.EqualFold(ext, ".yaml") || strings.EqualFold(ext, ".yml") {
		return strings.TrimSuffix(path, ext)
	}
	return path
}
