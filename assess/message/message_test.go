package message

import (
	"testing"
	"testing/fstest"
)

func TestLoad(t *testing.T) {
	t.Parallel()
	dir := fstest.MapFS{
		"messages/en.json": {Data: []byte(`{"hello": "Hello, %[1]s.", "share": "100 %"}`)},
		"messages/zh.json": {Data: []byte(`{"hello": "你好，%[1]s。"}`)},
		"messages/xx.json": {Data: []byte(`{`)},
	}
	for language, want := range map[string]string{"en": "Hello, Li.", "zh": "你好，Li。", "fr": "Hello, Li."} {
		c, err := Load(dir, language)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Say("hello", "Li"); got != want {
			t.Errorf("%s: %s", language, got)
		}
	}
	c, _ := Load(dir, "en")
	if got := c.Say("share"); got != "100 %" {
		t.Errorf("a text without placeholders became %s", got)
	}
	if got := c.Say("nothing"); got != "[nothing]" {
		t.Errorf("a missing text is %s", got)
	}
	if _, err := Load(dir, "xx"); err == nil {
		t.Error("a broken file was read")
	}
	if _, err := Load(fstest.MapFS{}, "en"); err == nil {
		t.Error("no file at all was read")
	}
}
