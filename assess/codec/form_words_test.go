package codec

import (
	"testing"

	"bankmaturity/assess/message/messagetest"
)

func TestSheetWords(t *testing.T) {
	t.Parallel()
	messagetest.Check(t, messages, "sheet.", "import.") // by lists of keys
}

// No two columns, and no two fields, go by one word in any language.
func TestSheetWordsDiffer(t *testing.T) {
	t.Parallel()
	words, err := knownSheetWords()
	if err != nil || len(words.spoken) < 2 {
		t.Fatal(err)
	}
	if want := len(words.spoken) * (mostColumns - 1); len(words.heads) != want {
		t.Errorf("%d words for columns, not %d", len(words.heads), want)
	}
	if want := len(words.spoken) * len(labelKeys); len(words.labels) != want {
		t.Errorf("%d words for fields, not %d", len(words.labels), want)
	}
}
