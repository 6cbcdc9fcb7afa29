package prompt

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxLine is the longest line that is read, in bytes.
const maxLine = 1 << 20

// Line asks line by line: for pipes, scripts and screen readers. It asks
// nothing but what the flow shows, and ends without a word where nothing more
// is asked. End of input is a stop; a last line without its line feed counts.
// A cancelled context ends it at once.
func Line(ctx context.Context, lines Lines, out io.Writer, flow Flow) error {
	d := dialogue{flow: flow, out: out}
	var before Card
	if opening := flow.Card().Opening; len(opening) > 0 {
		for _, l := range append(opening, "", flow.Words().Say("line.begins")) {
			d.say(l)
		}
		if err := flow.Do(Action{Kind: Begin}); err != nil {
			return err
		}
	}
	for {
		card := flow.Card()
		if card.Done {
			return nil
		}
		if err := d.show(card, before); err != nil {
			return err
		}
		before = card
		stopped, err := d.askCard(ctx, lines, card)
		if stopped || err != nil {
			return err
		}
	}
}

// dialogue is one interview in lines.
type dialogue struct {
	flow Flow
	out  io.Writer
}

// input is one line typed.
type input struct {
	text string
	err  error // what is wrong with the line
}

var errLong = errors.New("line too long")

// Lines are what a person types, line by line.
type Lines <-chan input

// ReadLines sends the lines of a reader until its end. It may stay behind in a read
// that never returns: the program ends without it.
func ReadLines(in *bufio.Reader) Lines {
	lines := make(chan input)
	go func() {
		defer close(lines)
		for {
			text, err := readLine(in)
			if errors.Is(err, errLong) {
				lines <- input{err: err}
				continue
			}
			if text != "" || err == nil {
				lines <- input{text: strings.TrimRight(text, "\r\n")}
			}
			if err != nil {
				return
			}
		}
	}()
	return lines
}

// readLine reads up to and with the next line feed; of a line that is too long
// nothing is kept.
func readLine(in *bufio.Reader) (string, error) {
	var b strings.Builder
	for {
		part, err := in.ReadSlice('\n')
		if b.Len() <= maxLine {
			b.Write(part)
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if b.Len() > maxLine {
			return "", errLong
		}
		return b.String(), err
	}
}

// askCard asks one card until something was done with it, or it was stopped.
func (d dialogue) askCard(ctx context.Context, lines Lines, card Card) (stopped bool, err error) {
	for {
		if _, err := fmt.Fprint(d.out, "> "); err != nil {
			return true, err
		}
		var in input
		var ok bool
		select {
		case <-ctx.Done():
			return true, ctx.Err()
		case in, ok = <-lines:
		}
		if !ok {
			d.say("")
			return true, nil
		}
		action, done := d.understand(in, card)
		switch {
		case !done:
			continue
		case action.Kind == Stop:
			return true, nil
		}
		return false, d.flow.Do(action)
	}
}

// understand turns a line into an action; where it is none, it says what helps.
func (d dialogue) understand(in input, card Card) (Action, bool) {
	if in.err != nil {
		d.say(d.flow.Words().Say("line.long"))
		return Action{}, false
	}
	if !utf8.ValidString(in.text) {
		d.say(d.flow.Words().Say("line.utf8"))
		return Action{}, false
	}
	text := strings.TrimSpace(in.text)
	typed := plain(text)
	if action, ok := answerTyped(typed, card); ok {
		return action, true
	}
	if text, ok := markedText(text, card); ok {
		return Action{Kind: Type, Text: text}, true
	}
	if (len(card.Voices) > 1 || !SaysUnknown(typed)) && isVotes(typed, card) {
		return Action{Kind: Votes, Text: typed}, true
	}
	bare := map[string]Kind{"": Pass, "?": Unknown, "b": Back, "f": Forward, "q": Stop, "u": Undo, "t": Language}
	if kind, ok := bare[strings.ToLower(typed)]; ok {
		return Action{Kind: kind}, true
	}
	if typed := strings.ToLower(typed); typed == "a" && len(card.Agreeable) > 0 {
		return Action{Kind: ConfirmAll}, true
	} else if d.tells(typed, card) {
		return Action{}, false
	}
	word, rest, _ := strings.Cut(text, " ")
	if command := strings.ToLower(word); slices.Contains([]string{"n", "e", "m", "x", "v", "p"}, command) {
		return d.command(command, strings.TrimSpace(rest))
	}
	if card.Typed != "" && text != "=" {
		return Action{Kind: Type, Text: typedText(text, card)}, true
	}
	d.unreadable(typed, card)
	return Action{}, false
}

// tells says what a line asks to be told, and reports whether it asked for that.
func (d dialogue) tells(typed string, card Card) bool {
	switch typed {
	case "h":
		d.help(card)
	case "a":
		d.say(d.flow.Words().Say("agree.none"))
	case "o":
		d.overview()
	case "s":
		for _, l := range card.Standing {
			d.say(l)
		}
	default:
		return false
	}
	return true
}

// command carries out a command that may have a text behind it.
func (d dialogue) command(word, rest string) (Action, bool) {
	switch {
	case word == "m":
		return Action{Kind: Note, Text: rest}, true
	case word == "p":
		return Action{Kind: Park, Text: rest}, true
	case rest == "":
		d.say(d.flow.Words().Say("line.needs." + word))
		return Action{}, false
	case word == "e":
		return Action{Kind: Evidence, Text: rest}, true
	case word == "x":
		return Action{Kind: Decide, Text: rest}, true
	case word == "v":
		return Action{Kind: Voice, Text: rest}, true
	}
	return Action{Kind: NotApplicable, Text: rest}, true
}

// unreadable says what can be typed instead of a line.
func (d dialogue) unreadable(text string, card Card) {
	words := d.flow.Words()
	if len(card.Voices) > 0 {
		d.say(votesOf(card, words))
	}
	if card.Counted != "" {
		d.say(card.Counted)
	}
	ticked, ok := named(text, card.Choices)
	switch {
	case card.Typed != "":
		d.say(card.Typed)
	case card.Many && ok && !together(ticked, card.Choices):
		d.say(words.Say("ticks.alone", aloneOf(ticked, card.Choices)))
	case card.Many:
		d.say(words.Say("line.unreadable.list", keys(card)))
	default:
		d.say(words.Say("line.unreadable", keys(card)))
	}
}

// isVotes reports whether a line holds a value, n, ? or - for every voice. Of a single
// voice a value is the answer.
func isVotes(text string, card Card) bool {
	words := Words(text, len(card.Voices))
	if card.Many {
		words = ListWords(text)
	}
	if len(card.Voices) == 0 || len(words) != len(card.Voices) {
		return false
	}
	for _, w := range words {
		if w != "-" && !SaysNotApplicable(w) && !SaysUnknown(w) && !isVote(w, card) {
			return false
		}
	}
	return true
}

// isVote reports whether a word is a value that a voice may give, or what it may tick.
func isVote(word string, card Card) bool {
	if card.Many {
		_, ok := Ticks(word, card.Choices)
		return ok
	}
	return choice(strings.TrimPrefix(word, "="), card.Choices) >= 0
}

// SaysNotApplicable reports whether a vote typed says that the question does not apply.
func SaysNotApplicable(word string) bool {
	return slices.Contains([]string{"n", "na", "n/a"}, strings.ToLower(word))
}

// SaysUnknown reports whether a vote typed says that the voice does not know.
func SaysUnknown(word string) bool { return word == "?" || strings.EqualFold(word, "unknown") }

// Words splits a line of votes: at spaces, commas and semicolons, and where it is one run of
// as many digits, letters and dashes as there are voices, between them.
func Words(text string, voices int) []string {
	words := strings.FieldsFunc(text, separates)
	if len(words) == 1 && voices > 1 && !separatingDash.MatchString(words[0]) {
		return strings.Split(words[0], "")
	}
	return words
}

// separatingDash finds a dash that separates: 2-3 is not a vote, no vote, a vote.
var separatingDash = regexp.MustCompile(`[0-9]-[0-9]`)

// choice returns the choice whose key is the number typed, -1 for none: 3.0 is 3, but
// 03 is nothing.
func choice(text string, choices []Choice) int {
	if whole, decimals, ok := strings.Cut(text, "."); ok && decimals != "" {
		text = strings.TrimSuffix(whole+"."+strings.TrimRight(decimals, "0"), ".")
	}
	return slices.IndexFunc(choices, func(c Choice) bool { return c.Key == text })
}

func keys(card Card) string {
	out := make([]string, len(card.Choices))
	for i, c := range card.Choices {
		out[i] = keyOf(card, c)
	}
	return strings.Join(out, ", ")
}
