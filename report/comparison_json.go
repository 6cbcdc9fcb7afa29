package report

import "bankmaturity/assess"

type jsonComparison struct {
	Format      string            `json:"format"`
	Before      jsonSide          `json:"before"`
	After       jsonSide          `json:"after"`
	Overall     jsonOverallChange `json:"overall"`
	Sections    []jsonChange      `json:"sections"`
	Questions   []jsonMoved       `json:"questions"`
	Entered     []string          `json:"entered"`
	Left        []string          `json:"left"`
	Detectable  assess.Number     `json:"smallest_detectable_change"`
	WithinNoise *bool             `json:"within_noise"`
	Reason      *string           `json:"reason"`
	Sign        *jsonSign         `json:"sign_test"`
}

type jsonSide struct {
	Organization  *string           `json:"organization"`
	Date          *string           `json:"date"`
	Questionnaire jsonQuestionnaire `json:"questionnaire"`
}

type jsonOverallChange struct {
	Before      assess.Number `json:"before"`
	After       assess.Number `json:"after"`
	Delta       assess.Number `json:"delta"`
	LikeForLike assess.Number `json:"like_for_like"`
	ScopeChange assess.Number `json:"scope_change"`
}

type jsonChange struct {
	ID     string        `json:"id"`
	Before assess.Number `json:"before"`
	After  assess.Number `json:"after"`
	Delta  assess.Number `json:"delta"`
}

type jsonMoved struct {
	ID     string        `json:"id"`
	Before assess.Number `json:"before"`
	After  assess.Number `json:"after"`
}

type jsonSign struct {
	Up   int           `json:"up"`
	Down int           `json:"down"`
	P    assess.Number `json:"p"`
}

// ComparisonJSON writes the comparison as assess/comparison/v1.
func ComparisonJSON(c *assess.Comparison) ([]byte, error) {
	side := func(r *assess.Result) jsonSide {
		q := r.Questionnaire
		return jsonSide{Organization: known(r.Organization), Date: known(r.Date), Questionnaire: jsonQuestionnaire{ID: q.ID, Version: q.Version, SHA256: known(q.SHA256)}}
	}
	out := jsonComparison{
		Format: "assess/comparison/v1", Before: side(c.Before), After: side(c.After),
		Overall:  jsonOverallChange{c.Overall.Before, c.Overall.After, c.Overall.Delta(), c.LikeForLike, c.ScopeChange},
		Sections: []jsonChange{}, Questions: []jsonMoved{}, Entered: append([]string{}, c.Entered...), Left: append([]string{}, c.Left...),
		Detectable: c.Detectable, WithinNoise: c.WithinNoise, Reason: known(c.Reason),
	}
	for _, s := range c.Sections {
		out.Sections = append(out.Sections, jsonChange{s.ID, s.Before, s.After, s.Delta()})
	}
	for _, m := range c.Moved {
		out.Questions = append(out.Questions, jsonMoved{m.ID, m.Before, m.After})
	}
	if s := c.Sign; s != nil {
		out.Sign = &jsonSign{s.Up, s.Down, assess.Num(s.P)}
	}
	return encode(out, "  ")
}
