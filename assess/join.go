package assess

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Group is what is scored together: responses of one organization to one questionnaire
// in one version, each counted once. Only Join, Alone, EmptyGroup and a Gathering make
// one, so that answers never meet questions of another version.
type Group struct {
	questionnaire *Questionnaire
	responses     []*Response
	organization  string
	warnings      []Warning
}

// Responses returns the responses in their order. They are not to be changed.
func (g Group) Responses() []*Response { return g.responses }

// Warnings returns what a reader of the result has to know about the responses.
func (g Group) Warnings() []Warning { return g.warnings }

// EmptyGroup is an assessment in which nobody has responded.
func EmptyGroup(q *Questionnaire) Group { return Group{questionnaire: q} }

// Alone is an assessment of one response.
func Alone(r *Response) Group {
	g := Gathering{questionnaire: r.questionnaire, organization: r.Organization, count: 1}
	g.note(r, origin{1, r.Source})
	g.keep(r)
	return g.Group()
}

// Join is an assessment of several responses, at least one. Records that say the same as
// one before are counted once (docs/formats.md, Who is who). It refuses responses to
// different questionnaires or versions, and those of different organizations.
func Join(responses ...*Response) (Group, error) {
	if len(responses) == 0 {
		return Group{}, errors.New("no responses to join")
	}
	g := NewGathering(responses[0].questionnaire, false)
	for _, r := range responses {
		if err := g.Add(r); err != nil {
			return Group{}, err
		}
	}
	if g.Count() > MostResponses {
		return Group{}, fmt.Errorf("an assessment takes at most %d responses, these are %d",
			MostResponses, g.Count())
	}
	return g.Group(), nil
}

// A Gathering becomes a Group, response by response.
type Gathering struct {
	questionnaire *Questionnaire
	organization  string // in its first spelling
	key           string
	spellings     []string // the others
	packed        *Packed  // nil where responses are kept as they are
	responses     []*Response
	count         int
	first, last   string // dates
	targets       map[string]int
	roll          Roll
	files         map[string]origin // by path: the first unnamed response
	notices       notices
}

// NewGathering begins a group of responses to a questionnaire. Where only scores are
// wanted it packs what it can, and the order of the responses is lost.
func NewGathering(q *Questionnaire, scoresOnly bool) *Gathering {
	g := &Gathering{questionnaire: q}
	if scoresOnly {
		g.packed = newPacked(q)
	}
	return g
}

// Count returns how many responses count, also those beyond MostResponses, which are not
// kept.
func (g *Gathering) Count() int { return g.count }

// Organization returns whose assessment it is, in the first spelling.
func (g *Gathering) Organization() string { return g.organization }

// ErrStranger is the mistake of joining what does not belong together.
var ErrStranger = errors.New("these can't be joined")

// Add takes a response. One that repeats another is not counted, and warned about.
func (g *Gathering) Add(r *Response) error {
	if err := g.stranger(r); err != nil {
		return err
	}
	g.takeName(r)
	own := origin{int32(g.count + 1), r.Source}
	like, before := g.roll.call(r, own)
	w := Warning{File: r.File, Response: g.count + 1}
	switch like {
	case repeated:
		w.Response, w.record = 0, r.Source
		w.Message = "a record says the same as {n}, of the same respondent, and is counted once"
		g.warn("", w, before)
		return nil
	case another:
		w.Message = "{n} and {n} are different records of one respondent, and both are counted"
		g.warn("", w, before, own)
	case equalRow:
		w.Message = "{n} says the same as another one of its file, both without a name, and both are counted"
		g.warn("rows of "+r.File, w, own)
	case unlike:
	}
	g.count++
	g.note(r, own)
	g.remember(r, own)
	g.keep(r)
	return nil
}

// remember keeps the first unnamed response of a file, for copies of the file.
func (g *Gathering) remember(r *Response, own origin) {
	if _, known := g.files[r.File]; known || r.File == "" || r.Named() {
		return
	}
	if g.files == nil {
		g.files = map[string]origin{}
	}
	g.files[r.File] = own
}

// AddCopy takes a response from a file that has the same bytes as another, the original.
// If that gave the group the same response it is not counted, and the file is warned
// about.
func (g *Gathering) AddCopy(r *Response, original string) error {
	before, known := g.files[original]
	if r.Named() {
		before, known = g.roll.find(r)
	}
	if !known || g.stranger(r) != nil {
		return g.Add(r)
	}
	before.source = original
	message := "a file holds the same as that of {n}, and is counted once"
	g.warn("copy "+r.File, Warning{Message: message, File: r.File}, before)
	return nil
}

// stranger is why a response can't be joined with those before, nil if it can.
func (g *Gathering) stranger(r *Response) error {
	switch q := r.questionnaire; {
	case q == nil || !q.Same(g.questionnaire):
		return fmt.Errorf("%w: responses to %s and to %s", ErrStranger, g.questionnaire.name(), q.name())
	case g.count > 0 && r.Organization != g.organization && OrganizationKey(r.Organization) != g.key:
		return fmt.Errorf("%w: responses of %s and of %s", ErrStranger, g.organization, r.Organization)
	}
	return nil
}

// name is what a questionnaire is called in an error.
func (q *Questionnaire) name() string {
	if q == nil {
		return "no questionnaire"
	}
	return q.ID + " " + q.Version
}

// takeName takes the organization's name in its first spelling, and remembers others.
func (g *Gathering) takeName(r *Response) {
	switch {
	case g.count == 0 && g.key == "":
		g.organization, g.key = strings.Clone(r.Organization), strings.Clone(OrganizationKey(r.Organization))
	case r.Organization == g.organization || len(g.spellings) > mostSpellings:
	default:
		name := strings.TrimSpace(r.Organization)
		if name != strings.TrimSpace(g.organization) && !slices.Contains(g.spellings, name) {
			g.spellings = append(g.spellings, strings.Clone(name))
		}
	}
}

// mostSpellings is how many spellings of one organization are named.
const mostSpellings = 20

// warn adds a warning. Each {n} in its message stands for the next of the responses; those
// of one key are about the same, "" stands for the message.
func (g *Gathering) warn(key string, w Warning, responses ...origin) {
	w.sources = map[int]string{}
	for _, o := range responses {
		w.Message = strings.Replace(w.Message, "{n}", "{"+strconv.Itoa(int(o.number))+"}", 1)
		w.sources[int(o.number)] = o.source
	}
	g.notices.add(cmp.Or(key, w.Message), w)
}

// note takes what a response brings to the warnings of the group.
func (g *Gathering) note(r *Response, own origin) {
	for _, w := range append(r.Warnings[:len(r.Warnings):len(r.Warnings)], r.ownWarnings()...) {
		w.Response = int(own.number)
		g.notices.add(w.Message, w)
	}
	for _, t := range r.Targets {
		if before, ok := g.targets[t.Section]; ok && before != t.Level {
			g.warn("", Warning{
				Message: fmt.Sprintf("the target of %s is %d in {n}, %d before; the last one counts",
					t.Section, t.Level, before),
				File: r.File, Path: "targets." + t.Section, Response: int(own.number),
			}, own)
		}
		if g.targets == nil {
			g.targets = map[string]int{}
		}
		g.targets[strings.Clone(t.Section)] = t.Level // not to hold on to the text of its file
	}
	if g.first == "" || r.Date < g.first {
		g.first = strings.Clone(r.Date)
	}
	if r.Date > g.last {
		g.last = strings.Clone(r.Date)
	}
}

// ownWarnings are about the response as such: its version, and answers that are ignored.
func (r *Response) ownWarnings() []Warning {
	var out []Warning
	q := r.questionnaire
	if r.Version != q.Version {
		out = append(out, ReadingWarning(r.File, "questionnaire_version",
			fmt.Sprintf("these are answers to %s %s, but the questionnaire is %s %s",
				q.ID, r.Version, q.ID, q.Version)))
	}
	if !q.conditional {
		return out
	}
	for i, asked := range r.Asked() {
		if !asked && r.Answers[i].State() != Unanswered {
			out = append(out, ReadingWarning(r.File, "answers."+q.questions[i].ID,
				"the answer is ignored: by its ask_if the question is not asked"))
		}
	}
	return out
}

// keep keeps a response, packed where only its scores are wanted and it can be.
func (g *Gathering) keep(r *Response) {
	if g.count > MostResponses || g.packed != nil && g.packed.Add(r) {
		return
	}
	g.responses = append(g.responses, r)
}

// Group returns the group as it stands. With packing the packed responses come first.
func (g *Gathering) Group() Group {
	out := Group{questionnaire: g.questionnaire, organization: g.organization, responses: g.responses}
	if g.packed != nil {
		out.responses = append(g.packed.Responses(g.organization), g.responses...)
	}
	out.warnings = slices.Concat(g.warnings(), out.profileWarnings(), out.heardTwice())
	return out
}

// profileWarnings name the profile questions that the responses answer differently.
func (g Group) profileWarnings() []Warning {
	var out []Warning
	for i, qu := range g.questionnaire.questions {
		if !qu.Profile {
			continue
		}
		var first *Answer
		for _, r := range g.responses {
			a := &r.Answers[i]
			if a.State() != Answered || a.Unagreed() || qu.asks != nil && !r.Asked()[i] {
				continue
			}
			if first == nil {
				first = a
			} else if !first.SaysAs(a) {
				message := "the responses answer " + qu.ID + " differently: each answer is listed"
				out = append(out, Warning{Message: message})
				break
			}
		}
	}
	return out
}

// farApart is how many days may lie between the responses of one assessment before it is
// worth a warning.
const farApart = 92

// warnings returns those that were found, and those about all responses together.
func (g *Gathering) warnings() []Warning {
	out := g.notices.warnings()
	if len(g.spellings) > 0 {
		names := make([]string, len(g.spellings))
		for i, s := range g.spellings {
			names[i] = verbatim(`"` + s + `"`)
		}
		if len(names) > mostSpellings {
			names[mostSpellings] = "…"
		}
		out = append(out, Warning{Message: fmt.Sprintf("the organization %s is also written %s",
			verbatim(`"`+g.organization+`"`), strings.Join(names, ", "))})
	}
	if farBetween(g.first, g.last) {
		const message = "the responses of %s are from %s to %s: more than %d days apart"
		out = append(out, Warning{Message: fmt.Sprintf(message,
			verbatim(g.organization), g.first, g.last, farApart)})
	}
	return out
}

// farBetween reports whether two dates are far apart.
func farBetween(first, last string) bool {
	from, ok := dayNumber(first)
	to, ok2 := dayNumber(last)
	return ok && ok2 && to-from > farApart
}

// IsDay reports whether a text is a day of the calendar, as in 2026-11-23.
func IsDay(s string) bool {
	if !ShapedAsDay(s) {
		return false
	}
	month, day := 10*int(s[5]-'0')+int(s[6]-'0'), 10*int(s[8]-'0')+int(s[9]-'0')
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[month-1]
	if year, _ := strconv.Atoi(s[:4]); month == 2 && year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		days++
	}
	return day <= days
}

// ShapedAsDay reports whether a text is four, two and two digits with hyphens between.
func ShapedAsDay(s string) bool {
	if len(s) != packedDate {
		return false
	}
	for i := range len(s) {
		if hyphen := i == 4 || i == 7; hyphen && s[i] != '-' || !hyphen && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// dayNumber counts the days up to a date of the calendar, as in 2026-11-23.
func dayNumber(date string) (int, bool) {
	if len(date) != packedDate {
		return 0, false
	}
	year, err := strconv.Atoi(date[:4])
	month, err2 := strconv.Atoi(date[5:7])
	day, err3 := strconv.Atoi(date[8:])
	if err != nil || err2 != nil || err3 != nil {
		return 0, false
	}
	if month <= 2 { // years that begin in March end with the day that some have more
		year, month = year-1, month+12
	}
	return 365*year + year/4 - year/100 + year/400 + (153*(month-3)+2)/5 + day, true
}
