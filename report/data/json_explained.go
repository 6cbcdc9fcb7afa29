package data

import "bankmaturity/assess"

// What JSON says of what explains a result: agreement, robustness, plan, peers.

func (w *resultWriter) overallAgreement(a *assess.ResultAgreement) {
	w.object("agreement", a != nil && w.questions, func() {
		w.int("raters", a.Raters)
		w.number("krippendorff_alpha", a.Alpha)
		w.known("reason", a.Reason)
	})
}

func (w *resultWriter) robustness(r *assess.Robustness) {
	w.object("robustness", r != nil && w.full, func() {
		w.number("flip_down", r.FlipDown)
		w.number("flip_up", r.FlipUp)
		w.object("error", true, func() {
			w.float("mean", r.Error.Mean)
			w.float("sd", r.Error.SD)
			w.float("q05", r.Error.Q05)
			w.float("q95", r.Error.Q95)
			w.float("level_stays", r.Error.LevelStays)
			w.flag("exact", true, r.Error.Exact)
		})
		w.span("weights", &r.Weights)
		w.span("leave_one_out", r.LeaveOneOut)
		w.span("bootstrap", r.Bootstrap)
	})
}

func (w *resultWriter) span(key string, s *assess.Span) {
	w.object(key, s != nil, func() {
		w.float("low", s.Low)
		w.float("high", s.High)
	})
}

func (w *resultWriter) plan(p *assess.Plan) {
	w.object("plan", p != nil && w.full, func() {
		w.int("start", p.Start)
		w.number("target", p.Target)
		w.flag("feasible", true, p.Feasible)
		w.known("reason", p.Reason)
		w.flag("optimal", p.Feasible, p.Optimal)
		if p.Feasible {
			w.int("bound", p.Bound)
			w.int("cost", p.Cost)
		} else {
			w.null("bound")
			w.null("cost")
		}
		w.objects("moves", true, len(p.Moves), func(i int) {
			m := p.Moves[i]
			w.text("question", m.Question.ID)
			w.number("from", m.From)
			w.float("to", m.To)
			w.int("cost", m.Cost)
			w.int("wave", m.Wave)
		})
	})
}

func (w *writer) peer(id string, p assess.Position) {
	w.userKey(id)
	w.fields(true, func() {
		w.int("n", p.N)
		w.number("percentile", p.Percentile)
		w.number("low", p.Low)
		w.number("high", p.High)
		w.number("min", p.Min)
		w.number("q1", p.Q1)
		w.number("median", p.Median)
		w.number("q3", p.Q3)
		w.number("max", p.Max)
	})
}
