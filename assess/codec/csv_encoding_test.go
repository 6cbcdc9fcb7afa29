package codec

import (
	"slices"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func TestDecodedTables(t *testing.T) {
	t.Parallel()
	const chinese = "questionnaire,organization\nbank-digital,港湾城市银行（分行）\n"
	const german = "questionnaire,organization\nbank-digital,Bank für Gemeinwirtschaft – Zürich €\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(chinese)
	if err != nil {
		t.Fatal(err)
	}
	ansi, err := charmap.Windows1252.NewEncoder().String(german)
	if err != nil {
		t.Fatal(err)
	}
	little, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(chinese)
	big, _ := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(german)
	for _, c := range []struct {
		name, data, text string
		from             charset
	}{
		{"UTF-8", chinese, chinese, utf8Text},
		{"UTF-8 with a mark", "\ufeff" + german, german, utf8Text},
		{"UTF-16 LE", little, chinese, utf16Text},
		{"UTF-16 BE", big, german, utf16Text},
		{"GB18030", gb, chinese, gb18030},
		{"Windows-1252", ansi, german, windows1252},
		{"one word of Windows-1252", "f\xfcr", "für", windows1252},
		{"a character cut at the end", "\xc3", "Ã", windows1252},
	} {
		text, from := decoded([]byte(c.data))
		if string(text) != c.text || from != c.from {
			t.Errorf("%s: %q as %s", c.name, text, from)
		}
		var g guesser // however the bytes come, the verdict is the same
		for i := range len(c.data) {
			_, _ = g.Write([]byte{c.data[i]})
		}
		if len(c.data) > 1 && c.from != utf16Text && g.charset() != c.from {
			t.Errorf("%s, byte by byte: %s", c.name, g.charset())
		}
	}
}

func TestDaysOfACell(t *testing.T) {
	t.Parallel()
	for cell, want := range map[string][]string{
		"2026-11-01": {"2026-11-01"}, "2026/1/5": {"2026-01-05"}, "2026年1月5日": {"2026-01-05"}, "2026.01.05": {"2026-01-05"},
		"2026-01-05 00:00:00": {"2026-01-05"}, "2026-01-05T09:30:00Z": {"2026-01-05"}, "2026/1/5 9:30": {"2026-01-05"},
		"05/06/2026": {"2026-05-06", "2026-06-05"}, "5.5.2026": {"2026-05-05"}, "31/12/2026": {"2026-12-31"}, "12/31/2026": {"2026-12-31"},
		"31/31/2026": nil, "2026-02-30": nil, "1/5/26": nil, "yesterday": nil, "46000": nil, "": nil,
	} {
		if got := ParseDay(cell); !slices.Equal(got, want) {
			t.Errorf("%q: %v", cell, got)
		}
	}
}
