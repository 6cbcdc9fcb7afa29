package codec

import (
	"fmt"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// What a workshop keeps beside the answers: who votes and who was there, the order of the
// questions, what was put aside, what was decided, and what voices had said beforehand.

// readVoices reads who votes in the session.
func (r *answers) readVoices(n *tree.Node) {
	if n.Kind != tree.Sequence {
		r.ErrKind(n, "a list of names")
		return
	}
	if r.voicesExceeded(n, "a session has") {
		return
	}
	seen := map[string]*tree.Node{}
	for _, item := range n.Items {
		name, ok := r.Words(item)
		switch {
		case !ok:
		case seen[name] != nil:
			r.ErrTwice(item, seen[name], tree.Brief(name)+" is a voice a second time; the first is")
		default:
			seen[name] = item
			r.response.Voices = append(r.response.Voices, name)
		}
	}
}

// voicesExceeded blames a list or mapping of more voices than there may be.
func (r *answers) voicesExceeded(n *tree.Node, what string) bool {
	if len(n.Items) <= assess.MostVoices {
		return false
	}
	first := n.Items[assess.MostVoices]
	if n.Kind == tree.Mapping {
		first = first.Key()
	}
	message := fmt.Sprintf("%s at most %d voices, these are %d", what, assess.MostVoices, len(n.Items))
	r.ErrPath(first, n.Path(), message, "")
	return true
}

// checkVoice blames the value of a voice without a name.
func (r *answers) checkVoice(n *tree.Node) {
	if strings.TrimSpace(n.Name) == "" {
		r.Err(n.Key(), "the name of a voice is empty", "")
	}
}

// order is in which order the questions of an interview come.
type order string

const (
	orderModel     order = "model"
	orderContested order = "contested"
)

func (r *answers) readOrder(n *tree.Node) {
	r.response.Contested = tree.Choice(r.Source, n, orderModel, orderContested) == orderContested
}

// A participant is read into one of these, and so on.
type (
	participantRead struct {
		*answers
		assess.Participant
	}
	parkedRead struct {
		*answers
		assess.Parked
	}
	actionRead struct {
		*answers
		assess.Action
	}
	broughtRead struct {
		*answers
		assess.Brought
	}
)

var participantKeys = tree.Table[*participantRead]{
	tree.Nullable("name", func(p *participantRead, n *tree.Node) { p.Name = p.Optional(n) }),
	tree.Nullable("role", func(p *participantRead, n *tree.Node) { p.Role = p.Optional(n) }),
}

// readParticipants reads who was in the room.
func (r *answers) readParticipants(n *tree.Node) {
	if n.Kind != tree.Sequence {
		r.ErrKind(n, "a list of participants, each with name or role")
		return
	}
	for _, item := range n.Items {
		if !participantKeys.Check(r.Source, item) {
			continue
		}
		p := participantRead{answers: r}
		participantKeys.Read(&p, item)
		if p.Participant == (assess.Participant{}) {
			r.Err(item, "the participant has neither name nor role", "write one of the two, or remove the entry")
		}
		r.response.Participants = append(r.response.Participants, p.Participant)
	}
}

var parkedKeys = tree.Table[*parkedRead]{
	tree.Required("question", func(p *parkedRead, n *tree.Node) { p.Question, _ = p.Words(n) }),
	tree.Nullable("reason", func(p *parkedRead, n *tree.Node) { p.Reason = p.Optional(n) }),
}

// readParked reads the questions put aside: an id, or an id with the reason.
func (r *answers) readParked(n *tree.Node) {
	if n.Kind != tree.Sequence {
		r.ErrKind(n, "a list of question ids")
		return
	}
	seen := map[string]*tree.Node{}
	for _, item := range n.Items {
		p, id := parkedRead{answers: r}, item
		if item.Kind == tree.Mapping {
			parkedKeys.Check(r.Source, item)
			parkedKeys.Read(&p, item)
			id = item.Child("question")
		} else {
			p.Question, _ = r.Words(item)
		}
		switch {
		case p.Question == "":
		case seen[p.Question] != nil:
			r.ErrTwice(id, seen[p.Question], tree.Brief(p.Question)+" is parked a second time; the first is")
		case r.isQuestion(id):
			seen[p.Question] = id
			r.response.Parked = append(r.response.Parked, p.Parked)
		}
	}
}

var actionKeys = tree.Table[*actionRead]{
	tree.Required("what", func(a *actionRead, n *tree.Node) { a.What, _ = a.Words(n) }),
	tree.Nullable("question", func(a *actionRead, n *tree.Node) {
		if a.Question = a.Optional(n); a.Question != "" {
			a.isQuestion(n)
		}
	}),
	tree.Nullable("section", func(a *actionRead, n *tree.Node) {
		if a.Section = a.Optional(n); a.Section != "" && a.q != nil {
			a.isSection(n)
		}
	}),
	tree.Nullable("owner", func(a *actionRead, n *tree.Node) { a.Owner = a.Optional(n) }),
	tree.Nullable("due", func(a *actionRead, n *tree.Node) {
		if a.Due = a.Optional(n); a.Due != "" {
			a.checkDate(n, a.Due)
		}
	}),
	tree.Nullable("status", func(a *actionRead, n *tree.Node) {
		a.Status = tree.Choice(a.Source, n, assess.ActionOpen, assess.ActionDone, assess.ActionDropped)
	}),
}

// readActions reads what was decided.
func (r *answers) readActions(n *tree.Node) {
	if n.Kind != tree.Sequence {
		r.ErrKind(n, "a list of actions")
		return
	}
	for _, item := range n.Items {
		if !actionKeys.Check(r.Source, item) {
			continue
		}
		a := actionRead{answers: r, Action: assess.Action{Status: assess.ActionOpen}}
		actionKeys.Read(&a, item)
		r.response.Actions = append(r.response.Actions, a.Action)
	}
}

var broughtKeys = tree.Table[*broughtRead]{
	tree.Nullable("note", func(b *broughtRead, n *tree.Node) { b.Note = b.Optional(n) }),
	tree.Nullable("evidence", func(b *broughtRead, n *tree.Node) { b.Evidence = b.documents(n) }),
	tree.Nullable("reason", func(b *broughtRead, n *tree.Node) { b.Reason = b.Optional(n) }),
}

// readBrought reads what voices had said beforehand; one that brought nothing is left out.
func (e *entry) readBrought(n *tree.Node) {
	e.Brought = nil
	if n.Kind != tree.Mapping {
		e.ErrKind(n, "a mapping of voices to what they brought")
		return
	}
	if e.voicesExceeded(n, "an entry is brought by") {
		return
	}
	for _, v := range n.Items {
		e.checkVoice(v)
		if v.Nothing() || !broughtKeys.Check(e.Source, v) {
			continue
		}
		b := broughtRead{answers: e.answers, Brought: assess.Brought{Voice: v.Name}}
		broughtKeys.Read(&b, v)
		if !b.Empty() {
			e.Brought = append(e.Brought, b.Brought)
		}
	}
}
