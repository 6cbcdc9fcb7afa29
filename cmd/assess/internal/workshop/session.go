package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/cmd/assess/internal/prompt"
)

// session is the answers file of one interview.
type session struct {
	path          string
	disk          []byte // as last read or written; nil where there was no file
	left          string // the file that somebody else changed, "" if none
	locks         []*lock
	now           func() time.Time
	schema        string // the schema line to keep, "" if there was none
	questionnaire *assess.Questionnaire
	response      *assess.Response
}

// data are the answers as they go into the file.
func (s *session) data() []byte {
	return codec.WriteAnswers(s.questionnaire, s.response, codec.WriteOptions{Schema: s.schema})
}

// save writes the answers whole, private to the user, unless nothing changed
// since. Where somebody else changed the file meanwhile it is left alone: the
// session goes on in another file, and the error says which.
func (s *session) save() error {
	data := s.data()
	if bytes.Equal(data, s.disk) && exists(s.path) { // one that is gone is written anew
		return nil
	}
	return s.write(data)
}

// write saves answers, in another file where somebody else changed this one.
func (s *session) write(data []byte) error {
	changed := s.changed()
	before := s.path
	if changed {
		s.path = free(stem(s.path))
		held, err := lockFile(s.path, s.now())
		if err != nil {
			s.path = before
			return err
		}
		s.locks = append(s.locks, held)
	}
	if err := resave(s.path, data, 0o600); err != nil {
		s.path = before
		return err
	}
	s.disk = data
	s.response.Source = filepath.ToSlash(s.path)
	if changed {
		s.left = before
		return changedError{before, s.path}
	}
	return nil
}

// last saves at the end, also what somebody else changed meanwhile: the report is of
// what was said here. Where nothing can be written to the file, the answers go into
// the first other folder that takes them, and the path says where; else it is "".
func (s *session) last() (rescued string, err error) {
	data := s.data()
	if bytes.Equal(data, s.disk) && exists(s.path) && !s.changed() {
		return "", nil
	}
	if err = s.write(data); err == nil || errors.As(err, &changedError{}) {
		return "", err
	}
	home, _ := os.UserHomeDir()
	for _, dir := range []string{".", home, os.TempDir()} {
		if name := free(filepath.Join(dir, stem(filepath.Base(s.path)))); dir != "" && resave(name, data, 0o600) == nil {
			return name, err
		}
	}
	return "", err
}

// close ends the session and leaves nothing behind but the answers: what a killed
// one before it was writing goes too.
func (s *session) close() {
	_ = os.Remove(saving(s.path))
	for _, l := range s.locks {
		l.release()
	}
}

// changed reports whether the file is not as this session left it. One that is
// gone is written anew.
func (s *session) changed() bool {
	now, err := os.ReadFile(s.path)
	return err == nil && !bytes.Equal(now, s.disk)
}

// free returns a name beside a file that nothing has yet.
func free(stem string) string {
	for n := 2; ; n++ {
		if name := fmt.Sprintf("%s.%d.yaml", stem, n); !exists(name) {
			return name
		}
	}
}

// A changedError says that the answers went into another file, because somebody
// else changed the first one. Nothing is lost.
type changedError struct{ before, now string }

func (e changedError) Error() string {
	return fmt.Sprintf("%s was changed by somebody else; the answers are in %s", e.before, e.now)
}

// session opens the answers named, or begins new ones.
func (r runner) session(ctx context.Context) (*session, error) {
	if r.opts.answers == "-" {
		return nil, usagef("run keeps its answers in a file: name one")
	}
	if ext := strings.ToLower(filepath.Ext(r.opts.answers)); r.opts.answers != "" && !slices.Contains([]string{".yaml", ".yml"}, ext) {
		return nil, usagef("%s: run keeps its answers as .yaml", r.opts.answers)
	}
	if r.opts.answers != "" && exists(r.opts.answers) {
		return r.resume(ctx, r.opts.answers)
	}
	q, err := r.questionnaire()
	if err != nil {
		return nil, err
	}
	organization, err := r.organization(ctx)
	if err != nil {
		return nil, err
	}
	if r.opts.answers == "" {
		return r.unnamed(ctx, q, organization)
	}
	return r.begin(r.opts.answers, q, organization)
}

// unnamed names the file after the organization, the questionnaire and the day. An
// existing one is gone on with if the person says so.
func (r runner) unnamed(ctx context.Context, q *assess.Questionnaire, organization string) (*session, error) {
	begins := fileName(organization) + "-" + q.ID + "-"
	path := begins + r.app.today() + ".yaml"
	if !exists(path) {
		r.app.say("%s", r.words.Say("session.file", path))
		if older := latest(begins); older != "" {
			r.app.say("%s", r.words.Say("session.older", older, r.again(older)))
		}
		return r.begin(path, q, organization)
	}
	if !r.screen {
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

// latest is the file of the latest day whose name begins so, "" without one.
func latest(begins string) string {
	out := ""
	entries, _ := os.ReadDir(".") // what can't be listed has none
	for _, e := range entries {
		day, ours := strings.CutPrefix(e.Name(), begins)
		day, yaml := strings.CutSuffix(day, ".yaml")
		if _, err := time.Parse(time.DateOnly, day); ours && yaml && err == nil {
			out = max(out, e.Name())
		}
	}
	return out
}

// organization is the flag's, else that of the answers given beforehand, else asked
// for. Line mode asks nothing but the questions.
func (r runner) organization(ctx context.Context) (string, error) {
	if name := strings.TrimSpace(r.opts.organization); name != "" {
		return name, nil
	}
	if len(r.given) > 0 {
		return r.given[0].Response.Organization, nil
	}
	if !r.screen {
		return "", usagef("whose assessment is it? --organization names the bank")
	}
	name, err := prompt.Ask(ctx, r.app.in, r.app.err, r.words.Say("session.organization"))
	if err != nil {
		return "", err
	}
	if name = strings.TrimSpace(name); name == "" {
		return "", usagef("whose assessment is it? --organization names the bank")
	}
	return name, nil
}

// questionnaire is the one named, else the default; it has the sections asked for.
func (r runner) questionnaire() (*assess.Questionnaire, error) {
	q := r.models.given
	if q == nil {
		var err error
		if q, err = r.models.open(defaultQuestionnaire); err != nil {
			return nil, err
		}
	}
	return q, sectionsExist(q, r.opts.sections)
}

// begin starts answers in which nothing is answered yet.
func (r runner) begin(path string, q *assess.Questionnaire, organization string) (*session, error) {
	response := assess.NewResponse(q)
	response.Organization, response.Date = organization, r.app.today()
	response.Respondent, response.Language = r.opts.respondent, r.app.language()
	response.Source = filepath.ToSlash(path)
	held, err := lockFile(path, r.app.now())
	if err != nil {
		return nil, err
	}
	return &session{path: path, locks: []*lock{held}, now: r.app.now, questionnaire: q, response: response}, nil
}

// resume reads answers to go on with.
func (r runner) resume(ctx context.Context, path string) (*session, error) {
	disk, err := r.app.read(path)
	if err != nil {
		return nil, err
	}
	data, err := r.named(ctx, disk)
	if err != nil {
		return nil, err
	}
	records, found := codec.ReadAnswers(filepath.ToSlash(path), data, r.models.find(path))
	if bad, err := r.app.blame(found); err != nil || bad {
		return nil, cmp.Or(err, errFindings)
	}
	if len(records) != 1 {
		return nil, usagef("%s holds %d responses: run goes on with one", path, len(records))
	}
	record := records[0]
	if err := sectionsExist(record.Questionnaire, r.opts.sections); err != nil {
		return nil, err
	}
	if err := r.same(path, record.Response); err != nil {
		return nil, err
	}
	own, schema := codec.Own(data)
	if err := r.mayRewrite(ctx, path, own); err != nil {
		return nil, err
	}
	held, err := lockFile(path, r.app.now())
	if err != nil {
		return nil, err
	}
	return &session{path: path, disk: disk, locks: []*lock{held}, now: r.app.now, schema: schema, questionnaire: record.Questionnaire, response: record.Response}, nil
}

// named fills in the organization of a file that new has just written.
func (r runner) named(ctx context.Context, data []byte) ([]byte, error) {
	if !codec.Unnamed(data) {
		return data, nil
	}
	organization, err := r.organization(ctx)
	if err != nil {
		return nil, err
	}
	return codec.Name(data, organization), nil
}

// same refuses flags that contradict the file; a missing respondent is filled in.
func (r runner) same(path string, response *assess.Response) error {
	if o := r.opts.organization; o != "" && key(o) != key(response.Organization) {
		return usagef("%s is of %s, not of %s", path, response.Organization, o)
	}
	if n := r.opts.respondent; n != "" && response.Respondent != "" && n != response.Respondent {
		return usagef("%s was answered by %s, not by %s", path, response.Respondent, n)
	}
	response.Respondent = cmp.Or(response.Respondent, r.opts.respondent)
	return nil
}

// mayRewrite asks once before the comments of a file that run did not write
// are lost.
func (r runner) mayRewrite(ctx context.Context, path string, own bool) error {
	if own || r.app.force {
		return nil
	}
	if !r.screen {
		return fmt.Errorf("%s was not written by assess: comments in it would be lost; --force goes on", path)
	}
	yes, err := r.confirm(ctx, r.words.Say("session.comments", path), false)
	if err == nil && !yes {
		return fmt.Errorf("%s is left as it is", path)
	}
	return err
}

// devices are the names that Windows keeps for devices, whatever their extension.
var devices = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)`)

// longestName is how much of a name goes into a file name, in bytes: systems take 255
// in all.
const longestName = 180

// fileName makes an organization's name part of a file name: it can't name a
// folder or a device, hide the file or hold what some system refuses.
func fileName(organization string) string {
	clean := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) || !unicode.IsPrint(c) || strings.ContainsRune(`/\:*?"<>|`, c) {
			return '-'
		}
		return c
	}, organization)
	clean = strings.TrimLeft(strings.TrimSpace(clean), ".-~")
	if runes := []rune(clean); len(runes) > 60 {
		clean = strings.TrimSpace(string(runes[:60]))
	}
	for len(clean) > longestName {
		_, size := utf8.DecodeLastRuneInString(clean)
		clean = clean[:len(clean)-size]
	}
	if devices.MatchString(clean) {
		clean = "_" + clean
	}
	return cmp.Or(clean, "assessment")
}
