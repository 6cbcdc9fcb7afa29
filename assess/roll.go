package assess

// A Roll is called as records are taken, one after the other, and tells which of them are
// the same person's, or the same record (docs/formats.md, Who is who). It keeps a checksum
// of each record that has a name, and of the unnamed ones of one file. The zero Roll is
// ready.
type Roll struct {
	people map[identity]called // by person: the first record
	others map[identity]origin // by content: their further records, which differ
	file   string              // the unnamed records of which are compared
	rows   map[identity]origin // by content
}

// An origin is where a record that was taken comes from.
type origin struct {
	number int // of the response, from 1
	source string
}

type called struct {
	origin
	said identity
}

// A likeness is what a record is to those that were taken before.
type likeness int

const (
	unlike   likeness = iota
	repeated          // a named respondent's, and says the same: not to be counted
	another           // a named respondent's, and says something else
	equalRow          // without a name, and says the same as another one of its file
)

// call tells what a record, which would have the number, is to those before, and to which
// of them.
func (l *Roll) call(r *Response, number int) (likeness, origin) {
	r.Identify()
	own := origin{number, r.Source}
	if !r.Named() {
		return l.callRow(r, own)
	}
	if l.people == nil {
		l.people, l.others = map[identity]called{}, map[identity]origin{}
	}
	first, known := l.people[r.identities.person]
	if !known {
		l.people[r.identities.person] = called{own, r.identities.said}
		return unlike, origin{}
	}
	if first.said == r.identities.said {
		return repeated, first.origin
	}
	if other, known := l.others[r.identities.said]; known {
		return repeated, other
	}
	l.others[r.identities.said] = own
	return another, first.origin
}

// callRow compares an unnamed record with those of its own file.
func (l *Roll) callRow(r *Response, own origin) (likeness, origin) {
	if r.File == "" {
		return unlike, origin{}
	}
	if r.File != l.file || l.rows == nil {
		l.file, l.rows = r.File, map[identity]origin{}
	}
	before, known := l.rows[r.identities.said]
	if !known {
		l.rows[r.identities.said] = own
		return unlike, origin{}
	}
	return equalRow, before
}

// find returns where a named respondent's record, or one that says the same, was taken.
func (l *Roll) find(r *Response) (origin, bool) {
	r.Identify()
	if first, known := l.people[r.identities.person]; known && first.said == r.identities.said {
		return first.origin, true
	}
	other, known := l.others[r.identities.said]
	return other, known
}

// Repeated reports whether the record is a named respondent's and says the same as one
// that was taken before, and where that comes from.
func (l *Roll) Repeated(r *Response) (source string, repeats bool) {
	if !r.Named() {
		return "", false
	}
	like, before := l.call(r, 0)
	return before.source, like == repeated
}
