package outcome

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

func TestExit(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		err  error
		code int
		told string
	}{
		{nil, ExitDone, ""},
		{World(nil), ExitDone, ""},
		{World(ErrFindings), ExitFindings, ""},
		{World(fmt.Errorf("three files: %w", ErrFindings)), ExitFindings, ""},
		{World(Findingf("the score %v is under %v", 2, 3)), ExitFindings, "assess: the score 2 is under 3\n"},
		{World(Usagef("--jobs %d", 0)), ExitUsage, "assess: --jobs 0\nSee 'assess batch --help'.\n"},
		{errors.New("unknown flag: --x"), ExitUsage, "assess: unknown flag: --x\nSee 'assess batch --help'.\n"},
		{World(ErrInterrupted), ExitInterrupted, ""},
		{World(fmt.Errorf("read x: %w", fs.ErrNotExist)), ExitFailed, "assess: read x: file does not exist\n"},
	} {
		var told bytes.Buffer
		if code := Exit(c.err, "assess batch", &told); code != c.code || told.String() != c.told {
			t.Errorf("%v: %d %q, not %d %q", c.err, code, told.String(), c.code, c.told)
		}
	}
	if !errors.Is(World(fs.ErrNotExist), fs.ErrNotExist) {
		t.Error("the world's error is hidden")
	}
}
