package data

import (
	"strconv"

	"bankmaturity/assess"
)

// warnings writes what has to be known about the responses. Without names they are R1, R2, …
// and no file is named, unless it is asked for.
func (w *writer) warnings(all []assess.Warning, opts Options) {
	w.objects("warnings", true, len(all), func(i int) {
		message, file := warningText(all[i], opts), ""
		if opts.Names || opts.Files {
			file = all[i].File
		}
		w.text("message", message)
		w.known("file", file)
	})
}

// warningText is a warning with responses by where they come from, or by number.
func warningText(w assess.Warning, opts Options) string {
	if opts.Names {
		return w.Told()
	}
	return w.Text(func(number int) string { return "R" + strconv.Itoa(number) })
}
