package main

import (
	"os"
	"testing"
)

// leftOut skips a test that this machine has not got what it needs for. In CI, where all of it is
// to be there, that is a failure, so that nothing goes untested in silence.
func leftOut(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}
