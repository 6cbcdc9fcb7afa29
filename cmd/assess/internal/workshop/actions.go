package workshop

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/output"
	"bankmaturity/cmd/assess/internal/prompt"
)

// Words returns the prompt's texts.
func (w *workshop) Words() *message.Catalogue { return w.keys }

// Do carries out an action and saves what it changed.
func (w *workshop) Do(action prompt.Action) error {
	w.message, w.refused, w.follows = "", false, ""
	if action.Kind == prompt.Begin {
		w.begin()
		return nil
	}
	w.doubted, w.doubts = w.doubts, doubt{} // a doubt holds for the next action alone
	defer w.countTime()
	switch action.Kind {
	case prompt.Language:
		return w.switchLanguage()
	case prompt.Undo:
		w.undo()
		return w.save()
	case prompt.Decide:
		if w.message = w.refusal(w.decide(action.Text)); w.message != "" {
			w.refused = true
			return nil
		}
		w.message = w.follows
		return w.save()
	case prompt.Area:
		return w.area(action)
	case prompt.Jump, prompt.Pass, prompt.Back, prompt.Forward:
		w.move(action)
		if w.failed != nil {
			return w.save()
		}
		return nil
	}
	if w.interview.Current() == nil {
		return nil
	}
	return w.say(action)
}

// say records what was said to the current question, and saves it.
func (w *workshop) say(action prompt.Action) error {
	before, qu := *w.interview.Answer(), w.interview.Current()
	if w.message = w.refusal(w.record(action)); w.message != "" {
		w.refused = true
		return nil
	}
	w.message = w.setAside(qu, before, w.session.response.Answers[qu.Index()])
	if w.follows != "" {
		w.message = strings.TrimSpace(w.follows + " " + w.message)
	}
	return w.save()
}

// nextLanguage is the one after the language spoken now: of those that the questionnaire
// has or, where it has one, of those that the program speaks.
func (w *workshop) nextLanguage() string {
	known := w.session.questionnaire.Languages
	if len(known) < 2 {
		known = output.Languages()
	}
	return known[(slices.Index(known, w.language)+1)%len(known)]
}

// switchLanguage goes on in the next language, which the answers file remembers.
func (w *workshop) switchLanguage() error {
	next := w.nextLanguage()
	t, err := textsIn(next)
	if err != nil {
		return err
	}
	w.texts, w.language, w.session.response.Language = t, next, next
	return w.save()
}

// undo takes the last change back and says what it was.
func (w *workshop) undo() {
	before := w.session.response.Actions
	n := w.interview.Undo()
	qu, now := w.interview.Current(), w.session.response.Actions
	w.relabel()
	switch {
	case n == 0:
		w.message = w.words.Say("wrong.undo")
	case len(before) > len(now):
		w.message = w.words.Say("todo.gone", w.toDo(before[len(before)-1]))
	case len(before) < len(now):
		w.message = w.words.Say("todo.back", w.toDo(now[len(now)-1]))
	case n == 1 && qu != nil:
		stands := w.recorded(qu, w.interview.Answer())
		if stands == "" {
			stands = w.words.Say("undone.open")
		}
		w.message = w.words.Say("undone", w.titleOf(qu), stands)
	default:
		w.message = w.words.Say("undone.all", n)
	}
}

// move goes to another question.
func (w *workshop) move(action prompt.Action) {
	switch action.Kind {
	case prompt.Pass:
		w.interview.Pass()
	case prompt.Forward:
		w.interview.Forward()
	case prompt.Back:
		w.interview.Back()
	case prompt.Jump:
		w.interview.Jump(w.session.questionnaire.Questions()[action.Choice])
	}
}

// record carries out what changes the answer to the current question, or several.
func (w *workshop) record(action prompt.Action) error {
	iv, text := w.interview, strings.TrimSpace(action.Text)
	switch action.Kind {
	case prompt.Votes:
		return w.vote(text)
	case prompt.Voice:
		return w.changeVoice(text)
	case prompt.Park:
		w.park(text)
	case prompt.ConfirmAll:
		return w.confirmAll()
	case prompt.Choose:
		value := iv.Current().Options[action.Choice].Value
		if err := w.outside(value); err != nil {
			return err
		}
		return iv.Record(value)
	case prompt.Count:
		return w.count(text)
	case prompt.Tick:
		return iv.RecordTicked(ids(iv.Current(), action.Ticked))
	case prompt.Type:
		return w.typed(text)
	case prompt.NotApplicable:
		if votes := "n " + text; w.areVotes(votes) { // typed on from the first voice's
			return w.vote(votes)
		}
		return iv.SayNotApplicable(text)
	case prompt.Unknown:
		iv.SayUnknown()
	case prompt.Note:
		w.note(text)
	case prompt.Evidence:
		return w.evidence(text)
	case prompt.Documents:
		iv.SetEvidence(documents(text))
	}
	return nil
}

// park puts the current question aside or takes it back. Line by line it stays the current one.
func (w *workshop) park(reason string) {
	qu := w.interview.Current()
	w.interview.Park(reason)
	if !w.onScreen {
		w.interview.Jump(qu)
	}
}

// confirmAll records what the voices agree on in the dimension. Line by line, where nobody has
// seen it before, it says what that was, and the question stays the current one.
func (w *workshop) confirmAll() error {
	all := w.interview.Confirmable()
	var lines []string
	for _, qu := range all {
		lines = append(lines, w.proposal(qu, w.session.response.Answers[qu.Index()].Votes))
	}
	qu := w.interview.Current()
	w.interview.Confirm(all)
	if !w.onScreen && len(all) > 0 {
		w.follows = w.words.Say("agree.recorded", strings.Join(lines, w.words.Say("agree.next")))
		w.interview.Jump(qu)
	}
	return nil
}

// note sets the note of the current question. The lines behind ! are the private note, which is
// kept in the file and shown to nobody; where there are no others the note stays.
func (w *workshop) note(text string) {
	var public, private []string
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		said, mine := strings.CutPrefix(strings.TrimSpace(line), "!")
		if !mine {
			said, mine = strings.CutPrefix(strings.TrimSpace(line), "！")
		}
		if mine {
			private = append(private, strings.TrimSpace(said))
		} else {
			public = append(public, line)
		}
	}
	if mine := strings.TrimSpace(strings.Join(private, "\n")); len(private) > 0 {
		w.interview.SetPrivate(mine)
		w.follows = w.words.Say("note.private")
		switch {
		case mine == "":
			w.follows = w.words.Say("note.private.gone")
		case len(public) > 0:
			w.follows = w.words.Say("note.both", len(private))
		}
	}
	if len(public) > 0 || len(private) == 0 {
		w.interview.SetNote(strings.TrimSpace(strings.Join(public, "\n")))
	}
}

// evidence adds a document to the current question, or takes the last one away behind a dash.
func (w *workshop) evidence(text string) error {
	now := w.interview.Answer().Evidence
	switch {
	case text == "":
	case text != "-" && text != "－":
		w.interview.AddEvidence(text)
	case len(now) == 0:
		return textError{w.words.Say("evidence.none")}
	default:
		w.follows = w.words.Say("evidence.gone", now[len(now)-1])
		w.interview.SetEvidence(now[:len(now)-1])
	}
	return nil
}

// documents are the lines of a text that say something.
func documents(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" {
			out = append(out, line)
		}
	}
	return out
}

// refusal says what the person got wrong.
func (w *workshop) refusal(err error) string {
	var wrong textError
	switch {
	case errors.As(err, &wrong):
		return wrong.message
	case errors.Is(err, assess.ErrNoOption) && w.interview.Current().Many():
		return w.words.Say("wrong.ticks")
	case errors.Is(err, assess.ErrNoOption):
		return w.words.Say("wrong.option")
	case errors.Is(err, errCount):
		return w.refusedCount()
	case errors.Is(err, assess.ErrNoReason):
		return w.words.Say("wrong.reason")
	case errors.Is(err, assess.ErrVotes):
		if w.interview.Current().Many() {
			return w.words.Say("wrong.votes.list", strings.Join(w.voices(), w.words.Say("votes.next")))
		}
		return w.words.Say("wrong.votes", strings.Join(w.voices(), w.words.Say("votes.next")))
	case errors.Is(err, assess.ErrForbidden):
		return w.words.Say("wrong.forbidden")
	}
	return ""
}

// setAside says what an answer replaced that took effort to say.
func (w *workshop) setAside(qu *assess.Question, before, now assess.Answer) string {
	title := w.titleOf(qu)
	answered := before.Value.Defined() || before.Text != ""
	agreed := !slices.EqualFunc(before.Votes, now.Votes, assess.Vote.Same) && !now.Open()
	switch {
	case agreed:
		return w.aside("aside.agreed", title, w.recorded(qu, &now))
	case len(before.Votes) > 0 && len(now.Votes) == 0:
		return w.aside("aside.votes", title, len(before.Votes))
	case before.Count.Defined() && before.Count != now.Count:
		return w.aside("aside.count", title, w.counted(before.Count), number(before.Value.Value()))
	case answered && !before.SaysAs(&now):
		return w.aside("aside.value", title, given(qu, &before))
	case before.NA && !now.NA:
		return w.aside("aside.reason", title, before.Reason)
	case before.Note != "" && now.Note == "":
		return w.aside("aside.note", title)
	case len(now.Evidence) < len(before.Evidence) && w.follows == "":
		return w.aside("aside.evidence", title, len(before.Evidence)-len(now.Evidence))
	}
	return ""
}

// aside says what was replaced and, where there is a key for it, what brings it back.
func (w *workshop) aside(key string, args ...any) string {
	text := w.words.Say(key, args...)
	if w.onScreen {
		text += w.words.Say("aside.undo")
	}
	return text
}

// save saves what was answered. On a screen a disk that is full, say, does not end the
// interview: the card says so, no answer is forgotten, and the next key tries again. That
// somebody else changed the file is told too.
func (w *workshop) save() error {
	err := w.session.save()
	changed := changedError{}
	switch {
	case errors.As(err, &changed):
		w.message = w.words.Say("session.changed", changed.before, changed.now)
		if !w.onScreen {
			w.console.Say("%s", w.message)
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
	q := w.session.questionnaire
	find := func(string, string) (*assess.Questionnaire, string, []string) { return q, "", nil }
	old := assess.NewResponse(q)
	if records, _ := codec.ReadAnswers(w.session.path, w.session.disk, find); len(records) == 1 {
		old = records[0].Response
	}
	var out []string
	for i, qu := range q.Questions() {
		if !reflect.DeepEqual(old.Answers[i], w.session.response.Answers[i]) {
			out = append(out, qu.ID)
		}
	}
	return out
}
