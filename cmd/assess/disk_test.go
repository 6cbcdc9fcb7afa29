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
	term.shows("question 1 of 45")
	term.types("3")
	term.shows("question 2 of 45")
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
	holds(t, filepath.Join(dir, "bank.yaml"), map[string]float64{"insight-preferences": 3})
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	term.types("5")
	term.until("saved", func() bool {
		data, _ := os.ReadFile(filepath.Join(dir, "bank.yaml"))
		return strings.Contains(string(data), "insight-needs: 5")
	})
	holds(t, filepath.Join(dir, "bank.yaml"), map[string]float64{"insight-preferences": 3, "insight-potential": 4, "insight-needs": 5})
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
	if cmd.ProcessState.ExitCode() != 3 || !strings.Contains(string(out), "read-only") || strings.Contains(string(out), "question 1") {
		t.Errorf("%v: %s", err, out)
	}
}
