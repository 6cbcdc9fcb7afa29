package assess

import "testing"

func TestRanked(t *testing.T) {
	t.Parallel()
	var nodes []*Node
	for _, n := range []Node{{ID: "none"}, {ID: "low", Score: Num(0)}, {ID: "high", Score: Num(3)},
		{ID: "gone"}, {ID: "alike", Score: Num(3)}} {
		nodes = append(nodes, &n)
	}
	got := ""
	for _, n := range Ranked(nodes) {
		got += n.ID + " "
	}
	if got != "high alike low none gone " || nodes[0].ID != "none" {
		t.Error(got)
	}
}

func TestEachAlone(t *testing.T) {
	t.Parallel()
	q := model(2, 2)
	res := scoreAll(q, []*Response{respond(q, "2", "3", "4", "-"), respond(q, "4", "4", "-", "-")})
	alone := res.EachAlone()
	if len(alone) != 2 || alone[0].Overall.Sections[0].Score != Num(2.5) ||
		alone[1].Overall.Sections[0].Score != Num(4) || alone[1].Overall.Sections[1].Score.Defined() {
		t.Errorf("%+v", alone)
	}
}
