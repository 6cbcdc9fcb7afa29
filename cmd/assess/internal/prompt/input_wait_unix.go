//go:build unix

package prompt

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// waits reports whether something can be read from a file within a time.
func waits(f *os.File, most time.Duration) bool {
	fd := int(f.Fd())
	for {
		var set unix.FdSet
		set.Set(fd)
		wait := unix.NsecToTimeval(most.Nanoseconds())
		n, err := unix.Select(fd+1, &set, nil, nil, &wait)
		if !errors.Is(err, unix.EINTR) {
			return err == nil && n > 0
		}
	}
}
