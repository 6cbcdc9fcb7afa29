package assess

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"math"
	"slices"
	"strings"
)

// An identity stands for a content: two contents that differ have two, as surely as a
// checksum tells files apart.
type identity [12]byte

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
	var room [2048]byte
	c := content(room[:0])
	c.text(OrganizationKey(r.Organization))
	c.text(OrganizationKey(r.Respondent))
	r.identities.person = c.identity()
	c.text(r.questionnaire.ID)
	c.text(r.Version)
	c.text(OrganizationKey(r.Role))
	c.text(r.Date)
	for i := range r.Answers {
		if a := &r.Answers[i]; !a.Empty() {
			c.number(uint64(i)) // within the questionnaire and version above
			c.answer(a)
		}
	}
	c.targets(r.Targets)
	r.identities.said, r.identities.known = c.identity(), true
}

// Named reports whether it is known who responded.
func (r *Response) Named() bool { return strings.TrimSpace(r.Respondent) != "" }

// A content is what records are compared by: each part such that no other parts look alike.
type content []byte

func (c content) identity() (id identity) {
	sum := sha256.Sum256(c)
	copy(id[:], sum[:])
	return id
}

func (c *content) number(n uint64) { *c = binary.AppendUvarint(*c, n) }

// text takes in a text without the white space around it, which a spelling may add.
func (c *content) text(s string) {
	s = strings.TrimSpace(s)
	c.number(uint64(len(s)))
	*c = append(*c, s...)
}

func (c *content) texts(list []string) {
	c.number(uint64(len(list)))
	for _, s := range list {
		c.text(s)
	}
}

// value takes in a number, or that there is none.
func (c *content) value(n Number) {
	v, ok := n.Get()
	if !ok {
		v = math.NaN()
	}
	*c = binary.LittleEndian.AppendUint64(*c, math.Float64bits(v))
}

func (c *content) flags(all ...bool) {
	for _, is := range all {
		bit := byte(0)
		if is {
			bit = 1
		}
		*c = append(*c, bit)
	}
}

func (c *content) answer(a *Answer) {
	c.value(a.Value)
	c.texts(slices.Sorted(slices.Values(a.Ticked)))
	c.value(a.Count.Part)
	c.value(a.Count.Whole)
	c.text(a.Text)
	c.flags(a.Unknown, a.NA)
	c.text(a.Reason)
	c.text(a.Note)
	c.texts(a.Evidence)
	c.votes(a.Votes)
	c.brought(a.Brought)
}

// votes takes in votes in whatever order they were written.
func (c *content) votes(votes []Vote) {
	c.number(uint64(len(votes)))
	for _, v := range sorted(votes, func(v Vote) string { return v.Voice }) {
		c.text(v.Voice)
		c.value(v.Value)
		c.texts(slices.Sorted(slices.Values(v.Ticked)))
		c.flags(v.NA)
	}
}

func (c *content) brought(all []Brought) {
	c.number(uint64(len(all)))
	for _, b := range sorted(all, func(b Brought) string { return b.Voice }) {
		c.text(b.Voice)
		c.text(b.Note)
		c.text(b.Reason)
		c.texts(b.Evidence)
	}
}

func (c *content) targets(targets []Target) {
	for _, t := range sorted(targets, func(t Target) string { return t.Section }) {
		c.text(t.Section)
		c.number(uint64(t.Level))
	}
}

// sorted returns what was written in any order in that of its keys.
func sorted[T any](list []T, key func(T) string) []T {
	if len(list) < 2 {
		return list
	}
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
	return list
}
