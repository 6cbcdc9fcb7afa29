package report

import "bankmaturity/report/data"

// chapters are the parts of a report in the order in which they are read.
func (v *view) chapters() []Chapter {
	return []Chapter{
		v.cover(), v.summary(), v.steps(), v.profile(), v.strengths(), v.gates(), v.gaps(), v.roadmap(),
		v.firmness(), v.peers(), v.outside(), v.open(), v.actions(), v.parked(), v.agreement(),
		v.disagreements(), v.notes(), v.counted(), v.tags(), v.method(), v.agreements(), v.radar(), v.trace(), v.bank(), v.provenance(),
	}
}

// json is the result for a template.
func (v *view) json() []byte {
	o := v.opts
	return data.JSON(v.Result, data.Options{Language: o.Language, Names: o.Names, Version: o.Version})
}
