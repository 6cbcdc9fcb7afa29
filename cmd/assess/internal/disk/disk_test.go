package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

func TestFileName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Harbour City Bank": "Harbour City Bank", "海港城市银行": "海港城市银行", "": "assessment", "...": "assessment",
		"../../etc/passwd": "etc-passwd", " a\tb\n": "a-b-", "con": "_con", "COM1.bank": "_COM1.bank",
		"console":  "console",
		"a/b:c*d?": "a-b-c-d-", ".hidden": "hidden", "~$lock": "$lock",
		strings.Repeat("x", 100): strings.Repeat("x", 60),
	} {
		if got := FileName(text); got != want {
			t.Errorf("%q: %q, not %q", text, got, want)
		}
	}
}

// No text names anything but one file of the folder at hand.
func FuzzFileName(f *testing.F) {
	for _, text := range []string{"../x", "nul", "a\u202eb", strings.Repeat("𝕏", 90), "\xff", ". ", "-"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		name := FileName(text)
		if name != filepath.Base(name) || name == "" || strings.HasPrefix(name, ".") || len(name) > 190 ||
			!utf8.ValidString(name) || !filepath.IsLocal(name) {
			t.Errorf("%q: %q", text, name)
		}
	})
}

// What replaces a file keeps its permissions and follows a link; what fails leaves the
// file, and nothing beside it.
func TestReplace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name, link := filepath.Join(dir, "a.yaml"), filepath.Join(dir, "link.yaml")
	if err := os.WriteFile(name, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.yaml", link); err != nil {
		t.Skip(err)
	}
	for i, write := range []func() error{
		func() error { return Replace(name, []byte("new"), 0o600) },
		func() error { return Resave(link, []byte("new"), 0o600) },
	} {
		if err := write(); err != nil {
			t.Fatal(err)
		}
		data, _ := os.ReadFile(name)
		info, err := os.Lstat(name)
		if err != nil || string(data) != "new" || info.Mode() != 0o640 {
			t.Errorf("%d: %s %v %v", i, data, info.Mode(), err)
		}
	}
	d, err := NewDraft(name, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Write([]byte("half")); err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	if err := d.End(broken); !errors.Is(err, broken) {
		t.Error(err)
	}
	if err := Replace(dir, nil, 0o600); err == nil {
		t.Error("a folder is replaced")
	}
	data, _ := os.ReadFile(name)
	if entries, _ := os.ReadDir(dir); len(entries) != 2 || string(data) != "new" {
		t.Errorf("%v %s", entries, data)
	}
}

func TestLock(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "bank.yaml")
	now := time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)
	first, err := TakeLock(path, now)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := TakeLock(path, now); err == nil || !strings.Contains(err.Error(), "since 2026-11-23 09:30") {
		t.Errorf("a second lock: %v", err)
	}
	first.Release()
	second, err := TakeLock(path, now)
	if err != nil {
		t.Fatal(err)
	}
	second.Release()
	if entries, _ := os.ReadDir(filepath.Dir(path)); len(entries) > 0 {
		t.Errorf("left behind: %v", entries)
	}
	if _, err := TakeLock(filepath.Join(path, "x.yaml"), now); err == nil ||
		!strings.Contains(err.Error(), "there is no folder") {
		t.Error(err)
	}
}

// Of what is too long one byte more than the limit comes back, to be blamed.
func TestReadStopsAtTheLimit(t *testing.T) {
	t.Parallel()
	in := Input{Stdin: bytes.NewReader(make([]byte, MaxFile+1000))}
	if data, err := in.Read("-"); err != nil || len(data) != MaxFile+1 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if _, err := in.Read(t.TempDir()); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Error(err)
	}
}
