package workshop

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/disk"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/prompt"
)

// open opens the answers named, or begins new ones.
func (r *run) open(ctx context.Context) (*session, error) {
	named := r.opts.Answers
	if named == "-" {
		return nil, outcome.Usagef("run keeps its answers in a file: name one")
	}
	if ext := strings.ToLower(filepath.Ext(named)); named != "" && ext != ".yaml" && ext != ".yml" {
		return nil, outcome.Usagef("%s: run keeps its answers as .yaml", named)
	}
	if named != "" && disk.Exists(named) {
		return r.resume(ctx, named)
	}
	q, err := r.Library.GivenOrDefault()
	if err != nil {
		return nil, err
	}
	if err := library.SectionsExist(q, r.opts.Sections); err != nil {
		return nil, err
	}
	organization, err := r.organization(ctx)
	if err != nil {
		return nil, err
	}
	if named == "" {
		return r.unnamed(ctx, q, organization)
	}
	return r.anew(named, q, organization)
}

// unnamed names the file after the organization, the questionnaire and the day. An
// existing one is gone on with if the person says so.
func (r *run) unnamed(ctx context.Context, q *assess.Questionnaire, organization string) (*session, error) {
	begins := disk.FileName(organization) + "-" + q.ID + "-"
	path := begins + r.today() + ".yaml"
	if !disk.Exists(path) {
		older := r.latest(begins, q, organization)
		if older != "" && r.opts.Person { // of another day
			if yes, err := r.confirm(ctx, r.words.Say("session.goon", older), true); err != nil || yes {
				return r.resumed(ctx, older, err)
			}
		}
		r.Writer.Say("%s", r.words.Say("session.file", path))
		if older != "" {
			r.Writer.Say("%s", r.words.Say("session.older", older, r.opts.Again(older, false)))
		}
		return r.anew(path, q, organization)
	}
	if !r.opts.Person {
		return nil, fmt.Errorf("%s exists: name it to go on with it", path)
	}
	yes, err := r.confirm(ctx, r.words.Say("session.goon", path), true)
	if err != nil {
		return nil, err
	}
	if !yes {
		return nil, fmt.Errorf("%s exists: name another file to begin anew", path)
	}
	return r.resume(ctx, path)
}

// resumed goes on with a file, unless asking about it failed.
func (r *run) resumed(ctx context.Context, path string, err error) (*session, error) {
	if err != nil {
		return nil, err
	}
	return r.resume(ctx, path)
}

// latest is the file of the latest day here that holds the organization's answers to the
// questionnaire: one named after both or, where somebody can be asked, one of another name that
// assess wrote. "" without one.
func (r *run) latest(begins string, q *assess.Questionnaire, organization string) string {
	out, latest := "", ""
	entries, _ := os.ReadDir(".") // what can't be listed has none
	for _, e := range entries {
		name, yaml := strings.CutSuffix(e.Name(), ".yaml")
		day, ours := strings.CutPrefix(name, begins)
		if _, err := time.Parse(time.DateOnly, day); !yaml || !e.Type().IsRegular() || ours && err != nil {
			continue
		}
		if !ours {
			day = r.dayOfOther(e.Name(), q, organization)
		}
		if day != "" && day >= latest {
			out, latest = e.Name(), day
		}
	}
	return out
}

// mostSearched is the size of the files, in bytes, that are looked into for a session to go on with.
const mostSearched = 1 << 20

// dayOfOther is the day of a session in a file of whatever name, "" where it is none of the
// organization and the questionnaire. What one person filled in alone is no session.
func (r *run) dayOfOther(name string, q *assess.Questionnaire, organization string) string {
	info, err := os.Stat(name)
	if err != nil || !r.opts.Person || info.Size() > mostSearched {
		return ""
	}
	data, err := os.ReadFile(name)
	if own, _ := codec.Own(data); err != nil || !own {
		return ""
	}
	find := func(id, _ string) (*assess.Questionnaire, string, []string) {
		if id != q.ID {
			return nil, "", nil
		}
		return q, "", nil
	}
	records, _ := codec.ReadAnswers(name, data, find)
	if len(records) != 1 {
		return ""
	}
	if r := records[0].Response; !r.Named() && sameOrganization(r.Organization, organization) {
		return r.Date
	}
	return ""
}

// organization is the option's, else that of the answers given beforehand, else asked
// for. On a pipe nothing is asked but the questions.
func (r *run) organization(ctx context.Context) (string, error) {
	if name := strings.TrimSpace(r.opts.Organization); name != "" {
		return name, nil
	}
	if len(r.given) > 0 {
		return r.given[0].Response.Organization, nil
	}
	for r.opts.Person { // an Enter too many is no name
		name, err := r.askFor(ctx, r.words.Say("session.organization"))
		if name = strings.TrimSpace(name); err != nil || name != "" {
			return name, err
		}
	}
	return "", outcome.Usagef("whose assessment is it? --organization names the bank")
}

// anew starts answers in which nothing is answered yet.
func (r *run) anew(path string, q *assess.Questionnaire, organization string) (*session, error) {
	response := assess.NewResponse(q)
	response.Organization, response.Date = organization, r.today()
	response.Respondent, response.Language = r.opts.Respondent, r.language
	response.Source = filepath.ToSlash(path)
	s := &session{path: path, now: r.Writer.Now, questionnaire: q, response: response}
	return s, s.lock(path)
}

// resume reads answers to go on with.
func (r *run) resume(ctx context.Context, path string) (*session, error) {
	if err := disk.Writable(path); err != nil {
		return nil, fmt.Errorf("run saves after every answer: %w", err)
	}
	onDisk, err := r.Input.Read(path)
	if err != nil {
		return nil, err
	}
	data, err := r.nameOrganization(ctx, onDisk)
	if err != nil {
		return nil, err
	}
	records, found := codec.ReadAnswers(filepath.ToSlash(path), data, r.Library.Find(path))
	if bad, err := r.Writer.Blame(found); err != nil || bad {
		return nil, cmp.Or(err, outcome.ErrFindings)
	}
	if len(records) != 1 {
		return nil, outcome.Usagef("%s holds %d responses: run goes on with one", path, len(records))
	}
	q, response := records[0].Questionnaire, records[0].Response
	if err := library.SectionsExist(q, r.opts.Sections); err != nil {
		return nil, err
	}
	if err := r.contradicted(path, response); err != nil {
		return nil, err
	}
	response.Respondent = cmp.Or(response.Respondent, r.opts.Respondent)
	own, schema := codec.Own(data)
	if err := r.mayRewrite(ctx, path, own); err != nil {
		return nil, err
	}
	s := &session{
		path: path, disk: onDisk, now: r.Writer.Now, schema: schema, questionnaire: q, response: response,
	}
	return s, s.lock(path)
}

// nameOrganization fills in the organization of a file that `assess new` has just written.
func (r *run) nameOrganization(ctx context.Context, data []byte) ([]byte, error) {
	if !codec.Unnamed(data) {
		return data, nil
	}
	organization, err := r.organization(ctx)
	if err != nil {
		return nil, err
	}
	return codec.Name(data, organization), nil
}

// contradicted refuses options that contradict the file.
func (r *run) contradicted(path string, response *assess.Response) error {
	if o := r.opts.Organization; o != "" && !sameOrganization(o, response.Organization) {
		return outcome.Usagef("%s is of %s, not of %s", path, response.Organization, o)
	}
	if n := r.opts.Respondent; n != "" && response.Respondent != "" && n != response.Respondent {
		return outcome.Usagef("%s was answered by %s, not by %s", path, response.Respondent, n)
	}
	return nil
}

// mayRewrite asks once before the comments of a file that a workshop did not write are
// lost.
func (r *run) mayRewrite(ctx context.Context, path string, own bool) error {
	if own || r.Writer.Force {
		return nil
	}
	if !r.opts.Person {
		return fmt.Errorf("%s was not written by assess: comments in it would be lost; --force goes on", path)
	}
	yes, err := r.confirm(ctx, r.words.Say("session.comments", path), false)
	if err == nil && !yes {
		return fmt.Errorf("%s is left as it is", path)
	}
	return err
}

// askFor asks a person for a text, on a screen or in a line.
func (r *run) askFor(ctx context.Context, label string) (string, error) {
	if r.opts.Screen {
		return prompt.Ask(ctx, r.Keyboard, r.Writer.Err, label)
	}
	return prompt.AskLine(ctx, r.lines, r.Writer.Err, label)
}

// confirm asks a person yes or no; what is expected is hovered first or, in a line, what an empty
// one says.
func (r *run) confirm(ctx context.Context, question string, expected bool) (bool, error) {
	if r.opts.Screen {
		return prompt.Confirm(ctx, r.Keyboard, r.Writer.Err, r.keys, question, expected)
	}
	return prompt.ConfirmLine(ctx, r.lines, r.Writer.Err, r.keys, question, expected)
}

// today is the date of what begins now.
func (r *run) today() string { return r.Writer.Now().Format(time.DateOnly) }
