package output

import (
	"os"
	"slices"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/report"
)

// Written reports whether assess wrote a file, as far as its beginning tells where it may
// be huge.
func Written(name string) (bool, error) {
	f, err := os.Open(name)
	if err != nil {
		return false, err
	}
	defer f.Close()
	return report.WrittenFile(name, f)
}

// WrittenLines reports whether assess wrote every line of a file of JSON Lines. Its first
// line comes beforehand, so that no other file is read a second time.
func WrittenLines(name string, first []byte, in disk.Input) bool {
	if !report.Written(name, first) {
		return false
	}
	f, _, err := in.Open(name)
	if err != nil {
		return false
	}
	defer f.Close()
	return report.WrittenLines(f)
}

// OfBatch reports whether a name, without its extension, is one that a batch gives to
// files of its own.
func OfBatch(stem string) bool {
	return slices.Contains([]string{"summary", "failures", "quality", "answers", "portfolio"}, stem)
}
