package disk

import (
	"errors"
	"os"

	"golang.org/x/sys/windows"
)

// beyondText is where the locked byte lies: past the text, which others may read.
const beyondText = 1 << 20

// noFollow is nothing here: a link is seen when it is looked at.
const noFollow = 0

// hold takes an exclusive lock that ends with the process.
func hold(f *os.File) error {
	at := windows.Overlapped{Offset: beyondText}
	const flags = windows.LOCKFILE_EXCLUSIVE_LOCK | windows.LOCKFILE_FAIL_IMMEDIATELY
	err := windows.LockFileEx(windows.Handle(f.Fd()), flags, 0, 1, 0, &at)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errHeld
	}
	return err
}
