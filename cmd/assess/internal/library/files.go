package library

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"
)

// Walk adds a file, or what may be answers below a folder: files, and links to files.
// What can't be looked at is added too, so that it is told and does not vanish. It counts
// what it passes over: the folder that is written into ("" for none), what is hidden,
// linked folders, what is no file at all, and documents that people take for answers and
// that can't be read, as an .ods. To add it tells whether a file was found in
// a folder, not named.
func Walk(root, writtenInto string, add func(path string, found bool)) (passed int, err error) {
	if root == "-" {
		add(root, false)
		return 0, nil
	}
	info, err := os.Stat(root)
	if err != nil {
		return 0, err
	}
	if !info.IsDir() {
		add(root, false)
		return 0, nil
	}
	out, _ := os.Stat(writtenInto)
	err = filepath.WalkDir(root+string(filepath.Separator), func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			add(path, true)
		case filepath.Clean(path) != filepath.Clean(root) && hidden(d.Name()), isFolder(d, out):
			passed++
			if d.IsDir() {
				return filepath.SkipDir
			}
		case d.IsDir():
		case codec.Foreign(path), noFile(path, d):
			passed++
		case !mayHoldAnswers(path):
		default:
			add(path, true)
		}
		return nil
	})
	return passed, err
}

// hidden reports whether a name is that of a file or folder that programs keep for
// themselves: .git, the lock of a spreadsheet.
func hidden(name string) bool { return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") }

// isFolder reports whether an entry is a folder, nil for none.
func isFolder(d fs.DirEntry, folder fs.FileInfo) bool {
	if !d.IsDir() || folder == nil {
		return false
	}
	info, err := d.Info()
	return err == nil && os.SameFile(info, folder)
}

// noFile reports whether an entry is neither a file nor a link to one. A link that leads
// nowhere counts as a file, so that it is told.
func noFile(path string, d fs.DirEntry) bool {
	if d.Type().IsRegular() {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && !info.Mode().IsRegular()
}

// mayHoldAnswers reports whether a file has an extension of answers.
func mayHoldAnswers(path string) bool {
	return slices.Contains(codec.Extensions(), strings.ToLower(filepath.Ext(path)))
}

// NoAnswers reports whether assess wrote a file as output, or it is a questionnaire, or the map
// of an import, that lies among the answers. Of empty files only a batch's own count.
func NoAnswers(name string, data []byte) bool {
	if base := filepath.Base(name); len(data) == 0 {
		return output.OfBatch(strings.TrimSuffix(base, filepath.Ext(base)))
	}
	return report.Written(name, data) || isQuestionnaire(name, data) || isKind(name, data, codec.KindImportMap)
}

func (l *Library) noAnswers(name string) (bool, error) {
	if Long(name) {
		return output.Written(name)
	}
	data, err := l.input.Read(name)
	return err == nil && NoAnswers(name, data), err
}

// AnswerFiles are a file, or the answer files of a folder and of those below it, by name,
// without what lies among them and is no answers.
func (l *Library) AnswerFiles(name string) ([]string, error) {
	var out []string
	var unread error
	_, err := Walk(name, "", func(path string, found bool) {
		if found {
			passed, err := l.noAnswers(path)
			if unread = errors.Join(unread, err); err != nil || passed {
				return
			}
		}
		out = append(out, path)
	})
	if err = errors.Join(err, unread); err == nil && len(out) == 0 {
		err = fmt.Errorf("%s holds no answers", name)
	}
	return out, err
}
