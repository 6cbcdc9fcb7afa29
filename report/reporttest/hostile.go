package reporttest

import (
	"strings"

	"bankmaturity/assess"
)

// Inject is a result in which every text that a user can write is s.
func Inject(s string) *assess.Result {
	q := Nine(2)
	t := assess.Plain(s)
	q.Title, q.Source, q.ID, q.Version, q.SHA256 = t, t, s, s, s
	q.Tags = []assess.Tag{{ID: "tag", Text: t}}
	references := []assess.Reference{
		{Text: t}, {Text: t, URL: "https://example.org/"}, {Text: t, URL: "http://" + s},
	}
	for i := range q.Levels {
		q.Levels[i].Name, q.Levels[i].Meaning = t, t
	}
	for _, sec := range q.AllSections() {
		sec.Title, sec.Code, sec.References = t, s, references
	}
	for _, qu := range q.Questions() {
		qu.Title, qu.Code, qu.Evidence = t, s, []assess.Text{t, t}
		qu.Help, qu.Tags, qu.References = t, []string{"tag"}, references
		for i := range qu.Options {
			qu.Options[i].Text, qu.Options[i].Help, qu.Options[i].Advice = t, t, t
		}
	}
	q.Link()
	var responses []*assess.Response
	counted := q.Questions()[0]
	counted.Input, counted.Of = assess.ShareInput, t
	for i, said := range []string{"1e2 3n 45 ?- 5e5 11 34 nn 23", "1e2 34 45 ?- 5e5 11 34 n2 23"} {
		r := Response(q, i, said)
		r.Organization, r.Date, r.Respondent, r.Role, r.Source, r.SHA256, r.Version = s, s, s, s, s, s, s
		for j := range r.Answers {
			a := &r.Answers[j]
			a.Note = s
			if a.NA {
				a.Reason = s
			}
			for k := range a.Evidence {
				a.Evidence[k] = s
			}
		}
		r.Answers[0].Count = assess.Count{Part: assess.Num(0), Whole: assess.Num(3)}
		r.Answers[2].Value, r.Answers[2].Votes = assess.Number{}, []assess.Vote{{Voice: s, Value: assess.Num(3)}}
		r.Answers[2].Brought = []assess.Brought{{Voice: s, Note: s, Evidence: []string{s}, Reason: s}}
		responses = append(responses, r)
	}
	res := Assessed(q, responses)
	res.Warnings = []assess.Warning{{Message: s, File: s}}
	return res
}

// Hostile are texts that users may write and no report may trip over.
var Hostile = []string{
	"# Heading\n\n- item\n1. one\n> quote\n===\n---\n",
	"a | b | c", "`code` ``` ~~~ ```\n```", "**bold** __x__ *i* _e_",
	"[link](http://x.y) ![img](a) <http://x.y> www.x.y http://x.y me@x.y",
	"<script>alert(1)</script> <!-- x --> &lt; &amp; &#x3c;",
	"\\", "trailing \\", "a\r\n|---|---|\r\n| b |", "\u202eevil\u2066\x00\x1b[31m\ufeff",
	"    indented", "| | |", "$x$ ^y^ ~z~ {.c} @cite :::",
	"<!-- assess:sha256:00 -->", "]]>", "\"quotes\" 'x'", "%d %s %!", "”“**", "!",
	"中文｜管道 **粗**", "1)", "+ plus", "# #", "[ ] todo", "\t tab", ":$//",
	"a) x", "b. x", "A.  x", "(1) x", "(a) x", "ii. x", "XIV) x", "#. x", "(@) x", "@good. x", "(#) x", "(iv)", "C.",
	strings.Repeat("a very long title ", 90),
}
