// Package quiet keeps the terminal library from talking to the terminal before
// anything was asked of it.
//
// Linking the library is enough for it to ask the terminal for its colours
// while the program starts, and to wait up to five seconds for an answer that a
// silent terminal never gives, even for --version. With CI set it does not ask.
// Go initialises packages in the order of their import paths, as far as they
// don't depend on one another: this one imports nothing but os and sorts before
// every path with a dot in it, so it comes first. It is the one init here.
package quiet

import "os"

// before is the user's own CI, where this package replaced an empty one or none.
var before struct{ replaced, present bool }

func init() {
	value, present := os.LookupEnv("CI")
	if value == "" {
		before.replaced = os.Setenv("CI", "1") == nil
		before.present = present
	}
}

// Restore puts back what init replaced. Call it first in main.
func Restore() {
	switch {
	case !before.replaced:
	case before.present:
		_ = os.Setenv("CI", "")
	default:
		_ = os.Unsetenv("CI")
	}
}
