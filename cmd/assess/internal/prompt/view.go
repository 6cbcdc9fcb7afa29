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
	s.squeeze = s.squeezed()
	head, foot := s.header(), s.footer()
	height := max(1, s.height-len(head)-len(foot))
	body := s.body()
	if len(body) > height {
		switch s.mode { // the cursor stays in sight
		case choosing:
			s.scroll = s.toCursor(body, height)
		case typing:
			s.scroll = len(body)
		}
		s.scroll = min(s.scroll, len(body)-height)
		hidden := len(body) - height - s.scroll
		body = slices.Clone(body[s.scroll : s.scroll+height])
		below := len(s.wrapped(s.under())) // the choices; the help has it, too
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

// toCursor is the first line to show of a body that is too long: the entry under the cursor is
// to be seen whole, else from its beginning.
func (s *screen) toCursor(body []string, height int) int {
	at := max(0, slices.IndexFunc(body, s.hasCursor))
	end := at + 1
	if s.squeeze.compact && s.cursor != leave {
		end = at + len(s.entry(s.cursor, " ", s.entries()[s.cursor].Text, true))
	}
	return min(at, max(0, at-height/2, end-height))
}

// header says where we are and that everything is saved.
func (s *screen) header() []string {
	if s.mode == finished || s.mode == opening {
		return []string{s.between(s.card.Progress, s.card.Saved), s.rule()}
	}
	if s.squeeze.tight {
		return []string{s.between(s.card.Heading, s.card.Place), s.rule()}
	}
	progress := s.card.Progress
	if s.card.Clock != nil {
		progress += "  " + s.card.Clock()
	}
	return []string{s.between(s.card.Heading, s.card.Place), s.between(progress, s.card.Saved), s.rule()}
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
	if s.mode == choosing {
		for _, item := range strings.Split(s.flow.Words().Say("keys.rest"), " · ") {
			if !strings.Contains(s.card.Idle, item[:1]) {
				items = append(items, item)
			}
		}
	}
	if s.card.Next != "" && (s.mode == choosing || s.mode == finished) {
		items = append(items, "t "+s.card.Next)
	}
	if s.squeeze.titled && s.mode == choosing { // the way to all that is not shown
		items = append([]string{strings.Split(s.flow.Words().Say("keys.rest"), " · ")[0]}, items...)
	}
	lines := packed(items, s.width)
	most := max(1, s.height/8)
	if s.squeeze.short {
		most = 1
	}
	return append(append(s.status(), s.rule()), lines[:min(len(lines), most)]...)
}

// keysShown is the message of the keys that mean something now.
func (s *screen) keysShown() string {
	switch {
	case s.mode == typing && s.asking == Type && s.card.Free:
		return "keys.line"
	case s.mode == typing && s.manyLines():
		return "keys.lines"
	case s.mode != choosing:
		return map[mode]string{
			typing: "keys.text", helping: "keys.help", viewing: "keys.overview", agreeing: "keys.agree",
			finished: "keys.end", opening: "keys.opening",
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
		return append(s.wrapped(s.card.Summary), s.messageLines()...)
	case opening:
		return s.wrapped(s.card.Opening)
	case helping:
		return s.helpLines()
	case viewing:
		return s.overviewLines()
	case agreeing:
		return s.wrapped(append([]string{s.flow.Words().Say("agree"), ""}, s.card.Agreeable...))
	case typing:
		above := s.cardLines()
		switch {
		case s.asking == Area:
			above = append(s.overviewLines(), append([]string{""}, s.messageLines()...)...)
		case s.asking == Type:
			above = slices.Concat(s.question(), s.wrapped(s.under()), s.messageLines())
		case s.card.Done:
			above = append(s.wrapped(s.card.Summary), s.messageLines()...)
		}
		return append(above, s.formLines()...)
	}
	return s.cardLines()
}

// formLines are what is typed, below what it is for.
func (s *screen) formLines() []string {
	if s.mode != typing {
		return nil
	}
	form := strings.Split(strings.TrimRight(s.form.View(), "\n"), "\n")
	return append(s.wrapped([]string{s.label()}), form...)
}

func (s *screen) wrapped(lines []string) []string {
	var out []string
	for _, l := range lines {
		out = append(out, cells.Wrap(l, s.width)...)
	}
	return out
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

// choices are the entries of the list; where they are a line each, the one under the cursor in
// full. The cursor and the recorded choice have marks of their own, so that nothing
// is told by colour alone.
func (s *screen) choices() []string {
	compact := s.squeeze.compact
	out := s.entry(leave, " ", s.flow.Words().Say("leave"), !compact)
	widest := 1
	for _, c := range s.card.Choices {
		widest = max(widest, len(keyOf(s.card, c)))
	}
	for i, c := range s.entries() {
		mark := fmt.Sprintf("%*s", widest, keyOf(s.card, c))
		out = append(out, s.entry(i, mark, c.Text, !compact || i == s.cursor)...)
	}
	if s.tellsHow() {
		out = append(out, cells.Wrap(s.flow.Words().Say("one"), s.width)...)
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
	for _, l := range s.card.Around {
		out = append(append(out, cells.Wrap(l, s.width)...), "")
	}
	for _, l := range strings.Split(s.flow.Words().Say("screen.keys"), "\n") {
		key, meaning, _ := strings.Cut(l, "\t")
		out = append(out, hanging(key+strings.Repeat(" ", max(1, 6-cells.Width(key))), meaning, s.width)...)
	}
	out = append(out, "")
	for _, l := range strings.Split(s.flow.Words().Say("screen.help"), "\n") {
		out = append(out, cells.Wrap(l, s.width)...)
	}
	return out
}

// bodyHeight is how many lines the card has between header and footer.
func (s *screen) bodyHeight() int { return s.height - len(s.header()) - len(s.footer()) }
