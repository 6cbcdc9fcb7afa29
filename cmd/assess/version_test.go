package main

import (
	"runtime/debug"
	"testing"
)

func TestVersion(t *testing.T) {
	t.Parallel()
	for built, want := range map[string]string{
		"v1.2.3": "1.2.3", "(devel)": unreleased, "": unreleased,
		"v0.0.0-20261124000000-abcdefabcdef": unreleased, "v1.2.3+dirty": unreleased,
	} {
		if got := released(&debug.BuildInfo{Main: debug.Module{Version: built}}, true); got != want {
			t.Errorf("built from %q: %s, not %s", built, got, want)
		}
	}
	if released(nil, false) != unreleased {
		t.Error("no build information")
	}
}
