package codec

import "bankmaturity/assess"

var scoringFields = fields{optional: []string{"min_coverage", "unanswered", "not_applicable", "evidence_from", "stage", "target"}}

// readScoring reads the rules for the whole questionnaire. evidence_from, stage
// and target may be null: none.
func (m *model) readScoring(n *node, p *steps) {
	if !m.object(n, p, scoringFields) {
		return
	}
	rules := &m.q.Scoring
	m.each(n, p, map[string]func(*node, *steps){
		"min_coverage": func(n *node, p *steps) {
			if v, ok := m.decimal(n, p); ok {
				if v < 0 || v > 1 {
					m.err(n, p, n.value+" can't stand here; accepted is a share from 0 to 1", "")
				}
				rules.MinCoverage = v
			}
		},
		"unanswered":     func(n *node, p *steps) { rules.Unanswered = one(m.source, n, p, assess.Exclude, assess.Lowest) },
		"not_applicable": func(n *node, p *steps) { rules.NotApplicable = m.policy(n, p) },
		"evidence_from":  func(n *node, p *steps) { rules.EvidenceFrom = m.levelOrNull(n, p, true) },
		"stage":          func(n *node, p *steps) { rules.Stage = m.stage(n, p) },
		"target":         func(n *node, p *steps) { rules.Target = m.levelOrNull(n, p, false) },
	})
}

// policy reads what "not applicable" does to a score.
func (m *model) policy(n *node, p *steps) assess.Policy {
	return one(m.source, n, p, assess.Exclude, assess.Lowest, assess.Forbid)
}

// levelOrNull reads a level; null is none.
func (m *model) levelOrNull(n *node, p *steps, aboveLowest bool) *int {
	if n.kind == scalar && n.class == null {
		return nil
	}
	if v, ok := m.level(n, p, aboveLowest); ok {
		return &v
	}
	return nil
}

// stage reads the stage rule; null is none.
func (m *model) stage(n *node, p *steps) *assess.StageRule {
	if n.kind == scalar && n.class == null {
		return nil
	}
	if !m.object(n, p, fields{required: []string{"share", "slack"}}) {
		return nil
	}
	var rule assess.StageRule
	m.each(n, p, map[string]func(*node, *steps){
		"share": func(n *node, p *steps) {
			v, ok := m.decimal(n, p)
			if ok && (v <= 0 || v > 1) {
				m.err(n, p, n.value+" can't stand here; accepted is a share above 0, up to 1", "")
			}
			rule.Share = v
		},
		"slack": func(n *node, p *steps) { rule.Slack, _ = m.whole(n, p, 0, 1<<30, "a whole number from 0") },
	})
	return &rule
}
