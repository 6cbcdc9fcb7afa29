package assess

// A Roll is called as records are taken, one after the other, and tells which of them are
// the same person's, or the same record (docs/formats.md, Who is who). It keeps a checksum
// of each record that has a name, and of the unnamed ones of one file. The zero Roll is
// ready.
type Roll struct {
	people map[identity]called // by person: the first record
	others map[identity]origin // by content: their further records, which differ
	file   string              // the unnamed records of which are compared
	rows   map[identity]bool   // by content
}

// An origin is where a record that was taken comes from.
type origin struct {
	number int32 // of the response, from 1
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

// call tells what a record, whose own origin is given, is to those before, and to which of
// them; rows without a name are not told which.
func (l *Roll) call(r *Response, own origin) (likeness, origin) {
	r.Identify()
	if !r.Named() {
		return l.callRow(r), origin{}
	}
	if l.people == nil {
		l.people = map[identity]called{}
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
	l.further(r, own)
	return another, first.origin
}

// callRow compares an unnamed record with those of its own file.
func (l *Roll) callRow(r *Response) likeness {
	if r.File == "" {
		return unlike
	}
	if r.File != l.file || l.rows == nil {
		l.file, l.rows = r.File, map[identity]bool{}
	}
	if l.rows[r.identities.said] {
		return equalRow
	}
	l.rows[r.identities.said] = true
	return unlike
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

// further remembers a record by its content alone.
func (l *Roll) further(r *Response, own origin) {
	if l.others == nil {
		l.others = map[identity]origin{}
	}
	l.others[r.identities.said] = own
}

// Repeated reports whether the record is a named respondent's and says the same as one
// that was taken before, and where that comes from. It is for records that are not scored
// together: whose they are is not compared.
func (l *Roll) Repeated(r *Response) (source string, repeats bool) {
	if !r.Named() {
		return "", false
	}
	r.Identify()
	before, known := l.others[r.identities.said]
	if !known {
		l.further(r, origin{0, r.Source})
	}
	return before.source, known
}
