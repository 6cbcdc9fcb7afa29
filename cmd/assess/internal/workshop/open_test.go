package workshop

import (
	"os"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
)

// To go on with are sessions of the bank and the questionnaire alone: no file that one person filled
// in, none of another questionnaire or bank, and nothing at all where nobody can be asked.
func TestLatestSession(t *testing.T) {
	t.Chdir(t.TempDir())
	w := began(t)
	q := w.session.questionnaire
	write := func(name string, change func(*assess.Response)) {
		r := assess.NewResponse(q)
		r.Organization, r.Date = "Bank", "2026-11-20"
		change(r)
		if err := os.WriteFile(name, codec.WriteAnswers(r, codec.WriteOptions{}), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("lin.yaml", func(r *assess.Response) { r.Respondent, r.Date = "Lin", "2026-11-24" })
	write("other.yaml", func(r *assess.Response) { r.Organization, r.Date = "Other", "2026-11-24" })
	r := &run{opts: Options{Person: true}}
	if got := r.latest("bank-", q, "Bank"); got != "" {
		t.Errorf("%s is offered", got)
	}
	write("room.yaml", func(r *assess.Response) { r.Date = "2026-11-22" })
	write("before.yaml", func(*assess.Response) {})
	if got := r.latest("bank-", q, "Bank"); got != "room.yaml" {
		t.Errorf("%s is offered, not the room's", got)
	}
	another := *q
	another.ID = "another"
	if got := r.latest("bank-", &another, "Bank"); got != "" {
		t.Errorf("%s, of another questionnaire, is offered", got)
	}
	r.opts.Person = false
	if got := r.latest("bank-", q, "Bank"); got != "" {
		t.Errorf("%s is offered to nobody", got)
	}
}
