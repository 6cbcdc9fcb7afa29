package assess

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"math"
	"slices"
	"strings"
)

// An identity stands for a content: two contents that differ have two, as surely as a
// checksum tells files apart.
type identity [16]byte

// identities tell a response apart from others (docs/formats.md, Who is who).
type identities struct {
	known  bool
	said   identity // everything that the record says
	person identity // who said it, for which organization
}

// Identify computes what tells the response apart from others. It is computed when it is
// first asked for; who reads several responses at once may ask in time.
func (r *Response) Identify() {
	if r.identities.known {
		return
	}
	d := digest{sha256.New()}
	d.text(OrganizationKey(r.Organization))
	d.text(OrganizationKey(r.Respondent))
	r.identities.person = d.sum()
	d.text(r.questionnaireID())
	d.text(r.Version)
	d.text(OrganizationKey(r.Role))
	d.text(r.Date)
	d.answers(r)
	d.targets(r.Targets)
	r.identities.said, r.identities.known = d.sum(), true
}

// Named reports whether it is known who responded.
func (r *Response) Named() bool { return strings.TrimSpace(r.Respondent) != "" }

// A digest takes in a content, each part so that no other parts look alike.
type digest struct{ hash.Hash }

func (d digest) sum() (id identity) {
	copy(id[:], d.Sum(nil))
	return id
}

func (d digest) number(n uint64) {
	var buf [8]byte
	binary.LittleEndian.PutUint64(buf[:], n)
	_, _ = d.Write(buf[:])
}

// text takes in a text without the white space around it, which a spelling may add.
func (d digest) text(s string) {
	s = strings.TrimSpace(s)
	d.number(uint64(len(s)))
	_, _ = d.Write([]byte(s))
}

func (d digest) texts(list []string) {
	d.number(uint64(len(list)))
	for _, s := range list {
		d.text(s)
	}
}

// value takes in a number, or that there is none.
func (d digest) value(n Number) {
	v, ok := n.Get()
	if !ok {
		v = math.NaN()
	}
	d.number(math.Float64bits(v))
}

func (d digest) flag(is bool) {
	if is {
		d.number(1)
	} else {
		d.number(0)
	}
}

// answers takes in every answer that says something, by its question's id.
func (d digest) answers(r *Response) {
	for i := range r.Answers {
		a := &r.Answers[i]
		if a.Empty() {
			continue
		}
		d.text(r.questionnaire.questions[i].ID)
		d.value(a.Value)
		d.flag(a.Unknown)
		d.flag(a.NA)
		d.text(a.Reason)
		d.text(a.Note)
		d.texts(a.Evidence)
		d.votes(a.Votes)
		d.brought(a.Brought)
	}
}

// votes takes in votes in whatever order they were written.
func (d digest) votes(votes []Vote) {
	votes = slices.Clone(votes)
	slices.SortStableFunc(votes, func(a, b Vote) int { return cmp.Compare(a.Voice, b.Voice) })
	d.number(uint64(len(votes)))
	for _, v := range votes {
		d.text(v.Voice)
		d.value(v.Value)
		d.flag(v.NA)
	}
}

func (d digest) brought(all []Brought) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Brought) int { return cmp.Compare(a.Voice, b.Voice) })
	d.number(uint64(len(all)))
	for _, b := range all {
		d.text(b.Voice)
		d.text(b.Note)
		d.text(b.Reason)
		d.texts(b.Evidence)
	}
}

func (d digest) targets(targets []Target) {
	targets = slices.Clone(targets)
	slices.SortStableFunc(targets, func(a, b Target) int { return cmp.Compare(a.Section, b.Section) })
	for _, t := range targets {
		d.text(t.Section)
		d.number(uint64(t.Level))
	}
}
