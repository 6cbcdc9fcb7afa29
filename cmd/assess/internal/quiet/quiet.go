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

// set says that CI was put there by this package.
var set bool

func init() {
	if _, ok := os.LookupEnv("CI"); !ok {
		set = os.Setenv("CI", "1") == nil
	}
}

// Restore takes away what init put there; a user's own CI stays. Call it first
// in main.
func Restore() {
	if set {
		_ = os.Unsetenv("CI")
	}
}
