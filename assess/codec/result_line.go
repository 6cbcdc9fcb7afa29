package codec

import (
	"fmt"
	"slices"
	"strings"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/tree"
)

// The values of the `format` key of lines that a batch writes.
const (
	resultFormat  = "assess/result/v1"
	failureFormat = "assess/failure/v1"
)

// A Written is what a line of a batch says: a result, or what could not be scored.
type Written struct {
	// Result has the figures of the line, with at most six decimals each. Of its responses it has
	// no more than their source and checksum and, with Questions, the answers that give points.
	Result    *assess.Result
	Questions bool // the line holds questions
	Peers     int  // where in the line its peers begin, the last that it holds; 0 where others follow

	Failed *Failed // nil where there is a result
}

// A Failed is what could not be scored.
type Failed struct {
	Source      string
	SHA256      string // of the record; "" where it could not be read
	Diagnostics []diag.Diagnostic
}

// Written reads line n (from 1) of the results and failures that a batch wrote. The
// questionnaire has to be the one by which they were scored, byte for byte. Where the
// diagnostics hold an error there is nothing.
func (r *Reader) Written(name string, n int, line []byte, find Find) (*Written, []diag.Diagnostic) {
	s := tree.New("line.json", line, &r.arena)
	w := writtenReader{Source: s, find: find, written: new(Written)}
	if docs := parse(s, tree.Options{Scan: true}); len(docs) > 0 {
		w.read(docs[0].Root)
	}
	found := s.Diagnostics()
	for i := range found {
		found[i].File = name
		if found[i].Line > 0 {
			found[i].Line += n - 1
		}
	}
	if s.Failed() {
		return nil, found
	}
	return w.written, found
}

// A writtenReader reads what assess wrote. It is strict about what it takes over and passes
// over the rest.
type writtenReader struct {
	*tree.Source
	find    Find
	written *Written
	q       *assess.Questionnaire
}

func (r *writtenReader) read(root *tree.Node) {
	format := r.child(root, "format")
	if format == nil {
		return
	}
	switch format.Value {
	case resultFormat:
		r.readResult(root)
	case failureFormat:
		r.readFailed(root)
	default:
		r.Err(format, format.Describe()+" can't stand here; accepted are "+resultFormat+" and "+failureFormat,
			"--results reads summary.jsonl and failures.jsonl; answers are read without it")
	}
}

// child returns what stands under a key that has to be there.
func (r *writtenReader) child(n *tree.Node, key string) *tree.Node {
	if n.Kind != tree.Mapping {
		r.ErrKind(n, "an object")
		return nil
	}
	c := n.Child(key)
	if c == nil {
		r.Err(n, key+" is missing", "")
	}
	return c
}

// text returns the text under a key, "" for null.
func (r *writtenReader) text(n *tree.Node, key string) string {
	c := r.child(n, key)
	if c == nil || c.Nothing() {
		return ""
	}
	if !c.IsText() {
		r.ErrKind(c, "a text")
		return ""
	}
	return strings.Clone(c.Value)
}

// number returns the number under a key, undefined for null; one beyond the bounds is none that
// assess writes.
func (r *writtenReader) number(n *tree.Node, key string, lowest, highest float64) assess.Number {
	c := r.child(n, key)
	if c == nil || c.Nothing() {
		return assess.Number{}
	}
	v, ok := r.Decimal(c)
	if ok && (v < lowest-assess.Tolerance || v > highest+assess.Tolerance) {
		r.Err(c, fmt.Sprintf("%s lies outside %v to %v", tree.Brief(c.Value), lowest, highest), "")
		return assess.Number{}
	}
	if !ok {
		return assess.Number{}
	}
	return assess.Num(v)
}

// flag returns whether a key says true.
func (r *writtenReader) flag(n *tree.Node, key string) bool {
	c := r.child(n, key)
	return c != nil && c.Class == tree.Boolean && c.Value == "true"
}

// list returns the items under a key, and whether there is a list and not null.
func (r *writtenReader) list(n *tree.Node, key string) ([]*tree.Node, bool) {
	c := r.child(n, key)
	switch {
	case c == nil || c.Nothing():
		return nil, false
	case c.Kind != tree.Sequence:
		r.ErrKind(c, "a list")
		return nil, false
	}
	return c.Items, true
}

func (r *writtenReader) readFailed(root *tree.Node) {
	f := &Failed{Source: r.text(root, "source"), SHA256: r.text(root, "sha256")}
	all, _ := r.list(root, "diagnostics")
	for _, n := range all {
		d := diag.Diagnostic{File: r.text(n, "file"), Path: r.text(n, "path"), Message: r.text(n, "message"),
			Hint: r.text(n, "hint"), Severity: diag.Severity(r.text(n, "severity"))}
		d.Line = int(r.number(n, "line", 0, 1<<53).Value())
		d.Column = int(r.number(n, "column", 0, 1<<53).Value())
		f.Diagnostics = append(f.Diagnostics, d)
	}
	r.written.Failed = f
}

func (r *writtenReader) readResult(root *tree.Node) {
	if by := r.child(root, "questionnaire"); by != nil {
		r.readQuestionnaire(by)
	}
	if r.q == nil || r.Failed() {
		return
	}
	res := assess.Recall(r.q, int(r.number(root, "provisional", 0, float64(len(r.q.Questions()))).Value()))
	res.Organization, res.Date = r.text(root, "organization"), r.text(root, "date")
	r.written.Result = res
	r.readResponses(root, res)
	if overall := r.child(root, "overall"); overall != nil {
		r.node(overall, res.Overall)
	}
	if profile := r.child(root, "profile"); profile != nil {
		r.readProfile(profile, res)
	}
	if peers := root.Child("peers"); peers != nil && peers == root.Items[len(root.Items)-1] {
		r.written.Peers = peers.At
	}
}

// readQuestionnaire finds the questionnaire by which the result was scored.
func (r *writtenReader) readQuestionnaire(n *tree.Node) {
	id, version, sum := r.text(n, "id"), r.text(n, "version"), r.text(n, "sha256")
	if r.Failed() {
		return
	}
	q, reason, known := r.find(id, version)
	switch {
	case q == nil:
		r.Err(n, "no questionnaire "+tree.Brief(id)+": "+reason, r.Nearest(id, known))
	case q.Version != version || sum != "" && q.SHA256 != "" && sum != q.SHA256:
		r.Err(n, fmt.Sprintf("these are results by another %s %s than the %s that is at hand",
			q.ID, tree.Brief(version), q.Version), "name the one by which they were scored with -q")
	default:
		r.q = q
	}
}

// readResponses reads how many responses there are and, where the line lists them, where from.
func (r *writtenReader) readResponses(root *tree.Node, res *assess.Result) {
	count := int(r.number(root, "response_count", 0, assess.MostResponses).Value())
	listed, known := r.list(root, "responses")
	if known && len(listed) != count {
		r.Err(root.Child("responses"),
			fmt.Sprintf("%d responses are listed, response_count is %d", len(listed), count), "")
		return
	}
	res.Responses = slices.Repeat([]*assess.Response{{}}, count)
	for i, n := range listed {
		res.Responses[i] = assess.NewResponse(r.q)
		res.Responses[i].Source, res.Responses[i].SHA256 = r.text(n, "source"), r.text(n, "sha256")
	}
}
