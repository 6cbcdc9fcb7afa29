// Package disk reads and writes the files of one person's folder, and keeps these rules:
//
//   - A file is written whole or not at all. A Draft lies beside its place, goes to the
//     disk, and is renamed; a reader never sees half of it, a full disk leaves the old one.
//   - Nothing is written through a link: what lies under a name that is written is replaced,
//     or refused, never followed. Drafts and locks are made anew.
//   - What replaces a file keeps its permissions; a new one has those that the umask allows.
//   - What a killed session left is cleaned away by the next one.
//   - A Lock ends with the process that holds it, however that ends.
//   - Reading a document stops at a limit, so that none fills the memory. JSON Lines and CSV
//     have a limit per record, which their reader keeps.
//   - No text of a user's names a folder or a device: FileName.
package disk

import "os"

// Exists reports whether something has this name, be it a link that leads nowhere.
func Exists(name string) bool {
	_, err := os.Lstat(name)
	return err == nil
}

// Piped reports whether a name is that of a pipe or a device, where nothing can be
// replaced.
func Piped(name string) bool {
	info, err := os.Stat(name)
	return err == nil && !info.Mode().IsRegular() && !info.IsDir()
}
