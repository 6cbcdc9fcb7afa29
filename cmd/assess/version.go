package main

import (
	"regexp"
	"runtime/debug"
	"strings"
)

// unreleased is the version of a build that is not of a release.
const unreleased = "2.0.0"

// version is the product's, as printed and as written into results: that of the
// release it was built from, as the build tells.
var version = released(debug.ReadBuildInfo())

var release = regexp.MustCompile(`^v[0-9]+\.[0-9]+\.[0-9]+$`)

func released(info *debug.BuildInfo, ok bool) string {
	if ok && release.MatchString(info.Main.Version) {
		return strings.TrimPrefix(info.Main.Version, "v")
	}
	return unreleased
}
