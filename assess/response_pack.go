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

// Pack appends to packed what Score takes from a response to q: its date and a byte
// for each question. Names, notes, reasons and the documents' names are lost. It
// reports false, and appends nothing, for a response that does not fit: with votes,
// with targets, with what was counted or ticked, or with more options than a byte can tell apart.
func (q *Questionnaire) Pack(packed []byte, r *Response) ([]byte, bool) {
	if len(r.Date) != packedDate || len(r.Targets) > 0 {
		return packed, false
	}
	out := append(packed, r.Date...)
	for i, qu := range q.Questions() {
		code, ok := pack(qu, &r.Answers[i])
		if !ok {
			return packed, false
		}
		out = append(out, code)
	}
	return out, true
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

// Unpack returns responses of an organization that score as the packed ones do.
func (q *Questionnaire) Unpack(packed []byte, organization string) []*Response {
	var out []*Response
	for size := packedDate + len(q.Questions()); len(packed) > 0; packed = packed[size:] {
		r := NewResponse(q)
		r.Organization, r.Date = organization, string(packed[:packedDate])
		for i, code := range packed[packedDate:size] {
			unpack(q.Questions()[i], code, &r.Answers[i])
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
