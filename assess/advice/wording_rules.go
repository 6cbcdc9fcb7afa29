package advice

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// rules are those of one language.
type rules struct {
	most   int // length of an anchor, in units
	unit   string
	length func(string) int
	vague  *regexp.Regexp // words that nobody can observe
	joins  *regexp.Regexp // words that join two behaviours
	single *regexp.Regexp // the opening of level 2
	whole  *regexp.Regexp // that level 3 holds everywhere
	number *regexp.Regexp // what level 4 counts
	period *regexp.Regexp // how often level 4 reports

	recent  *regexp.Regexp // when level 5 changed something
	because *regexp.Regexp // why it did

	singleHint, wholeHint, periodHint, recentHint, becauseHint string
}

// rulesByLanguage returns the rules of each language, compiled on first use: most commands
// never look at wording.
var rulesByLanguage = sync.OnceValue(func() map[string]rules {
	return map[string]rules{"en": english(), "zh": chinese()}
})

func english() rules {
	return rules{
		most: 24, unit: "words",
		length: func(s string) int { return len(strings.Fields(s)) },
		vague: regexp.MustCompile(`(?i)\b((appropriate|effective|comprehensive|strong|sufficient|adequate|` +
			`significant|robust|efficient|proper|continuous|systematic|optimal)(ly)?|` +
			`systematically|advanced|good|well|mature|regularly|often|some|many|` +
			`several|mostly|largely|fully|partially|best|timely)\b`),
		joins:  regexp.MustCompile(`(?i)\band\b`),
		single: regexp.MustCompile(`^At least one `),
		number: regexp.MustCompile(`(?i)\b(share|shares|rate|rates|ratio|number|count|score|scores|days|` +
			`hours|time|median|average|income|cost|costs|accuracy|availability|` +
			`benefit|indicator|index|percentage|margin|profit|gap|volume)\b`),
		period: regexp.MustCompile(`(?i)\b(daily|weekly|monthly|quarterly|yearly|annually|(once|twice|` +
			`times) a (day|week|month|quarter|year))\b`),
		whole:      regexp.MustCompile(`(?i)\b(every|each|all)\b`),
		recent:     regexp.MustCompile(`(?i)\blast 12 months\b`),
		because:    regexp.MustCompile(`(?i)\bbecause of\b`),
		singleHint: "open with: At least one …",
		wholeHint:  "say for what: One written …, with a named owner, … every …",
		periodHint: "say how often: at least monthly, quarterly, twice a year, yearly",

		recentHint:  "say: … was changed in the last 12 months because of …",
		becauseHint: "name the figure of level 4: … because of the reported …",
	}
}

func chinese() rules {
	return rules{
		most: 45, unit: "characters",
		length: characters,
		vague:  regexp.MustCompile(`完善|良好|较强|充分|有效|先进|全面|初步|一定|逐步|基本|高效|积极|显著|不断`),
		joins:  regexp.MustCompile(`以及|并且`),
		single: regexp.MustCompile(`^至少有?(1|一)`),
		number: regexp.MustCompile(`占比|比例|比率|率|数量|次数|天数|个数|人数|笔数|` +
			`得分|评分|分数|指标|中位数|时长|用时|时间|金额|` +
			`收入|成本|收益|数值|比值|条数|值`),
		period:     regexp.MustCompile(`每(年|半年|季度|季|月|周|日|天)`),
		whole:      regexp.MustCompile(`每|所有|全部|各`),
		recent:     regexp.MustCompile(`近12个月|过去12个月`),
		because:    regexp.MustCompile(`因|根据`),
		singleHint: "以“至少有1个……”开头",
		wholeHint:  "写明适用于什么：全行统一的书面……（有明确责任人）……每个……",
		periodHint: "写明频次：每月、每季度、每半年、每年",

		recentHint:  "写明：近12个月内根据所报告的……，修改了……",
		becauseHint: "写明第4级的数字：根据所报告的……",
	}
}

// characters counts as a Chinese reader does: each character, a run of Latin
// letters or digits as one.
func characters(s string) int {
	n, run := 0, false
	for _, r := range s {
		latin := r < unicode.MaxLatin1 && (unicode.IsLetter(r) || unicode.IsDigit(r))
		if !(latin && run) && !unicode.IsSpace(r) {
			n++
		}
		run = latin
	}
	return n
}
