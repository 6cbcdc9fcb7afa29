package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// What the whole questionnaire goes by. evidence_from, stage and target may be null: none.
var scoringKeys = tree.Table[*model]{
	tree.Optional("min_coverage", (*model).readCoverage),
	tree.Optional("unanswered", (*model).readUnanswered),
	tree.Optional("not_applicable", func(m *model, n *tree.Node) { m.q.Scoring.NotApplicable = m.policy(n) }),
	tree.Optional("evidence_from", (*model).readEvidenceFrom),
	tree.Optional("stage", func(m *model, n *tree.Node) { m.q.Scoring.Stage = m.stage(n) }),
	tree.Optional("points", func(m *model, n *tree.Node) {
		m.q.Scoring.Points = tree.Choice(m.Source, n, assess.Stretch, assess.Values)
	}),
	tree.Optional("target", func(m *model, n *tree.Node) { m.q.Scoring.Target = m.levelOrNull(n, false) }),
}

// readScoring reads the rules for the whole questionnaire.
func (m *model) readScoring(n *tree.Node) {
	if scoringKeys.Check(m.Source, n) {
		scoringKeys.Read(m, n)
	}
}

func (m *model) readCoverage(n *tree.Node) {
	v, ok := m.Decimal(n)
	if !ok {
		return
	}
	if v < 0 || v > 1 {
		m.Err(n, n.Value+" can't stand here; accepted is a share from 0 to 1", "")
	}
	m.q.Scoring.MinCoverage = v
}

func (m *model) readUnanswered(n *tree.Node) {
	m.q.Scoring.Unanswered = tree.Choice(m.Source, n, assess.Exclude, assess.Lowest)
}

func (m *model) readEvidenceFrom(n *tree.Node) { m.q.Scoring.EvidenceFrom = m.levelOrNull(n, true) }

// levelOrNull reads a level; null is none.
func (m *model) levelOrNull(n *tree.Node, aboveLowest bool) *int {
	if n.Kind == tree.Scalar && n.Class == tree.Null {
		return nil
	}
	if v, ok := m.levelNumber(n, aboveLowest); ok {
		return &v
	}
	return nil
}

// A stageReader reads the stage rule.
type stageReader struct {
	*model
	assess.StageRule
}

var stageKeys = tree.Table[*stageReader]{
	tree.Required("share", (*stageReader).share),
	tree.Required("slack", (*stageReader).slack),
}

// stage reads the stage rule; null is none.
func (m *model) stage(n *tree.Node) *assess.StageRule {
	if n.Kind == tree.Scalar && n.Class == tree.Null || !stageKeys.Check(m.Source, n) {
		return nil
	}
	r := stageReader{model: m}
	stageKeys.Read(&r, n)
	return &r.StageRule
}

func (r *stageReader) slack(n *tree.Node) {
	r.Slack, _ = r.Integer(n, 0, 1<<30, "a whole number from 0")
}

func (r *stageReader) share(n *tree.Node) {
	v, ok := r.Decimal(n)
	if ok && (v <= 0 || v > 1) {
		r.Err(n, n.Value+" can't stand here; accepted is a share above 0, up to 1", "")
	}
	r.Share = v
}
