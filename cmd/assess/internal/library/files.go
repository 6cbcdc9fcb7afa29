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
	"bankmaturity/assess/diag"
	"bankmaturity/assess/schema"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/report"
)

// Walk adds a file, or what may be answers below a folder: files, and links to files.
// What can't be looked at is added too, so that it is told and does not vanish. It counts
// what it passes over: the folder that is written into ("" for none), what is hidden,
// linked folders, what is no file at all, and, unless foreign takes them, documents that
// people take for answers and that can't be read, as an .ods. To add it tells whether a
// file was found in a folder, not named.
func Walk(
	root, writtenInto string, add func(path string, found bool), foreign func(path string),
) (passed int, err error) {
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
		case noFile(path, d), codec.Foreign(path) && foreign == nil:
			passed++
		case codec.Foreign(path):
			foreign(path)
		case !mayHoldAnswers(path):
			if foreign != nil { // who looks at everything counts it, too
				passed++
			}
		default:
			add(path, true)
		}
		return nil
	})
	return passed, err
}

// WalkAll is Walk over files, folders and patterns, for shells that don't expand them. A
// file that is named twice is added once, with a warning. Where there are several, one that
// can't be looked at stops none of the others, and is added.
func (l *Library) WalkAll(
	paths []string, writtenInto string, add func(path string, found bool), foreign func(path string),
) (passed int, err error) {
	roots := expanded(paths)
	seen := map[string]bool{}
	once := func(path string, found bool) {
		if len(roots) > 1 { // below one root nothing comes twice
			whole, err := filepath.Abs(path)
			if err != nil || path == "-" {
				whole = path
			}
			if seen[whole] {
				l.console.Say("%s: warning: the file is named twice, and is read once", output.Printable(path))
				return
			}
			seen[whole] = true
		}
		add(path, found)
	}
	for _, root := range roots {
		n, err := Walk(root, writtenInto, once, foreign)
		if err != nil && len(roots) == 1 {
			return 0, err
		}
		if err != nil {
			once(root, false)
		}
		passed += n
	}
	return passed, nil
}

// expanded replaces patterns by what they match.
func expanded(paths []string) []string {
	var out []string
	for _, path := range paths {
		if matches, err := filepath.Glob(path); err == nil && len(matches) > 0 && !disk.Exists(path) {
			out = append(out, matches...)
		} else {
			out = append(out, path)
		}
	}
	return out
}

// Unreadable blames a file that the file system refuses.
func Unreadable(name string, err error) diag.Diagnostic {
	var at *fs.PathError
	if errors.As(err, &at) {
		err = at.Err
	}
	message := "can't be read: " + err.Error()
	return diag.Diagnostic{File: filepath.ToSlash(name), Severity: diag.Error, Message: message}
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

// NoAnswers reports whether assess wrote a file as output, or it is a questionnaire, a schema for
// editors, a brand, or the map of an import, that lies among the answers. Of empty files only a
// batch's own count.
func NoAnswers(name string, data []byte) bool {
	if base := filepath.Base(name); len(data) == 0 {
		return output.OfBatch(strings.TrimSuffix(base, filepath.Ext(base)))
	}
	return report.Written(name, data) || isQuestionnaire(name, data) ||
		isKind(name, data, codec.KindImportMap) || isKind(name, data, codec.KindBrand) ||
		strings.EqualFold(filepath.Ext(name), ".json") && schema.Written(data)
}

func (l *Library) noAnswers(name string) (bool, error) {
	if Long(name) {
		return output.Written(name)
	}
	data, err := l.input.Read(name)
	if err == nil && codec.Unfilled(name, data) {
		l.console.Say("%s: nothing is filled in yet; passed over", output.Printable(name))
		return true, nil
	}
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
	}, nil)
	if err = errors.Join(err, unread); err == nil && len(out) == 0 {
		err = fmt.Errorf("%s holds no answers", name)
	}
	return out, err
}
