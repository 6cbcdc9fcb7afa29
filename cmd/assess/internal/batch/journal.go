package batch

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"
)

// journalName is the file in the output folder that lists which reports are written. A
// batch that comes to its end removes it.
const journalName = ".assess-reports.jsonl"

// A journal lists the reports of a batch as they are written, so that after an
// interruption --resume keeps those, and only those, that it would write again.
type journal struct {
	file *os.File
	kept map[string]entry // by fingerprint: reports of the run before
	used map[string]bool  // those of them that this run would write again
	mu   sync.Mutex       // of the file
}

// An entry is a line of a journal: one report.
type entry struct {
	Of     string `json:"of"`   // the fingerprint
	Name   string `json:"name"` // relative to the output folder, without extension
	Format string `json:"format"`
}

// target is the report of an entry.
func (e entry) target(folder string) output.Target {
	return output.Target{Name: filepath.Join(folder, e.Name+"."+e.Format), Format: e.Format}
}

// openJournal opens the journal of the output folder: with --resume the one that an
// interrupted batch left, else a new one.
func (b *batch) openJournal() error {
	if len(b.opts.Formats) == 0 {
		return nil
	}
	name := filepath.Join(b.opts.Output, journalName)
	b.journal.kept, b.journal.used = map[string]entry{}, map[string]bool{}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	if err := disk.Writable(name); err != nil {
		return err
	}
	if b.opts.Resume {
		if err := b.journal.read(name); err != nil {
			return err
		}
	} else {
		_ = os.Remove(name)
		flags |= os.O_EXCL // made anew, so that nothing planted in between is followed
	}
	for _, kept := range b.journal.kept {
		b.names[strings.ToLower(kept.Name)] = true
	}
	var err error
	b.journal.file, err = os.OpenFile(name, flags, 0o644)
	return err
}

// read reads what an interrupted batch left; a last line that is cut off is no report.
func (j *journal) read(name string) error {
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var e entry
		if json.Unmarshal(lines.Bytes(), &e) == nil && e.Of != "" && filepath.IsLocal(e.Name) {
			j.kept[e.Of] = e
		}
	}
	return lines.Err()
}

// add notes a report that is written.
func (j *journal) add(e entry) error {
	line, err := json.Marshal(e)
	j.mu.Lock()
	defer j.mu.Unlock()
	if err == nil {
		_, err = j.file.Write(append(line, '\n'))
	}
	return err
}

// closeJournal ends the journal. A batch that came to its end leaves none, and no report
// of the run before that it would not have written.
func (b *batch) closeJournal(done bool) {
	if b.journal.file == nil {
		return
	}
	info, err := b.journal.file.Stat()
	_ = b.journal.file.Close()
	if !done {
		if err == nil && info.Size() == 0 {
			_ = os.Remove(b.journal.file.Name())
		}
		return
	}
	for of, e := range b.journal.kept {
		if b.journal.used[of] {
			continue
		}
		for _, name := range e.target(b.opts.Output).Files(report.ChartKinds()) {
			if b.Writer.MayReplace(name) == nil {
				_ = os.Remove(name)
			}
		}
	}
	_ = os.Remove(b.journal.file.Name())
}
