package words

import "testing"

func TestMarkdown(t *testing.T) {
	t.Parallel()
	tests := [][2]string{
		{"a plain-text (with) dots. R&D, 5 > 3", "a plain-text (with) dots. R&D, 5 > 3"},
		{"snake_case _emphasis_", `snake_case \_emphasis\_`},
		{"a|b `c` *d* [e](f)", "a\\|b \\`c\\` \\*d\\* \\[e\\](f)"},
		{"<script>", "&lt;script>"},
		{"&lt; &#60; &", `\&lt; \&#60; &`},
		{"# h", `\# h`},
		{"#1 of 3", `\#1 of 3`},
		{"C# and C#", `C# and C\#`},
		{"- item", `\- item`},
		{"-5 %", "-5 %"},
		{"---", `\---`},
		{"1. first", `1\. first`},
		{"1.5 times", "1.5 times"},
		{"2) second", `2\) second`},
		{"a) x", `a\) x`},
		{"b. x", `b\. x`},
		{"A.  x", `A\.  x`},
		{"A. Smith", "A. Smith"},
		{"A.", `A\.`},
		{"(1) x", `\(1) x`},
		{"(a)", `\(a)`},
		{"(iv) x", `\(iv) x`},
		{"ii. x", `ii\. x`},
		{"XIV) x", `XIV\) x`},
		{"#. x", `\#. x`},
		{"(#) x", `\(#) x`},
		{"(@) x", `(\@) x`},
		{"(a)x, a.m. and (as said) x", "(a)x, a.m. and (as said) x"},
		{"(as said) x", "(as said) x"},
		{"i.e. x", "i.e. x"},
		{"e.g. x", "e.g. x"},
		{"> quote", `\> quote`},
		{"=== ", `\=== `},
		{"see https://a.b and www.c.d, me@e.f", `see https\://a.b and www\.c.d, me\@e.f`},
		{`back\slash`, `back\\slash`},
		{"~~no~~ $x$ x^2^ {.c}", `\~\~no\~\~ \$x\$ x\^2\^ \{.c}`},
		{"版本_一_ 与 <标题>", "版本_一\\_ 与 &lt;标题>"},
	}
	for _, tt := range tests {
		if got := Markdown(tt[0]); got != tt[1] {
			t.Errorf("Markdown(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}

func TestClean(t *testing.T) {
	t.Parallel()
	tests := [][2]string{
		{" a\r\nb\n\n c ", "a / b / c"},
		{"a\u202eb\u2066c\ufeff", "abc"},
		{"\x1b[31m\x00", "\uFFFD[31m\uFFFD"},
		{"\xff", "\uFFFD"},
		{"\u202e", "\uFFFD"},
		{"\u3000全\u3000", "全"},
		{"a\u2028b\tc", "a / b c"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := clean(tt[0], " / "); got != tt[1] {
			t.Errorf("clean(%q) = %q, want %q", tt[0], got, tt[1])
		}
	}
}
