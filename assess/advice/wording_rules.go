package advice

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// rules are those of one language.
type rules struct {
	sentence int // from this length on, in units, an option is a sentence; "Yes" and "Partly" are none
	most     int // length of an anchor, in units
	unit     string
	length   func(string) int
	nouns    func(string) map[string]bool // what a text speaks of
	vague    *regexp.Regexp               // words that nobody can observe
	joins    *regexp.Regexp               // words that join two behaviours
	quantity *regexp.Regexp               // that says how much, or of how many

	quantityHint string
}

// rulesByLanguage returns the rules of each language, compiled on first use: most commands
// never look at wording.
var rulesByLanguage = sync.OnceValue(func() map[string]rules {
	return map[string]rules{"en": english(), "zh": chinese()}
})

func english() rules {
	return rules{
		sentence: 5, most: 24, unit: "words",
		length: func(s string) int { return len(strings.Fields(s)) },
		nouns:  words,
		vague: regexp.MustCompile(`(?i)\b((appropriate|effective|comprehensive|strong|sufficient|adequate|` +
			`significant|robust|efficient|proper|continuous|systematic|optimal)(ly)?|` +
			`systematically|advanced|good|well|mature|regularly|often|some|many|` +
			`several|(for|in|of) most|mostly|largely|fully|partially|best|timely)\b`),
		joins: regexp.MustCompile(`(?i)\band\b`),
		quantity: regexp.MustCompile(`(?i)\b(no|none|nobody|nothing|never|one|two|three|four|five|six|seven|` +
			`eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|half|third|` +
			`quarters?|all|any|every|each|both|only|fewer|less|more than|whenever|always)\b|[0-9]|%`),
		quantityHint: "say: at least one, at least half, at least nine in ten, within 30 days",
	}
}

func chinese() rules {
	return rules{
		sentence: 8, most: 45, unit: "characters",
		length: characters,
		nouns:  pairs,
		vague: regexp.MustCompile(`完善|良好|较强|充分|有效|先进|全面|初步|一定|逐步|基本|高效|积极|显著|不断|` +
			`部分|较多|许多|大多`),
		joins:        regexp.MustCompile(`以及|并且`),
		quantity:     regexp.MustCompile(`[0-9０-９一二三四五六七八九十两半无没未不]|每|所有|全部|各|均|都|任`),
		quantityHint: "写明：至少1个、至少一半、至少九成、30天内",
	}
}

// words returns the words of an English text that name something, by their first five
// letters, so that "customer" and "customers" are one.
func words(text string) map[string]bool {
	found := map[string]bool{}
	letters := func(r rune) bool { return !unicode.IsLetter(r) }
	for _, word := range strings.FieldsFunc(strings.ToLower(text), letters) {
		if len(word) >= 3 && !empty()[word] {
			found[word[:min(len(word), 5)]] = true
		}
	}
	return found
}

// empty returns the English words that name nothing.
var empty = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(`
		about after all and any are been before both did does each every for from half has have how
		into its least less made many more most much nine none not off one only other out over own
		per said same some such ten than that the their them then there they this those three two
		under until was were what when where which while who whom whose with within without would`) {
		set[word] = true
	}
	return set
})

// counting holds the pairs that say how much, and name nothing.
const counting = "至少 个月 没有 每个 所有 全部 一半"

// pairs returns every two neighbouring Chinese characters of a text: its words, and more.
func pairs(text string) map[string]bool {
	found := map[string]bool{}
	before := rune(0)
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			before = 0
			continue
		}
		pair := string([]rune{before, r})
		if before != 0 && !strings.Contains(counting, pair) {
			found[pair] = true
		}
		before = r
	}
	return found
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
