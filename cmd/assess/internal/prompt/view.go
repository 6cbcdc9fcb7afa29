package prompt

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess/cells"

	"github.com/charmbracelet/x/ansi"
)

// View draws the screen: a header, the card, a footer with the keys. It never
// has more lines or cells than the terminal.
func (s *screen) View() string {
	head, foot := s.header(), s.makeRoom(s.footer())
	height := max(1, s.height-len(head)-len(foot))
	body := s.body()
	if len(body) > height {
		switch s.mode { // the cursor stays in sight
		case choosing:
			s.scroll = max(0, slices.IndexFunc(body, s.hasCursor)-height/2)
		case typing:
			s.scroll = len(body)
		}
		s.scroll = min(s.scroll, len(body)-height)
		hidden := len(body) - height - s.scroll
		body = slices.Clone(body[s.scroll : s.scroll+height])
		below := len(s.wrapped(s.extra())) // the choices; the help has it, too
		if !s.card.Many {
			below += len(s.messageLines())
		}
		switch {
		case s.mode != choosing || hidden == 0:
		case hidden < below:
			body[height-1] = s.flow.Words().Say("more", hidden+1)
		case s.card.Many:
			body[height-1] = s.flow.Words().Say("more.down", hidden+1)
		}
	}
	for len(body) < height {
		body = append(body, "")
	}
	lines := append(append(head, body...), foot...)
	if len(lines) > s.height {
		lines = lines[:max(1, s.height)]
	}
	for i, l := range lines {
		lines[i] = ansi.Truncate(l, s.width, "")
	}
	return strings.Join(lines, "\n")
}

// header says where we are and that everything is saved.
func (s *screen) header() []string {
	if s.mode == finished {
		return []string{s.between(s.card.Progress, s.card.Saved), s.rule()}
	}
	return []string{s.between(s.card.Heading, s.card.Place), s.between(s.card.Progress, s.card.Saved), s.rule()}
}

func (s *screen) rule() string { return strings.Repeat("─", max(1, s.width)) }

// between puts a text at either end of a line. Where both don't fit, the right
// one gives way as long as the left one takes no more than half.
func (s *screen) between(left, right string) string {
	left = ansi.Truncate(left, max(s.width/2, s.width-ansi.StringWidth(right)-1), "…")
	right = ansi.Truncate(right, max(0, s.width-ansi.StringWidth(left)-1), "…")
	return left + strings.Repeat(" ", max(0, s.width-ansi.StringWidth(left)-ansi.StringWidth(right))) + right
}

func (s *screen) footer() []string {
	items := strings.Split(s.flow.Words().Say(s.keysShown()), " · ")
	if s.card.Next != "" && (s.mode == choosing || s.mode == finished) {
		items = append(items, "t "+s.card.Next)
	}
	lines := packed(items, s.width)
	return append(append(s.status(), s.rule()), lines[:min(len(lines), max(1, s.height/8))]...)
}

// keysShown is the message of the keys that mean something now.
func (s *screen) keysShown() string {
	switch {
	case s.mode == typing && s.asking == Type && s.card.Free:
		return "keys.line"
	case s.mode != choosing:
		return map[mode]string{
			typing: "keys.text", helping: "keys.help", viewing: "keys.overview", agreeing: "keys.agree",
			finished: "keys.end",
		}[s.mode]
	case s.card.Free:
		return "keys.free"
	case s.card.Typed != "":
		return "keys.typed"
	case s.card.Many && len(s.card.Voices) > 0:
		return "keys.votes.list"
	case s.card.Many:
		return "keys.list"
	case len(s.card.Voices) > 0:
		return "keys.votes"
	case s.typesValues():
		return "keys.values"
	}
	return "keys.card"
}

// packed puts items on as few lines as hold them whole.
func packed(items []string, width int) []string {
	lines := []string{items[0]}
	for _, it := range items[1:] {
		last := &lines[len(lines)-1]
		if joined := *last + "  " + it; ansi.StringWidth(joined) <= width {
			*last = joined
		} else {
			lines = append(lines, it)
		}
	}
	return lines
}

func (s *screen) body() []string {
	switch s.mode {
	case finished:
		return s.wrapped(s.card.Summary)
	case helping:
		return s.helpLines()
	case viewing:
		return s.overviewLines()
	case agreeing:
		return s.wrapped(append([]string{s.flow.Words().Say("agree"), ""}, s.card.Agreeable...))
	case typing:
		lines := s.cardLines() // who votes looks at the answers
		if s.asking == Area {
			lines = append(s.overviewLines(), append([]string{""}, s.messageLines()...)...)
		} else if s.asking == Type {
			lines = slices.Concat(s.question(), s.wrapped(s.extra()), s.messageLines())
		} else if s.asking != Votes {
			lines = append(s.question(), s.messageLines()...)
		}
		lines = append(lines, s.wrapped([]string{s.label()})...)
		return append(lines, strings.Split(strings.TrimRight(s.form.View(), "\n"), "\n")...)
	}
	return s.cardLines()
}

func (s *screen) wrapped(lines []string) []string {
	var out []string
	for _, l := range lines {
		out = append(out, cells.Wrap(l, s.width)...)
	}
	return out
}

// question is the card's title, the question itself and what it decides.
func (s *screen) question() []string {
	var lines []string
	if s.card.Path != "" {
		lines = append(lines, s.card.Path)
	}
	lines = append(lines, s.card.Title)
	if s.card.Ask != "" {
		lines = append(lines, s.card.Ask)
	}
	if s.card.Criterion != "" {
		lines = append(lines, s.card.Criterion)
	}
	if s.standing {
		lines = append(lines, s.card.Standing...)
	}
	return append(s.wrapped(lines), "")
}

// cardLines are the question, the choices, what is recorded, and in the compact
// layout the hovered choice in full.
func (s *screen) cardLines() []string {
	full, extra := s.layout()
	out := slices.Concat(s.question(), s.above(), s.choices(full))
	if !full {
		out = append(out, s.hoveredLines()...)
	}
	if !s.card.Many || s.mode != choosing {
		out = append(out, s.messageLines()...)
	}
	if len(extra) > 0 {
		out = append(append(out, ""), s.wrapped(extra)...)
	}
	return out
}

// layout says whether the choices are shown in full, and what stands under them: for the
// choices a note, evidence and what others said make way, and are left to the help.
func (s *screen) layout() (full bool, extra []string) {
	extra = s.extra()
	if s.fits(extra) {
		return true, extra
	}
	if brief := s.brief(); len(s.wrapped(brief)) < len(s.wrapped(extra)) && s.fits(brief) {
		return true, brief
	}
	if s.spare > 0 {
		if barest := s.barest(); s.fits(barest) {
			return true, barest
		}
	}
	return false, extra
}

// makeRoom shortens the footer to its first line of keys where the choices can then be shown
// in full.
func (s *screen) makeRoom(foot []string) []string {
	s.spare = 0
	if s.mode != choosing || len(foot) < 3 {
		return foot
	}
	if full, _ := s.layout(); full {
		return foot
	}
	short := foot[:len(s.status())+2]
	s.spare = len(foot) - len(short)
	if full, _ := s.layout(); full {
		return short
	}
	s.spare = 0
	return foot
}

// brief is what stands under the choices where there is no room for all of it.
func (s *screen) brief() []string { return s.shortened(s.card) }

// barest is brief without what else is said of the votes: their picture stays.
func (s *screen) barest() []string {
	card := s.card
	card.Counted, card.Spread = "", card.Spread[:min(1, len(card.Spread))]
	return s.shortened(card)
}

func (s *screen) shortened(card Card) []string {
	card.Note, card.Evidence, card.Heard = "", nil, nil
	return append(s.under(card), s.flow.Words().Say("kept"))
}

// above are the votes on a list, which may be longer than the screen: they stand before it.
func (s *screen) above() []string {
	if !s.card.Many || len(s.card.Spread) == 0 {
		return nil
	}
	return append(s.wrapped(append(slices.Clone(s.card.Spread), s.said(s.card)...)), "")
}

// said is who said what, where the room is to see it.
func (s *screen) said(card Card) []string {
	if !card.Named && !s.who {
		return nil
	}
	return spoken(card)
}

// messageLines are what the last action led to.
func (s *screen) messageLines() []string {
	if s.card.Message == "" {
		return nil
	}
	return s.wrapped([]string{"! " + s.card.Message})
}

// extra is what stands under the choices: votes but those on a list, what is recorded, and
// what others said.
func (s *screen) extra() []string { return s.under(s.card) }

func (s *screen) under(card Card) []string {
	var out []string
	labelled := s.mode == typing && len(card.Voices) == 0
	if card.Counted != "" && !labelled {
		out = append(out, card.Counted)
	}
	if !card.Many {
		out = append(append(out, card.Spread...), s.said(card)...)
	}
	return append(append(out, recorded(card, s.flow.Words())...), card.Heard...)
}

// choices are the entries of the list, each on one line unless shown in full.
// The cursor and the recorded choice have marks of their own, so that nothing
// is told by colour alone.
func (s *screen) choices(full bool) []string {
	out := s.entry(leave, " ", s.flow.Words().Say("leave"), full)
	widest := 1
	for _, c := range s.card.Choices {
		widest = max(widest, len(keyOf(s.card, c)))
	}
	for i, c := range s.entries() {
		out = append(out, s.entry(i, fmt.Sprintf("%*s", widest, keyOf(s.card, c)), c.Text, full)...)
	}
	return out
}

// entries are what can be chosen or ticked, or the one line that the answer is typed into.
func (s *screen) entries() []Choice {
	if s.card.Typed != "" {
		return []Choice{s.line()}
	}
	return s.card.Choices
}

// markOf says of an entry whether it is recorded, and on a list whether it is ticked.
func (s *screen) markOf(i int) string {
	switch {
	case s.card.Many && i == leave:
		return "    "
	case s.card.Many && s.draft.ticks[i]:
		return "[x] "
	case s.card.Many:
		return "[ ] "
	case i != leave && (i == s.card.Chosen || s.card.Answer != ""):
		return "*"
	}
	return " "
}

func (s *screen) entry(i int, mark, text string, full bool) []string {
	lead := " "
	if i == s.cursor {
		lead = ">"
	}
	lead += s.markOf(i) + mark + "  "
	lines := []string{ansi.Truncate(lead+text, s.width, "…")}
	if full {
		lines = hanging(lead, text, s.width)
	}
	if i == s.cursor {
		for j := range lines {
			lines[j] = s.bright(lines[j])
		}
	}
	return lines
}

// hasCursor reports whether a line is the first one of the hovered entry.
func (s *screen) hasCursor(line string) bool { return strings.HasPrefix(ansi.Strip(line), ">") }

// bright sets a line off, where colours are wanted.
func (s *screen) bright(line string) string {
	if s.opts.NoColor {
		return line
	}
	return "\x1b[1;36m" + line + "\x1b[0m"
}

// hoveredLines are the choice under the cursor in full.
func (s *screen) hoveredLines() []string {
	if s.cursor == leave {
		return nil
	}
	return append([]string{""}, hanging("  ", s.entries()[s.cursor].Text, s.width)...)
}

func (s *screen) helpLines() []string {
	out := []string{s.card.Title, ""}
	said := slices.Concat(s.messageLines(), s.above(), s.wrapped(s.extra()))
	if len(said) > 0 {
		out = append(append(out, said...), "")
	}
	if s.card.Help != "" {
		out = append(append(out, cells.Wrap(s.card.Help, s.width)...), "")
	}
	out = append(append(out, explained(s.card, s.flow.Words(), s.width)...), "")
	for _, l := range strings.Split(s.flow.Words().Say("screen.help"), "\n") {
		out = append(out, cells.Wrap(l, s.width)...)
	}
	for _, l := range s.card.Around {
		out = append(append(out, ""), cells.Wrap(l, s.width)...)
	}
	return out
}

// bodyHeight is how many lines the card has between header and footer.
func (s *screen) bodyHeight() int { return s.height - len(s.header()) - len(s.footer()) }

// fits reports whether the choices can be shown in full.
func (s *screen) fits(extra []string) bool {
	under := len(s.above()) + len(s.wrapped(extra)) + len(s.messageLines())
	return len(s.question())+len(s.choices(true))+under+1 <= s.bodyHeight()+s.spare
}
