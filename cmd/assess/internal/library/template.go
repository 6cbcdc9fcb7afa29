package library

import (
	"bankmaturity/report"
)

// Template reads a report's layout, and tries it.
func (l *Library) Template(name string) (*report.Template, error) {
	data, err := l.input.Read(name)
	if err != nil {
		return nil, err
	}
	t := &report.Template{Name: name, Text: string(data)}
	return t, l.console.BlameTemplate(t, t.Check())
}
