package codec

import "testing"

func TestPlace(t *testing.T) {
	t.Parallel()
	for path, want := range map[string]string{
		"":                                 "",
		"date":                             "date",
		"Zoe":                              "*",
		"answers.who":                      "answers.*",
		"answers.date.note":                "answers.*.note",
		"answers.who.votes.Zoe":            "answers.*.votes.*",
		"answers.who.votes.note":           "answers.*.votes.*",
		"answers.who.brought.Zoe.evidence": "answers.*.brought.*.evidence",
		"answers.who.evidence[3]":          "answers.*.evidence[*]",
		"answers.who[0]":                   "answers.*[*]",
		"answers.who.Zoe":                  "answers.*.*",
		"answers.who.votes.A. Zoe":         "answers.*.votes.*.*",
		"answers.a.b.c.d.e.f.g":            "answers.*.*.*.*",
		`answers.who.votes.""`:             "answers.*.votes.*",
		"answers.who.votes.Zoe [2]":        "answers.*.votes.*[*]",
		"actions[1].due":                   "actions[*].due",
		"participants[1].Zoe":              "participants[*].*",
		"respondent.name":                  "respondent.name",
		"targets.Zoe":                      "targets.*",
		"answers.[2]":                      "answers.*[*]",
	} {
		if got := Place(path); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
}
