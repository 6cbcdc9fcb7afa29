package disk

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"strings"
	"time"
)

// errHeld says that somebody else holds a lock.
var errHeld = errors.New("held by another process")

// A HeldError says who works with a file.
type HeldError struct{ Path, Holder string }

func (e *HeldError) Error() string {
	return fmt.Sprintf("%s is open in another session: %s", e.Path, e.Holder)
}

// A Lock keeps a second session from an answers file. It is a file beside it that
// the system unlocks when its holder ends, however it ends; a clean end removes it.
type Lock struct{ file *os.File }

// TakeLock takes the lock of an answers file, or says who holds it.
func TakeLock(path string, now time.Time) (*Lock, error) {
	name := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
	for range 10 {
		f, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|noFollow, 0o600)
		if info, e := os.Lstat(name); e == nil && !info.Mode().IsRegular() { // planted, or not ours
			if err == nil {
				_ = f.Close()
			}
			return nil, fmt.Errorf("lock %s: %s is in the way, and no file of ours", path, name)
		}
		if errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("write %s: there is no folder %s", path, filepath.Dir(path))
		}
		if err != nil {
			return nil, fmt.Errorf("write beside %s: %w", path, err)
		}
		if err := hold(f); errors.Is(err, errHeld) {
			data, _ := io.ReadAll(io.LimitReader(f, 200))
			_ = f.Close()
			return nil, &HeldError{path, strings.TrimSpace(string(data))}
		} else if err != nil {
			_ = f.Close()
			return nil, fmt.Errorf("lock %s: %w", path, err)
		}
		if !stillNamed(f, name) { // its holder removed it between our opening and holding it
			_ = f.Close()
			continue
		}
		_ = f.Truncate(0)
		_, _ = f.WriteAt([]byte(holder(now)+"\n"), 0)
		return &Lock{f}, nil
	}
	return nil, fmt.Errorf("lock %s: it is taken and released all the time", path)
}

// stillNamed reports whether the open file is still the one of that name.
func stillNamed(f *os.File, name string) bool {
	a, err := f.Stat()
	if err != nil {
		return false
	}
	b, err := os.Stat(name)
	return err == nil && os.SameFile(a, b)
}

// holder says who holds a lock, for the one who is refused.
func holder(now time.Time) string {
	who := "somebody"
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	host, _ := os.Hostname()
	return fmt.Sprintf("%s on %s, process %d, since %s", who, host, os.Getpid(), now.Format("2006-01-02 15:04"))
}

// Release gives the lock back and leaves nothing behind.
func (l *Lock) Release() {
	if os.Remove(l.file.Name()) == nil {
		_ = l.file.Close()
		return
	}
	_ = l.file.Close() // some systems remove no open file
	_ = os.Remove(l.file.Name())
}
