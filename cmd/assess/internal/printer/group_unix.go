//go:build unix

package printer

import (
	"os/exec"
	"syscall"
)

// begin starts a program as the head of a process group of its own, which the key that stops
// assess does not reach, and returns what ends all of the group that still runs.
func begin(cmd *exec.Cmd) (end func() error, err error) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd.Cancel, cmd.Start()
}
