package words

import (
	"strconv"
	"unicode"
	"unicode/utf8"

	"bankmaturity/assess"
)

// Story tells the result in a few sentences: where the bank stands, what lifts it, where that
// is among peers, and whose view it is.
func (t *Teller) Story() string {
	s := assess.StoryOf(t.Result)
	said := ""
	add := func(sentence string) { said = t.Sentences(said, sentence) }
	add(t.standing(s.Where))
	add(t.lift(s.Lift))
	if s.Place != assess.NoPlace {
		add(t.Say("story.peers."+string(s.Place), strconv.Itoa(s.Peers)))
	}
	if s.View != assess.ManyViews {
		add(t.Say("story.view." + string(s.View)))
	}
	if t.Counts.Unagreed > 0 {
		return t.Say("story.votes", said)
	}
	return said
}

// Standing says where the bank stands, and the same without what stands apart.
func (t *Teller) Standing() (said, brief string) {
	s := assess.StoryOf(t.Result).Where
	said = t.standing(s)
	if s.Kind != assess.StandsMostly && s.Kind != assess.StandsWhole {
		return said, said
	}
	s.Behind, s.Ahead, s.Stage, s.Thin = nil, nil, 0, 0
	return said, t.standing(s)
}

// Lift says what lifts the bank; "" where nothing is to be said.
func (t *Teller) Lift() string { return t.lift(assess.StoryOf(t.Result).Lift) }

// standing says where the bank stands.
func (t *Teller) standing(s assess.Where) string {
	root := t.Result.Overall
	said, part := "", ""
	if s.Assessed != nil {
		said = t.Count("story.assessed", len(s.Assessed), t.InWords(len(s.Assessed), true), t.InWords(s.Of, false))
		part = ".part"
	}
	switch s.Kind {
	case assess.StandsOutside, assess.StandsNowhere:
		return t.Say("story." + string(s.Kind))
	case assess.StandsUncertain:
		return t.Say("story.insufficient", t.Coverage(root), t.Range(root))
	case assess.StandsOneSection:
		if len(root.Dimensions()) == 1 {
			said = t.Say("story.one.bank", t.AtLevel(s.Level))
		} else {
			said = t.Sentences(said, t.Say("story.one", t.NodeTitle(s.Behind[0]), t.AtLevel(s.Level)))
		}
	case assess.StandsBetween:
		if len(s.Behind) == 1 && len(s.Ahead) == 1 {
			low, high := t.NodeTitle(s.Behind[0]), t.NodeTitle(s.Ahead[0])
			said = t.Sentences(said, t.Say("story.both", low, t.AtLevel(s.Level), high, t.AtLevel(s.Top)))
			break
		}
		said = t.Sentences(said, t.Say("story.between"+part, t.AtLevel(s.Level), t.AtLevel(s.Top)))
		said = t.Sentences(said, t.lowest(s.Behind))
	default:
		said = t.Sentences(said, t.Say("story."+string(s.Kind)+part, t.AtLevel(s.Level)))
		said = t.Sentences(said, t.apart(s))
	}
	if s.Stage > 0 {
		said = t.Sentences(said, t.Say("story.stage", t.AtStage(s.Stage)))
	}
	if s.Thin > 0 {
		said = t.Sentences(said, t.Count("story.thin", s.Thin, t.InWords(s.Thin, true)))
	}
	return said
}

// mostNamed is how many dimensions a story names before it counts them.
const mostNamed = 2

// lowest names the dimensions at the lowest level.
func (t *Teller) lowest(nodes []*assess.Node) string {
	if len(nodes) > mostNamed {
		return t.Say("story.lowest.more", t.InWords(len(nodes), true))
	}
	return t.Count("story.lowest", len(nodes), t.Enumerate(t.Titles(nodes)))
}

// apart names the dimensions below the level of most, else those above it.
func (t *Teller) apart(s assess.Where) string {
	key, nodes := "story.behind", s.Behind
	if len(nodes) == 0 {
		key, nodes = "story.ahead", s.Ahead
	}
	levels := map[float64]bool{}
	for _, n := range nodes {
		levels[n.Level.Value()] = true
	}
	at := func(i int) string { return t.AtLevel(int(nodes[i].Level.Value())) }
	switch {
	case len(nodes) == 0:
		return ""
	case len(nodes) > mostNamed && key == "story.behind" && nodes[0].Level.Value() < nodes[1].Level.Value():
		return t.Say(key+".lowest", t.InWords(len(nodes), true), t.NodeTitle(nodes[0]), at(0))
	case len(nodes) > mostNamed:
		return t.Say(key+".more", t.InWords(len(nodes), true))
	case len(levels) > 1:
		return t.Say(key+".two", t.NodeTitle(nodes[0]), at(0), t.NodeTitle(nodes[1]), at(1))
	case len(nodes) == 1 && nodes[0].Method == assess.Gate && len(s.Behind) > 0:
		return t.Say("story.gate", t.NodeTitle(nodes[0]), at(0))
	}
	return t.Count(key, len(nodes), t.Enumerate(t.Titles(nodes)), at(0))
}

// lift says what lifts the bank.
func (t *Teller) lift(l assess.Lift) string {
	key, to := "story.lift."+string(l.Kind), t.AtLevel(l.Level)
	whole := t.Say("story.score")
	if l.Staged {
		to, whole = t.AtStage(l.Level), t.Say("story.whole")
	}
	switch l.Kind {
	case assess.LiftNothing:
		return ""
	case assess.LiftVotes, assess.LiftTop:
		return t.Say(key)
	case assess.LiftReached, assess.LiftOutside, assess.LiftOptions:
		return t.Say(key, capital(to))
	case assess.LiftAnswers:
		return t.Count(key, l.Steps)
	case assess.LiftFirstSee:
		return t.Count(key, l.Steps, t.InWords(l.Steps, false), to)
	case assess.LiftSteps, assess.LiftSection:
		return t.Count(key, l.Steps, t.InWords(l.Steps, true), to, whole)
	case assess.LiftRemaining:
		return t.Count(key, l.Steps, t.InWords(l.Steps, true))
	case assess.LiftWeakest:
		return t.Count(key, len(l.Sections), t.Enumerate(t.Titles(l.Sections)))
	}
	return t.criteria(l, to)
}

// criteria names what a gate lacks, or counts it.
func (t *Teller) criteria(l assess.Lift, to string) string {
	gate := t.NodeTitle(l.Sections[0])
	if len(l.Criteria) > mostNamed {
		return t.Say("story.lift.criteria.more", gate, to, t.InWords(len(l.Criteria), true))
	}
	var titles []string
	for _, it := range l.Criteria {
		titles = append(titles, t.QuestionTitle(it.Question))
	}
	return t.Count("story.lift.criteria", len(titles), gate, to, t.Enumerate(titles))
}

// AtLevel names a level within a sentence, "level 3, Standardised".
func (t *Teller) AtLevel(level int) string { return t.named("story.level", level) }

// AtStage names a stage within a sentence.
func (t *Teller) AtStage(level int) string { return t.named("story.staged", level) }

func (t *Teller) named(key string, level int) string {
	l, ok := t.Questionnaire.LevelAt(level)
	if !ok || t.Numbered(l) {
		return t.Say(key, Whole(float64(level)))
	}
	return t.Say(key+".named", Whole(float64(level)), t.Text(l.Name))
}

// InWords writes a number out up to twelve; capital where it begins a sentence.
func (t *Teller) InWords(n int, first bool) string {
	const most = 12
	if n < 1 || n > most {
		return strconv.Itoa(n)
	}
	word := t.Say("number." + strconv.Itoa(n))
	if first {
		return capital(word)
	}
	return word
}

// capital begins a text of the catalogue with a capital letter.
func capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}
