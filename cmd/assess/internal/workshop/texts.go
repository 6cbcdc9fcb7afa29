package workshop

import (
	"embed"
	"strconv"

	"bankmaturity/assess/message"
	"bankmaturity/cmd/assess/internal/prompt"
)

// messages are the package's own texts, one file per language.
//
//go:embed messages/*.json
var messages embed.FS

// texts are what an interview says, in one language.
type texts struct {
	words *message.Catalogue // of this package
	keys  *message.Catalogue // of the prompt
}

func textsIn(language string) (t texts, err error) {
	if t.words, err = message.Load(messages, language); err != nil {
		return t, err
	}
	t.keys, err = message.Load(prompt.Messages, language)
	return t, err
}

// number prints an option's value as it is written in files.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
