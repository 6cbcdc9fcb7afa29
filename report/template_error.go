package report

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// A TemplateError is what is wrong in a template, and where.
type TemplateError struct {
	Line, Column int // from 1; 0 where it is not known
	Message      string
}

func (e *TemplateError) Error() string { return e.Message }

// What the libraries say around a mistake that an author of templates has no use for.
var (
	place   = regexp.MustCompile(`^(?:html/)?template: ?(?:[^:]*):(\d+)(?::(\d+))?: (.*)$`)
	running = regexp.MustCompile(`executing "[^"]*" at `)
	goType  = regexp.MustCompile(` in type \S+`)
)

// blamed is an error of the template libraries in our words.
func blamed(err error) error {
	if err == nil {
		return nil
	}
	var known *TemplateError
	if errors.As(err, &known) {
		return err
	}
	out := &TemplateError{Message: strings.ReplaceAll(err.Error(), "\n", " ")}
	if m := place.FindStringSubmatch(out.Message); m != nil {
		out.Line, _ = strconv.Atoi(m[1])
		if m[2] != "" {
			out.Column, _ = strconv.Atoi(m[2])
			out.Column++
		}
		out.Message = m[3]
	}
	out.Message = running.ReplaceAllString(out.Message, "")
	out.Message = goType.ReplaceAllString(out.Message, "")
	return out
}
