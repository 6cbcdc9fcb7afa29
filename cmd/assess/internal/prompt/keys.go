package prompt

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/huh"
	"golang.org/x/text/width"
)

// Update carries out what was typed.
func (s *screen) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return s, s.resize(msg.Width, msg.Height)
	case tea.KeyMsg:
		return s, s.typed(msg)
	case second:
		return s, tick() // the view is drawn anew
	}
	return s, s.pass(msg)
}

// resize builds a form anew only where the size changed: its start reports a
// size of its own.
func (s *screen) resize(width, height int) tea.Cmd {
	if width == s.width && height == s.height {
		return nil
	}
	s.width, s.height = width, height
	if s.mode != typing {
		return nil
	}
	return s.openForm(s.text)
}

// typed splits what arrives as one message when somebody types fast: each
// character is a key of its own. A paste is no key.
func (s *screen) typed(msg tea.KeyMsg) tea.Cmd {
	if s.mode == typing {
		return s.typedText(msg)
	}
	if msg.Paste {
		return nil
	}
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 {
		if cmd, held := s.held(plain(msg.String())); held {
			return cmd
		}
		return s.typedKey(msg)
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		if s.stopped {
			break
		}
		one := tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
		if s.mode == choosing || s.mode == finished { // typed fast, not held down
			cmds = append(cmds, s.typedKey(one))
		} else {
			cmds = append(cmds, s.typed(one))
		}
	}
	return tea.Sequence(cmds...)
}

// typedText gives a text what was typed, a character at a time: words that arrive together, such as
// end or left, are no keys of that name.
func (s *screen) typedText(msg tea.KeyMsg) tea.Cmd {
	if msg.Paste {
		if !s.manyLines() {
			msg = onOneLine(msg)
		}
		return s.inText(msg)
	}
	if msg.Type != tea.KeyRunes || len(msg.Runes) < 2 {
		return s.inText(msg)
	}
	var cmds []tea.Cmd
	for _, r := range msg.Runes {
		cmds = append(cmds, s.inText(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}))
	}
	return tea.Sequence(cmds...)
}

// onOneLine puts a pasted text on one line.
func onOneLine(msg tea.KeyMsg) tea.KeyMsg {
	text := strings.Join(strings.Fields(string(msg.Runes)), " ")
	msg.Runes = []rune(text)
	return msg
}

// plain makes what a Chinese keyboard types, and every kind of dash, what it means.
func plain(text string) string {
	return strings.NewReplacer("—", "-", "–", "-", "−", "-", "。", ".").Replace(width.Narrow.String(text))
}

// typedKey carries out one key on a card, its help, or the summary. Who types a number and
// then Enter out of habit has answered, and does not skip the question after it.
func (s *screen) typedKey(msg tea.KeyMsg) tea.Cmd {
	name := plain(msg.String())
	settled, warned, counted := s.settled, s.warned, s.counted
	s.settled, s.warned, s.hint, s.counted = false, "", "", ""
	if settled && name == "enter" && (s.mode == choosing || s.mode == finished) {
		return nil
	}
	switch s.mode {
	case opening:
		return s.atOpening(name)
	case helping:
		return s.inHelp(name)
	case viewing:
		return s.inOverview(name)
	case agreeing:
		return s.inAgreeable(name)
	case finished:
		return s.atEnd(name)
	}
	if name == "/" && counted != "" { // the digit before was no choice: it begins a count, as 3/14
		if cmd := s.do(Action{Kind: Undo}); s.err != nil || s.mode != choosing {
			return cmd
		}
		return s.ask(Votes, counted+name)
	}
	if s.card.Many {
		if cmd, done := s.onList(name); done {
			return cmd
		}
	}
	switch {
	case s.opensLine(name):
		return s.ask(Type, name)
	case s.opens(name), len(s.card.Voices) > 1 && name == "?": // a vote of the first voice, or what all say
		return s.ask(Votes, name)
	}
	if i := s.numbered(name); i >= 0 {
		counted := s.card.Counted != ""
		cmd := s.do(Action{Kind: Choose, Choice: i})
		if s.settled = true; counted {
			s.counted = name
		}
		return cmd
	}
	if name = strings.ToLower(name); s.holds(name, warned) {
		return nil
	}
	return s.onCard(name)
}

// opens reports whether a key begins what is typed into a line, and confirmed. Of a share
// that is counted it is what is no choice.
func (s *screen) opens(name string) bool {
	const values = "0123456789.-"
	switch {
	case len(name) != 1:
		return false
	case s.card.Counted != "" && (name == "#" || name == "="):
		return true
	case s.typesValues():
		return strings.Contains(values, name)
	}
	return s.card.Counted != "" && strings.Contains(values, name) && s.numbered(name) < 0
}

// typesValues reports whether a value is typed into a line, and confirmed: where voices
// vote or have voted, where a number is counted, and where values are not single digits,
// so that no digit is taken for another value than it says.
func (s *screen) typesValues() bool {
	if s.card.Many {
		return len(s.card.Voices) > 0
	}
	return len(s.card.Voices) > 0 || len(s.card.Spread) > 0 || s.card.BareCount || !s.digits()
}

// deeds are the keys of a card that do one thing.
var deeds = map[string]Kind{
	"?": Unknown, "b": Back, "left": Back, "f": Forward, "right": Forward, "t": Language, "u": Undo,
}

// onCard carries out a key on a card.
func (s *screen) onCard(name string) tea.Cmd {
	if kind, ok := deeds[name]; ok {
		return s.do(Action{Kind: kind})
	}
	switch name {
	case "q", "ctrl+c":
		return s.stop()
	case "p":
		if s.card.Parked {
			return s.do(Action{Kind: Park})
		}
		return s.ask(Park, "")
	case "s":
		s.standing = !s.standing
	case "w":
		s.who = !s.who
	case "o":
		s.openOverview()
	case "a":
		if len(s.card.Agreeable) > 0 {
			s.mode = agreeing
		} else {
			s.card.Message = s.flow.Words().Say("agree.none")
		}
	case "v":
		if s.card.Typed == "" {
			return s.ask(Voice, "")
		}
	case "n":
		return s.ask(NotApplicable, "")
	case "m":
		return s.ask(Note, s.card.Note)
	case "e":
		return s.ask(Documents, strings.Join(append(slices.Clone(s.card.Evidence), ""), "\n"))
	case "x":
		return s.ask(Decide, "")
	case "h":
		s.mode, s.scroll = helping, 0
	case "up", "k":
		s.cursor = max(leave, s.cursor-1)
	case "down", "j":
		s.cursor = min(len(s.entries())-1, s.cursor+1)
	case "enter":
		return s.entered()
	}
	return nil
}

// entered takes the hovered choice; the first entry leaves the question as it is.
func (s *screen) entered() tea.Cmd {
	switch {
	case s.cursor == leave:
		return s.do(Action{Kind: Pass})
	case s.card.Typed != "":
		return s.openLine()
	}
	return s.do(Action{Kind: Choose, Choice: s.cursor})
}

// atOpening begins with Enter or the space bar. Other keys mean nothing yet: no digit answers what
// is not seen.
func (s *screen) atOpening(name string) tea.Cmd {
	switch strings.ToLower(name) {
	case "enter", " ":
		return s.do(Action{Kind: Begin})
	case "h":
		s.mode, s.scroll = helping, 0
	case "t":
		return s.do(Action{Kind: Language})
	case "q", "ctrl+c":
		return s.do(Action{Kind: Stop})
	}
	s.scrolled(name)
	return nil
}

// backToCard shows the card again, and the line that its text is typed into.
func (s *screen) backToCard() tea.Cmd {
	if s.mode, s.scroll = choosing, 0; len(s.card.Opening) > 0 {
		s.mode = opening
		return nil
	}
	return s.openFree()
}

// inHelp scrolls, or goes back to the card.
func (s *screen) inHelp(name string) tea.Cmd {
	if name == "ctrl+c" {
		return s.do(Action{Kind: Stop})
	}
	if !s.scrolled(name) {
		return s.backToCard()
	}
	return nil
}

// inAgreeable confirms what the voices agree on with Enter; another key goes back.
func (s *screen) inAgreeable(name string) tea.Cmd {
	switch name {
	case "enter":
		return s.do(Action{Kind: ConfirmAll})
	case "ctrl+c":
		return s.do(Action{Kind: Stop})
	}
	if !s.scrolled(name) {
		return s.backToCard()
	}
	return nil
}

// atEnd carries out a key on the summary.
func (s *screen) atEnd(name string) tea.Cmd {
	switch strings.ToLower(name) {
	case "b", "left":
		return s.do(Action{Kind: Back})
	case "o":
		s.openOverview()
	case "u":
		return s.do(Action{Kind: Undo})
	case "x":
		return s.ask(Decide, "")
	case "t":
		return s.do(Action{Kind: Language})
	case "q", "enter", "ctrl+c":
		return s.do(Action{Kind: Stop})
	}
	s.scrolled(name)
	return nil
}

// scrolled moves a long text, and reports whether the key was meant for that.
func (s *screen) scrolled(name string) bool {
	switch name {
	case "down", "j":
		s.scroll++
	case "up", "k":
		s.scroll = max(0, s.scroll-1)
	case "pgdown", " ":
		s.scroll += max(1, s.bodyHeight()-1)
	case "pgup":
		s.scroll = max(0, s.scroll-max(1, s.bodyHeight()-1))
	default:
		return false
	}
	return true
}

// digits reports whether the keys of all choices are single digits.
func (s *screen) digits() bool {
	return !slices.ContainsFunc(s.card.Choices, func(c Choice) bool {
		return len(c.Key) != 1 || c.Key[0] < '0' || c.Key[0] > '9'
	})
}

// numbered returns the choice that a digit stands for, -1 for none.
func (s *screen) numbered(name string) int {
	return slices.IndexFunc(s.card.Choices, func(c Choice) bool { return s.digits() && c.Key == name })
}

// pass gives a message to the text form, if there is one.
func (s *screen) pass(msg tea.Msg) tea.Cmd {
	if s.mode != typing {
		return nil
	}
	m, cmd := s.form.Update(msg)
	if f, ok := m.(*huh.Form); ok {
		s.form = f
	}
	return cmd
}
