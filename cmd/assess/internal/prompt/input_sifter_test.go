package prompt

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"
)

// sifted feeds a text in pieces of a size.
func sifted(text string, size int) string {
	var s sifter
	var out []byte
	for from := 0; from < len(text); from += size {
		out = s.sift(out, []byte(text[from:min(from+size, len(text))]))
	}
	return string(s.escape(out))
}

func TestSifterKnowsKeysFromReplies(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"23435":                              "23435",
		"银行，3":                               "银行，3",
		"\x1b[5~\x1b[1~\x1b[15~\x1b[1;5C":    "\x1b[5~\x1b[1~\x1b[15~\x1b[1;5C",
		"\x1bOP\x1b[[A":                      "\x1bOP\x1b[[A",
		"\x1b":                               "\x1b",
		"\x1b\x1b[A":                         "\x1b[A",
		"\x1b5":                              "\x1b5",
		"1\x1b]11;rgb:1111/2222/3333\x1b\\2": "12",
		"1\x1b]11;rgb:ffff/ffff/ffff\x072":   "12",
		"\x1bP1+r544e=787465726d\x1b\\3":     "3",
		"\x1b_G1;3OK\x1b\\\x1b^2\x1b\\\x1bX1\x1b\\": "",
		"\u009d11;rgb:1/2/3\u009c":                  "\u009c",
		"\x9d11;rgb:1/2/3\x9c3":                     "3",
		"\x1b[M 55\x1b[<0;3;4M":                     "",
		"\x1b/Z":                                    "",
		"\x1b]11;rgb:11\x1b[5~":                     "\x1b[5~",
		"\x1b[2" + strings.Repeat("3", 100) + "~4":  "4",
		"\xe9\x933":                                 "3",
	} {
		if strings.HasSuffix(want, "\u009c") { // ST of eight bits ends the string
			want = ""
		}
		for size := 1; size <= len(text); size++ {
			if got := sifted(text, size); got != want {
				t.Errorf("%q in pieces of %d: %q, want %q", text, size, got, want)
			}
		}
	}
}

// FuzzSifter holds it to three laws: cuts change nothing; what comes out is whole, so that
// it comes out of a second one as it is; and nothing inside of a string comes out.
func FuzzSifter(f *testing.F) {
	for _, s := range []string{"3\x1b]11;rgb:1/2/3\x1b\\", "\x1b[5~", "\x1bP1\x1b\\", "银行", "\x1b[M123", "\x1b[[A", "\x9b5~", "\u009b5~", "\x1b\x1b\x1b"} {
		f.Add(s, 2)
	}
	f.Fuzz(func(t *testing.T, text string, size int) {
		whole := sifted(text, len(text)+1)
		if cut := sifted(text, 1+max(size, -size)%7); cut != whole {
			t.Errorf("%q cut: %q, whole %q", text, cut, whole)
		}
		if again := sifted(whole, len(whole)+1); again != whole {
			t.Errorf("%q gives %q, and that %q", text, whole, again)
		}
		inside := strings.Map(func(r rune) rune {
			if r < 0x20 || r >= 0x7f && r < 0xa0 || r == utf8.RuneError {
				return -1
			}
			return r
		}, text)
		for _, opening := range []string{"\x1b]", "\x1bP", "\x1b_", "\x1b^", "\x1bX"} {
			if got := sifted(opening+inside+"\x1b\\", 1+max(size, -size)%7); got != "" {
				t.Errorf("%q lets %q through", opening+inside, got)
			}
		}
	})
}

func TestReadersHandOnWholeCharacters(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("一个汉字不能丢", 100)
	var got bytes.Buffer
	r := fromTerminal(strings.NewReader(text), nil)
	p := make([]byte, 256)
	for {
		n, err := r.Read(p)
		if !utf8.Valid(p[:n]) || n == len(p) {
			t.Fatalf("%q", p[:n])
		}
		got.Write(p[:n])
		if err != nil {
			break
		}
	}
	if got.String() != text {
		t.Errorf("%d of %d bytes", got.Len(), len(text))
	}
}
