//go:build linux

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// smallDisk mounts a disk of 64 KiB. Where that is not allowed the test is
// skipped, except where ASSESS_MUST_MOUNT says that it must not be.
func smallDisk(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		if os.Getenv("ASSESS_MUST_MOUNT") != "" {
			t.Fatalf("no disk can be mounted: %v", err)
		}
		t.Skipf("NOT TESTED, no disk can be mounted here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// On a full disk the interview goes on, says that nothing was saved, and saves
// once there is room.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	dir := smallDisk(t)
	term := start(t, dir, nil, "run", "bank.yaml", "--organization", "Bank")
	term.begins()
	term.shows("question 1 of 36")
	term.types("3")
	term.shows("question 2 of 36")
	filler := filepath.Join(dir, "filler")
	full, err := os.Create(filler)
	if err != nil {
		t.Fatal(err)
	}
	for err == nil {
		_, err = full.Write(make([]byte, 512))
	}
	_ = full.Close()
	term.types("4")
	term.shows("NOT SAVED")
	holds(t, filepath.Join(dir, "bank.yaml"), map[string]float64{"served-by-behaviour": 3})
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	term.types("5")
	term.until("saved", func() bool {
		data, _ := os.ReadFile(filepath.Join(dir, "bank.yaml"))
		return strings.Contains(string(data), "requests-carried-out: 5")
	})
	holds(t, filepath.Join(dir, "bank.yaml"),
		map[string]float64{"served-by-behaviour": 3, "reasons-acted-on": 4, "requests-carried-out": 5})
	term.types("q")
	<-term.gone
}

// Where nothing can be written, nothing is asked.
func TestReadOnlyDisk(t *testing.T) {
	t.Parallel()
	dir := smallDisk(t)
	if err := syscall.Mount("", dir, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(filepath.Join(programs(t), "assess"), "run", "bank.yaml", "--organization", "Bank")
	cmd.Dir, cmd.Stdin = dir, strings.NewReader("3\n")
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 3 || !strings.Contains(string(out), "read-only") ||
		strings.Contains(string(out), "question 1") {
		t.Errorf("%v: %s", err, out)
	}
}

// writers are the verbs that write files, each with what it writes.
func writers(t *testing.T) map[string][]string {
	t.Helper()
	answers, err := filepath.Abs(filepath.Join(example, "retail.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]string{
		"score":    {"score", answers, "-o", "a.md", "-o", "a.html", "-o", "a.xlsx", "-o", "a.json", "-o", "a.csv"},
		"batch":    {"batch", answers, "-o", "out", "--format", "html", "--benchmark-out", "peers.json"},
		"compare":  {"compare", answers, answers, "-o", "c.html", "-o", "c.md"},
		"answers":  {"new", "answers", "-o", "n.yaml"},
		"sheet":    {"new", "answers", "-o", "n.xlsx"},
		"template": {"new", "template", "-o", "t.html"},
		"run":      {"run", "r.yaml", "--organization", "Bank", "--line"},
	}
}

// fails runs a verb in a folder that refuses to be written, and finds that it says
// so, with exit code 3, and leaves nothing half-written.
func fails(t *testing.T, program, dir string, args []string, as *syscall.Credential, want string) {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader("3\n")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: as}
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState.ExitCode() != 3 || !strings.Contains(string(out), want) {
		t.Errorf("%v: %v: %.400s", args, err, out)
	}
	err = filepath.WalkDir(dir, func(name string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && d.Name() != "filler" && d.Name() != "failures.jsonl" {
			info, _ := d.Info()
			if info.Size() == 0 || strings.HasPrefix(d.Name(), ".") {
				t.Errorf("%v leaves %s (%d bytes)", args, name, info.Size())
			}
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

// Every verb that writes says so where it can't: on a full disk, a read-only one, in
// a folder of somebody else.
func TestWritersOnBadDisks(t *testing.T) {
	t.Parallel()
	for name, args := range writers(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			program := filepath.Join(programs(t), "assess")
			full := smallDisk(t)
			if err := os.WriteFile(filepath.Join(full, "filler"), make([]byte, 1<<20), 0o600); err == nil {
				t.Fatal("the disk is not small")
			}
			if name != "run" { // which goes on, and says that nothing is saved: TestFullDisk
				fails(t, program, full, args, nil, "no space left")
			}
			readOnly := smallDisk(t)
			if err := syscall.Mount("", readOnly, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
				t.Fatal(err)
			}
			fails(t, program, readOnly, args, nil, "read-only")
		})
	}
}

// A folder of somebody else refuses; who is root asks as nobody.
func TestWritersWithoutPermissionDisk(t *testing.T) {
	t.Parallel()
	base := t.TempDir()
	var as *syscall.Credential
	if os.Getuid() == 0 {
		as = &syscall.Credential{Uid: 65534, Gid: 65534}
		probe := exec.Command("true")
		if probe.SysProcAttr = (&syscall.SysProcAttr{Credential: as}); probe.Run() != nil {
			t.Skip("NOT TESTED, this root can't become nobody")
		}
		if err := os.Chmod(filepath.Dir(base), 0o755); err != nil { // the test's own folder
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// A copy by another process: a program that this one holds open for writing can't
	// be started while some other test forks.
	copies := map[string]string{self: "assess", filepath.Join(example, "retail.yaml"): "retail.yaml"}
	for from, to := range copies {
		out, err := exec.Command("install", "-m", "755", from, filepath.Join(base, to)).CombinedOutput()
		if err != nil {
			t.Fatal(err, string(out))
		}
	}
	for name, args := range writers(t) {
		for i, arg := range args {
			if strings.HasPrefix(arg, "/") {
				args[i] = filepath.Join(base, "retail.yaml")
			}
		}
		dir := filepath.Join(base, name)
		if err := os.Mkdir(dir, 0o555); err != nil {
			t.Fatal(err)
		}
		fails(t, filepath.Join(base, "assess"), dir, args, as, "permission denied")
	}
}
