package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
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

// While it is written a draft is no more open than the file that it replaces.
func TestDraftIsAsShut(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("the folder's rights decide")
	}
	name := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(name, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	d, err := NewDraft(name, 0o644)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Discard()
	if info, err := d.file.Stat(); err != nil || info.Mode() != 0o600 {
		t.Error(info.Mode(), err)
	}
}

// What replaces a file keeps its permissions, and what fails leaves the file, and nothing
// beside it.
func TestReplace(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.yaml")
	if err := os.WriteFile(name, []byte("old"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("new"), 0o600); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(name); err != nil || info.Mode() != 0o640 {
		t.Errorf("%v %v", info.Mode(), err)
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
	if entries, _ := os.ReadDir(dir); len(entries) != 1 || string(data) != "new" {
		t.Errorf("%v %s", entries, data)
	}
}

// No write goes through a link, wherever it was planted: the file that it leads to stays.
func TestNothingIsWrittenThroughALink(t *testing.T) {
	t.Parallel()
	dir, elsewhere := t.TempDir(), t.TempDir()
	victim := filepath.Join(elsewhere, "victim")
	if err := os.WriteFile(victim, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(dir, "a.yaml")
	for _, planted := range []string{name, filepath.Join(dir, ".a.yaml.lock"), filepath.Join(dir, ".a.yaml.saving")} {
		if err := os.Symlink(victim, planted); err != nil {
			t.Skip(err)
		}
	}
	if err := Writable(name); err == nil || !strings.Contains(err.Error(), "is a link") {
		t.Error(err)
	}
	if _, err := TakeLock(name, time.Now()); err == nil {
		t.Error("a lock is taken through a link")
	}
	if err := Replace(name, []byte("new"), 0o600); err != nil {
		t.Error(err)
	}
	if info, err := os.Lstat(name); err != nil || !info.Mode().IsRegular() {
		t.Errorf("%v %v", info, err)
	}
	if data, _ := os.ReadFile(victim); string(data) != "mine" {
		t.Errorf("the file elsewhere is %q", data)
	}
	if err := os.Chmod(name, 0o400); err != nil {
		t.Fatal(err)
	}
	if err := Writable(name); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Error(err)
	}
}

// What a killed session left of its file goes; what is another's stays.
func TestCleanUp(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	name := filepath.Join(dir, "a.yaml")
	if _, err := NewDraft(name, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := NewDraft(filepath.Join(dir, "b.yaml"), 0o600); err != nil {
		t.Fatal(err)
	}
	CleanUp(name)
	if entries, _ := os.ReadDir(dir); len(entries) != 1 {
		t.Errorf("%v", entries)
	}
}

// What a killed batch left goes from its folder and the folders in it; nothing else does.
func TestCleanUpFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	below := filepath.Join(dir, "bank-digital")
	if err := os.Mkdir(below, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{filepath.Join(dir, "summary.csv"), filepath.Join(below, "summary.jsonl")} {
		if _, err := NewDraft(name, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	kept := filepath.Join(dir, ".assess-reports.jsonl")
	if err := os.WriteFile(kept, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	CleanUpFolder(dir)
	left, _ := os.ReadDir(dir)
	inside, _ := os.ReadDir(below)
	if len(left) != 2 || len(inside) != 0 {
		t.Errorf("%v, %v", left, inside)
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
	in := Input{Stdin: bytes.NewReader(make([]byte, maxFile+1000))}
	if data, err := in.Read("-"); err != nil || len(data) != maxFile+1 {
		t.Errorf("%d bytes, %v", len(data), err)
	}
	if _, err := in.Read(t.TempDir()); err == nil || !strings.Contains(err.Error(), "is a folder") {
		t.Error(err)
	}
}
