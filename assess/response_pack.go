package assess

// What a packed answer says; options follow, two codes each, without evidence and
// with.
const (
	packedNothing = iota
	packedUnknown
	packedNotApplicable
	packedOptions
)

const packedDate = len("2006-01-02")

// Packed holds what Score takes from responses to one questionnaire, a byte for each
// question: many in little memory. Names, notes, reasons and the documents' names are
// lost.
type Packed struct {
	q    *Questionnaire
	data []byte
}

// newPacked returns a store without responses.
func newPacked(q *Questionnaire) *Packed { return &Packed{q: q} }

// Add packs a response. It reports false, and adds nothing, for one that does not fit: to
// another questionnaire, with votes, with targets, with what was counted, or with more
// options than a byte can tell apart.
func (p *Packed) Add(r *Response) bool {
	if len(r.Date) != packedDate || len(r.Targets) > 0 || !p.q.Same(r.questionnaire) {
		return false
	}
	out := append(p.data, r.Date...)
	for i, qu := range p.q.questions {
		code, ok := pack(qu, &r.Answers[i])
		if !ok {
			return false
		}
		out = append(out, code)
	}
	p.data = out
	return true
}

func pack(qu *Question, a *Answer) (byte, bool) {
	if len(a.Votes) > 0 || len(a.Brought) > 0 || a.Count.Defined() || a.Ticked != nil {
		return 0, false
	}
	switch a.State() {
	case Unanswered:
		return packedNothing, true
	case Unknown:
		return packedUnknown, true
	case NotApplicable:
		return packedNotApplicable, true
	}
	for i, o := range qu.Options {
		if Num(o.Value) != a.Value {
			continue
		}
		code := packedOptions + 2*i + min(len(a.Evidence), 1)
		return byte(code), code <= 255
	}
	return 0, false
}

// Responses returns responses of an organization that score as the packed ones do.
func (p *Packed) Responses(organization string) []*Response {
	var out []*Response
	packed := p.data
	for size := packedDate + len(p.q.questions); len(packed) > 0; packed = packed[size:] {
		r := NewResponse(p.q)
		r.Organization, r.Date = organization, string(packed[:packedDate])
		for i, code := range packed[packedDate:size] {
			unpack(p.q.questions[i], code, &r.Answers[i])
		}
		out = append(out, r)
	}
	return out
}

func unpack(qu *Question, code byte, a *Answer) {
	switch code {
	case packedNothing:
	case packedUnknown:
		a.Unknown = true
	case packedNotApplicable:
		a.NA = true
	default:
		option := int(code) - packedOptions
		a.Value = Num(qu.Options[option/2].Value)
		if option%2 == 1 {
			a.Evidence = someDocument
		}
	}
}

// someDocument stands for evidence whose name is lost.
var someDocument = []string{"evidence"}
