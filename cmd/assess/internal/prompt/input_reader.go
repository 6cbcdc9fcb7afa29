package prompt

import (
	"io"
	"os"
	"time"
)

// fromTerminal sifts what is read from a terminal; other readers too, so that a test and a
// terminal read alike. It stays a file where it was one: the terminal library sets the mode
// of a file only.
func fromTerminal(in io.Reader, now func() time.Time) io.Reader {
	if f, ok := in.(*os.File); ok && now != nil {
		return &siftedFile{File: f, now: now}
	}
	return &siftedReader{in: in}
}

// A siftedFile is a terminal.
type siftedFile struct {
	*os.File
	sifter sifter
	now    func() time.Time
	last   time.Time // something came
}

// Read reads at most as much as it can hand on: nothing that is complete stays behind, for
// nobody would ask for it before the next key. It stays below the size asked for, which
// tells the library that nothing was cut. It may return nothing, when all was swallowed.
func (f *siftedFile) Read(p []byte) (int, error) {
	in := make([]byte, max(1, len(p)-longestSequence-8))
	out := p[:0]
	for {
		n, err := f.File.Read(in[:max(1, len(in)-len(out))])
		now := f.now()
		if !f.sifter.still() && now.Sub(f.last) > sequenceWait {
			f.sifter.reset()
		}
		f.last = now
		out = f.sifter.sift(out, in[:n])
		if err != nil || f.sifter.state != inEscape {
			return len(out), err
		}
		if len(out) >= len(in) {
			return len(out), nil
		}
		if !waits(f.File, escapeWait) {
			return len(f.sifter.escape(out)), nil
		}
	}
}

// A siftedReader is what stands for a terminal: a read ends where a key ends.
type siftedReader struct {
	in     io.Reader
	sifter sifter
}

func (r *siftedReader) Read(p []byte) (int, error) {
	in := make([]byte, max(1, len(p)-longestSequence-8))
	for {
		n, err := r.in.Read(in)
		out := r.sifter.escape(r.sifter.sift(p[:0], in[:n]))
		if len(out) > 0 || err != nil {
			return len(out), err
		}
	}
}
