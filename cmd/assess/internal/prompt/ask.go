package prompt

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"bankmaturity/assess/message"

	"github.com/charmbracelet/huh"
)

// ErrNoAnswer says that a person left a question without an answer.
var ErrNoAnswer = errors.New("nothing was answered")

// Ask asks for one text on a terminal.
func Ask(ctx context.Context, in io.Reader, out io.Writer, label string) (string, error) {
	var text string
	if err := run(ctx, in, out, huh.NewInput().Title(label).Value(&text)); err != nil {
		return "", err
	}
	return text, nil
}

// Confirm asks yes or no on a terminal. What yes says is hovered first.
func Confirm(
	ctx context.Context, in io.Reader, out io.Writer, words *message.Catalogue, question string, yes bool,
) (bool, error) {
	field := huh.NewConfirm().Title(question).Affirmative(words.Say("yes")).Negative(words.Say("no")).Value(&yes)
	if err := run(ctx, in, out, field); err != nil {
		return false, err
	}
	return yes, nil
}

// AskLine asks for one text in a line. The end of input is no answer.
func AskLine(ctx context.Context, lines Lines, out io.Writer, label string) (string, error) {
	if _, err := fmt.Fprintf(out, "%s\n> ", label); err != nil {
		return "", err
	}
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case in, ok := <-lines:
		if !ok || in.err != nil {
			return "", ErrNoAnswer
		}
		return strings.TrimSpace(in.text), nil
	}
}

// ConfirmLine asks yes or no in a line, until it is one of both; an empty line is what is expected.
func ConfirmLine(
	ctx context.Context, lines Lines, out io.Writer, words *message.Catalogue, question string, expected bool,
) (bool, error) {
	yes, no := words.Say("yes"), words.Say("no")
	if expected {
		question = words.Say("confirm", question, yes, no, yes)
	} else {
		question = words.Say("confirm", question, yes, no, no)
	}
	for {
		said, err := AskLine(ctx, lines, out, question)
		switch {
		case err != nil:
			return false, err
		case said == "":
			return expected, nil
		case strings.EqualFold(said, "y"), strings.EqualFold(said, yes):
			return true, nil
		case strings.EqualFold(said, "n"), strings.EqualFold(said, no):
			return false, nil
		}
	}
}

// run asks one field; only a completed form has an answer.
func run(ctx context.Context, in io.Reader, out io.Writer, field huh.Field) error {
	form := huh.NewForm(huh.NewGroup(field)).WithShowHelp(false).WithTheme(huh.ThemeBase16()).
		WithInput(in).WithOutput(out)
	err := form.RunWithContext(ctx)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, huh.ErrUserAborted), err == nil && form.State != huh.StateCompleted:
		return ErrNoAnswer
	}
	return err
}
