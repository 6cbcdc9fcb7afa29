package data

import (
	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// ComparisonJSON writes the comparison as assess/comparison/v1 for people.
func ComparisonJSON(c *assess.Comparison, opts Options) []byte {
	w := writer{indented: true}
	side := func(key string, r *assess.Result) {
		w.object(key, true, func() {
			w.known("organization", r.Organization)
			w.known("date", r.Date)
			w.questionnaire(r.Questionnaire)
		})
	}
	return w.document(func() {
		w.text("format", comparisonFormat)
		side("before", c.Before)
		side("after", c.After)
		w.object("overall", true, func() {
			w.change(c.Overall)
			w.number("delta", c.Overall.Delta())
			w.number("like_for_like", c.LikeForLike)
			w.number("scope_change", c.ScopeChange)
		})
		w.objects("sections", true, len(c.Sections), func(i int) {
			w.text("id", c.Sections[i].ID)
			w.change(c.Sections[i])
			w.number("delta", c.Sections[i].Delta())
		})
		w.objects("questions", true, len(c.Moved), func(i int) {
			w.text("id", c.Moved[i].ID)
			w.change(c.Moved[i])
		})
		w.texts("entered", c.Entered)
		w.texts("left", c.Left)
		w.number("smallest_detectable_change", c.Detectable)
		w.flag("within_noise", c.WithinNoise != nil, c.WithinNoise != nil && *c.WithinNoise)
		w.known("reason", c.Reason)
		w.object("sign_test", c.Sign != nil, func() {
			w.int("up", c.Sign.Up)
			w.int("down", c.Sign.Down)
			w.float("p", c.Sign.P)
		})
		w.warnings(c.AllWarnings(), opts)
	})
}

func (w *writer) change(c assess.Change) {
	w.number("before", c.Before)
	w.number("after", c.After)
}

// QualityJSON writes the quality of a questionnaire's dimensions as assess/quality/v1.
func QualityJSON(all []assess.Quality) []byte {
	w := writer{indented: true}
	return w.document(func() {
		w.text("format", qualityFormat)
		w.objects("dimensions", true, len(all), func(i int) {
			d := all[i]
			w.text("id", d.Dimension.ID)
			w.int("n", d.N)
			w.number("alpha", d.Alpha)
			w.number("alpha_low", d.AlphaLow)
			w.number("alpha_high", d.AlphaHigh)
			w.number("lambda2", d.Lambda2)
			w.key("items")
			w.open('[')
			for i, qu := range d.Dimension.Questions {
				if qu.Profile { // which is not scored
					continue
				}
				w.next()
				w.open('{')
				w.text("question", qu.ID)
				w.number("item_rest", d.ItemRest[i])
				w.close('}')
			}
			w.close(']')
		})
	})
}

// mostFound is how many findings of one record a failure line holds.
const mostFound = 10_000

// FailureLine writes what could not be scored, and why, as a line of assess/failure/v1. The
// checksum is of the record's bytes, or of the file's where it is not read record by record; ""
// where they could not be read.
func FailureLine(source, sha256 string, found []diag.Diagnostic) []byte {
	found = diag.First(found, mostFound)
	w := writer{safeHTML: true}
	return w.document(func() {
		w.text("format", failureFormat)
		w.text("source", source)
		w.known("sha256", sha256)
		w.objects("diagnostics", found != nil, len(found), func(i int) {
			d := found[i]
			w.text("file", d.File)
			w.int("line", d.Line)
			w.int("column", d.Column)
			w.text("path", d.Path)
			w.text("severity", string(d.Severity))
			w.text("message", d.Message)
			w.text("hint", d.Hint)
		})
	})
}
