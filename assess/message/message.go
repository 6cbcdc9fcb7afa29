// Package message holds what a program says to a person: catalogues of texts by
// key, one file per language, with the placeholders of package fmt.
package message

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"sync"
)

// Fallback is the language of a catalogue that has every key.
const Fallback = "en"

// A Catalogue is the texts of one language.
type Catalogue struct {
	Language string
	texts    map[string]string
}

// Load reads messages/LANGUAGE.json, a flat object of key to text. A language
// without a file gives the fallback.
func Load(files fs.FS, language string) (*Catalogue, error) {
	data, err := fs.ReadFile(files, "messages/"+language+".json")
	if err != nil {
		if language == Fallback {
			return nil, fmt.Errorf("read messages: %w", err)
		}
		return Load(files, Fallback)
	}
	c := &Catalogue{Language: language}
	if err := json.Unmarshal(data, &c.texts); err != nil {
		return nil, fmt.Errorf("read messages %s: %w", language, err)
	}
	return c, nil
}

// A Shelf holds the catalogues of some files, each read once, by whoever asks first. Many may
// ask at a time.
type Shelf struct {
	files fs.FS
	read  sync.Map // of *Catalogue, by language
}

// NewShelf returns a shelf on which nothing has been read.
func NewShelf(files fs.FS) *Shelf { return &Shelf{files: files} }

// Catalogue returns what Load does.
func (s *Shelf) Catalogue(language string) (*Catalogue, error) {
	if c, ok := s.read.Load(language); ok {
		return c.(*Catalogue), nil
	}
	c, err := Load(s.files, language)
	if err == nil {
		s.read.Store(language, c)
	}
	return c, err
}

// Say returns the text of a key with its placeholders filled in. A key without
// a text says so: a test over every key keeps that from a reader's eyes.
func (c *Catalogue) Say(key string, args ...any) string {
	text, ok := c.texts[key]
	if !ok {
		return "[" + key + "]"
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(text, args...)
}

// Keys returns the texts by key, for tests that compare languages.
func (c *Catalogue) Keys() map[string]string { return c.texts }

// Native is what the speakers of a language call it, or its tag where that is not known.
func Native(language string) string {
	return cmp.Or(map[string]string{"en": "English", "zh": "中文"}[language], language)
}
