//go:build unix

package disk

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe to which nobody writes is given up when it is told to stop; one that is written to
// is read.
func TestOpenOfAPipe(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name, silent := filepath.Join(dir, "pipe"), filepath.Join(dir, "silent")
	for _, pipe := range []string{name, silent} {
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	stop := make(chan struct{})
	close(stop)
	_, _, err := Input{Stop: stop}.Open(silent)
	if err == nil || !strings.Contains(err.Error(), "nobody has written") {
		t.Errorf("%v", err)
	}
	go func() { _ = os.WriteFile(name, []byte("text"), 0o600) }()
	f, _, err := Input{Stop: make(chan struct{})}.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := io.ReadAll(f); string(data) != "text" || err != nil {
		t.Errorf("%q %v", data, err)
	}
}
