package main

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/prompt"
	"bankmaturity/report"
)

// workshop ties the interview to the prompt: it shows where the interview
// stands as cards, carries out what the person did, and saves after each answer.
type workshop struct {
	voice
	app       *app
	session   *session
	interview *assess.Interview
	message   string
	refused   bool // the last action was
	onScreen  bool
	failed    error // the last save, if it did

	voices  []string // who votes
	seeds   []seed   // who answered beforehand
	chances assess.Chances

	since  time.Time // of the last look
	looked *assess.Section
	spent  map[*assess.Section]time.Duration
}

func newWorkshop(a *app, v voice, s *session, opts assess.InterviewOptions) *workshop {
	w := &workshop{
		app: a, voice: v, session: s, interview: assess.NewInterview(s.questionnaire, s.response, opts),
		chances: assess.Chances{}, spent: map[*assess.Section]time.Duration{},
	}
	w.tick()
	return w
}

// voice is what the interview says, in one language.
type voice struct {
	words *message.Catalogue // of the command line
	keys  *message.Catalogue // of the prompt
}

func newVoice(language string) (v voice, err error) {
	if v.words, err = message.Load(messages, language); err != nil {
		return v, err
	}
	v.keys, err = message.Load(prompt.Messages, language)
	return v, err
}

// Words returns the prompt's texts.
func (w *workshop) Words() *message.Catalogue { return w.keys }

// change goes on in the other language, which the answers file remembers.
func (w *workshop) change() error {
	known := languages()
	next := known[(slices.Index(known, w.app.language())+1)%len(known)]
	v, err := newVoice(next)
	if err != nil {
		return err
	}
	w.voice, w.app.spoken, w.session.response.Language = v, next, next
	return w.save()
}

// result scores the answers as they stand.
func (w *workshop) result() *assess.Result {
	return assess.Score(w.session.questionnaire, []*assess.Response{w.session.response})
}

// Do carries out an action and saves what it changed.
func (w *workshop) Do(action prompt.Action) error {
	w.message, w.refused = "", false
	defer w.tick()
	iv := w.interview
	switch action.Kind {
	case prompt.Language:
		return w.change()
	case prompt.Undo:
		w.message = w.words.Say("wrong.undo")
		switch n := iv.Undo(); {
		case n == 1:
			w.message = w.words.Say("undone", iv.Current().Title.In(w.app.language()))
		case n > 1:
			w.message = w.words.Say("undone.all", n)
		}
		return w.save()
	case prompt.Jump:
		iv.Jump(w.session.questionnaire.Questions()[action.Choice])
		return nil
	}
	if iv.Current() == nil {
		if action.Kind == prompt.Back {
			iv.Back()
		}
		return nil
	}
	switch action.Kind {
	case prompt.Pass, prompt.Back, prompt.Forward:
		w.move(action.Kind)
		if w.failed != nil {
			return w.save()
		}
		return nil
	}
	before, index, title := iv.Answer(), iv.Current().Index(), iv.Current().Title.In(w.app.language())
	if w.message = w.wrong(w.record(action)); w.message != "" {
		w.refused = true
		return nil
	}
	w.message = w.setAside(before, w.session.response.Answers[index], title)
	return w.save()
}

// record carries out what changes the answer to the current question, or several.
func (w *workshop) record(action prompt.Action) error {
	iv, text := w.interview, strings.TrimSpace(action.Text)
	switch action.Kind {
	case prompt.Votes:
		return w.vote(text)
	case prompt.Park:
		iv.Park()
	case prompt.ConfirmAll:
		iv.Confirm(iv.Confirmable())
	case prompt.Choose:
		return iv.Record(iv.Current().Options[action.Choice].Value)
	case prompt.NotApplicable:
		return iv.SayNotApplicable(text)
	case prompt.Unknown:
		iv.SayUnknown()
	case prompt.Note:
		iv.SetNote(text)
	case prompt.Evidence:
		if text != "" {
			iv.AddEvidence(text)
		}
	}
	return nil
}

// setAside says what an answer replaced that took effort to say.
func (w *workshop) setAside(before, now assess.Answer, title string) string {
	switch {
	case len(before.Votes) > 0 && len(now.Votes) == 0 && before.Value.Defined():
		return w.aside("aside.agreed", title, number(before.Value.Value()), len(before.Votes))
	case len(before.Votes) > 0 && len(now.Votes) == 0:
		return w.aside("aside.votes", title, len(before.Votes))
	case before.Value.Defined() && before.Value != now.Value:
		return w.aside("aside.value", title, number(before.Value.Value()))
	case before.NA && !now.NA:
		return w.aside("aside.reason", title, before.Reason)
	case before.Note != "" && now.Note == "":
		return w.aside("aside.note", title)
	}
	return ""
}

// aside says what was replaced and, where there is a key for it, what brings it back.
func (w *workshop) aside(key string, args ...any) string {
	said := w.words.Say(key, args...)
	if w.onScreen {
		said += w.words.Say("aside.undo")
	}
	return said
}

// save saves what was said. On a screen a disk that is full, say, does not end the
// interview: the card says so, nothing said is forgotten, and the next key tries
// again. That somebody else changed the file is told too.
func (w *workshop) save() error {
	err := w.session.save()
	changed := changedError{}
	switch {
	case errors.As(err, &changed):
		w.message = w.words.Say("session.changed", changed.before, changed.now)
		if !w.onScreen {
			w.app.say("%s", w.message)
		}
		return nil
	case err != nil && w.onScreen:
		w.failed = err
		return nil
	}
	w.failed = nil
	return err
}

// unsaved are the questions that the file does not hold as they were answered.
func (w *workshop) unsaved() []string {
	var out []string
	old := assess.NewResponse(w.session.questionnaire)
	if records, _ := codec.ReadAnswers(w.session.path, w.session.disk, func(string, string) (*assess.Questionnaire, string, []string) {
		return w.session.questionnaire, "", nil
	}); len(records) == 1 {
		old = records[0].Response
	}
	for i, qu := range w.session.questionnaire.Questions() {
		if !reflect.DeepEqual(old.Answers[i], w.session.response.Answers[i]) {
			out = append(out, qu.ID)
		}
	}
	return out
}

func (w *workshop) move(kind prompt.Kind) {
	switch kind {
	case prompt.Pass:
		w.interview.Pass()
	case prompt.Forward:
		w.interview.Forward()
	case prompt.Back:
		w.interview.Back()
	}
}

// wrong says what the person got wrong.
func (w *workshop) wrong(err error) string {
	switch {
	case errors.Is(err, assess.ErrNoOption):
		return w.words.Say("wrong.option")
	case errors.Is(err, assess.ErrNoReason):
		return w.words.Say("wrong.reason")
	case errors.Is(err, assess.ErrVotes):
		return w.words.Say("wrong.votes", strings.Join(w.voices, w.words.Say("votes.next")))
	case errors.Is(err, assess.ErrForbidden):
		return w.words.Say("wrong.forbidden")
	}
	return ""
}

// Card shows the current question, or at the end the scores.
func (w *workshop) Card() prompt.Card {
	all, here := w.interview.Progress(), w.interview.DimensionProgress()
	card := prompt.Card{
		Progress: w.words.Say("card.progress", all.Total-all.Open, all.Total),
		Saved:    w.words.Say("card.saved", w.session.path),
		Message:  w.message,
		Refused:  w.refused,
		Chosen:   -1,
	}
	if w.failed != nil {
		card.Saved = w.words.Say("card.not_saved")
		card.Message = w.words.Say("session.failed", w.failed.Error())
	}
	qu := w.interview.Current()
	if qu == nil {
		card.Done, card.Summary = true, w.summary(all.Open)
		return card
	}
	lang := w.app.language()
	card.Heading = qu.Section().Title.In(lang)
	card.Place = w.words.Say("card.place", all.Position, all.Total, here.Position, here.Total)
	card.Title, card.Ask, card.Help = qu.Title.In(lang), qu.Ask.In(lang), qu.Help.In(lang)
	card.Criterion = w.criterion(qu)
	for _, text := range qu.Evidence {
		card.Look = append(card.Look, text.In(lang))
	}
	for _, text := range []assess.Text{qu.Section().Summary, w.session.questionnaire.Summary} {
		if len(text) > 0 {
			card.Around = append(card.Around, text.In(lang))
		}
	}
	w.answer(&card, qu)
	w.room(&card, qu)
	card.Standing = w.standing(qu)
	return card
}

// criterion says what a question below a gate decides: when it is met, which
// level waits for it, and what that gate still misses.
func (w *workshop) criterion(qu *assess.Question) string {
	if qu.Level == 0 {
		return ""
	}
	met := w.words.Say("criterion.met", qu.Level, number(qu.Pass))
	for _, g := range w.result().Gates() {
		if !below(qu, g.Node.Section) {
			continue
		}
		if g.Missed > w.session.questionnaire.Highest() {
			return w.words.Say("criterion.top", met)
		}
		return w.words.Say("criterion.missed", met, g.Missed-1, g.Missed, len(g.Failing), g.Criteria)
	}
	return met
}

// below reports whether a question is in a section, or in one below it.
func below(qu *assess.Question, section *assess.Section) bool {
	for s := qu.Section(); s != nil; s = s.Parent() {
		if s == section {
			return true
		}
	}
	return false
}

// answer puts the options and what is recorded on the card.
func (w *workshop) answer(card *prompt.Card, qu *assess.Question) {
	a := w.interview.Answer()
	for i, o := range qu.Options {
		card.Choices = append(card.Choices, prompt.Choice{Key: number(o.Value), Text: o.Text.In(w.app.language())})
		if a.Value == assess.Num(o.Value) {
			card.Chosen = i
		}
	}
	card.Note, card.Evidence = a.Note, a.Evidence
	switch a.State() {
	case assess.Answered:
		if v, ok := a.Value.Get(); ok {
			card.Recorded = w.words.Say("card.answered", number(v))
		}
	case assess.NotApplicable:
		card.Recorded = w.words.Say("card.na", a.Reason)
	case assess.Unknown:
		card.Recorded = w.words.Say("card.unknown")
	}
	if slices.Contains(w.session.response.Parked, qu.ID) {
		card.Recorded = w.words.Say("card.parked")
	}
}

// summary is the end of the interview: the scores, and what is still open.
func (w *workshop) summary(open int) []string {
	lines := report.Summary(w.result(), report.Options{Language: w.app.language(), Version: version, Width: 500}) // the screen wraps it
	if open > 0 {
		lines = append(lines, "", w.words.Say("card.open", open))
	}
	if parked := len(w.session.response.Parked); parked > 0 {
		lines = append(lines, w.words.Say("card.put_aside", parked))
	}
	return lines
}

// number prints an option's value as it is written in files.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
