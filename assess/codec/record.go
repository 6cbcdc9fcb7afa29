package codec

import (
	"bankmaturity/assess"
	"bankmaturity/assess/diag"
)

// Find finds the questionnaire that has an id; of several the one of the version that
// was answered. Where there is none it says why, and which ids it knows.
type Find func(id, version string) (q *assess.Questionnaire, reason string, known []string)

// A Record is a response as read, with the questionnaire it answers and the
// places of what is compared with other files.
type Record struct {
	Response      *assess.Response
	Questionnaire *assess.Questionnaire
	At            map[string]Place // of organization, questionnaire, date and targets.<section id>
	File          string           // the name that was read, without #3

	data []byte // where At is still to be found
	find Find
}

// Blame makes a diagnostic about a value of the record, named by its path. A
// path without a place blames the place of the questionnaire.
func (r Record) Blame(path string, severity diag.Severity, message, hint string) diag.Diagnostic {
	if r.data != nil { // read without places: read again
		if records, _ := readAnswers(r.File, r.data, r.find); len(records) == 1 {
			r.At = records[0].At
		}
	}
	place, ok := r.At[path]
	if !ok {
		place = r.At["questionnaire"]
	}
	return place.blame(r.File, finding{length: place.Length, path: path, severity: severity, hint: hint}, message)
}

// pending is a record whose places are still nodes.
type pending struct {
	record Record
	nodes  map[string]*node
}

// records finds the places of all records in one pass over the text.
func (s *source) records(all []pending) []Record {
	var offsets []int
	for _, p := range all {
		for _, n := range p.nodes {
			offsets = append(offsets, n.at)
		}
	}
	places := s.places(offsets)
	out := make([]Record, len(all))
	for i, p := range all {
		p.record.At = make(map[string]Place, len(p.nodes))
		for path, n := range p.nodes {
			place := places[n.at]
			place.Length = s.extent(n)
			p.record.At[path] = place
		}
		out[i] = p.record
	}
	return out
}
