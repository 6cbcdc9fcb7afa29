//go:build !unix

package prompt

import (
	"os"
	"time"
)

// waits says no where it can't be known: then an ESC is the Escape key at once.
func waits(*os.File, time.Duration) bool { return false }
