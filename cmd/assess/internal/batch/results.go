package batch

import (
	"fmt"
	"path/filepath"
	"slices"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/assess/diag"
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/report/data"
)

// A joined result was scored by another batch, whose line says so.
type joined struct {
	scored
	place     diag.Diagnostic // of the line, without a message
	sha256    string          // of the line
	questions bool            // the line holds them
}

// readWritten reads the results and failures of other batches.
func (b *batch) readWritten(w *worker, p piece) reading {
	r := reading{behind: p.behind, passed: p.output, original: p.file.original, file: p.file.path}
	name := filepath.ToSlash(p.file.path)
	find := b.Library.Find(p.file.path)
	for _, l := range p.lines {
		source := fmt.Sprintf("%s:%d", name, l.Number)
		if len(l.Text) > library.LongestResult {
			r.fail(source, l.Checksum(), diag.Diagnostic{File: name, Line: l.Number, Column: 1,
				Severity: diag.Error, Message: "the line has more than 64 MiB"})
			continue
		}
		written, found := w.reader.Written(name, l.Number, l.Text, find)
		switch {
		case written == nil:
			r.fail(source, l.Checksum(), found...)
		case written.Failed != nil:
			r.fail(written.Failed.Source, written.Failed.SHA256, written.Failed.Diagnostics...)
		default:
			r.items = append(r.items, item{line: l.Number, joined: b.rescore(written, name, l, p.beside)})
		}
	}
	if p.err != nil {
		r.fail(name, "", library.Unreadable(name, p.err))
	}
	return r
}

// rescore takes over a result as its line has it. Only where it stands among peers is found
// anew, if they are given; where its first response comes from a row beside it tells, if the
// line does not.
func (b *batch) rescore(written *codec.Written, name string, l library.Line, beside []data.Source) *joined {
	j := &joined{sha256: l.Checksum(), questions: written.Questions}
	j.place = diag.Diagnostic{File: name, Line: l.Number, Column: 1, Severity: diag.Error}
	res := written.Result
	if at := max(l.Record, 1) - 1; at < len(beside) && len(res.Responses) > 0 && res.Responses[0].Source == "" {
		res.Responses[0] = &assess.Response{Source: beside[at].Of(res)}
	}
	j.line = append(l.Text, '\n')
	if b.measure(res) && written.Peers > 0 {
		j.line = fmt.Appendf(slices.Clip(l.Text[:written.Peers]), "%s}\n", data.PeersJSON(res.Peers))
	}
	j.tabulate(res, b.opts.Period, written.Questions)
	j.res = res
	return j
}

// takeJoined takes a result of another batch. One of an organization is held until it is known
// whether another shard has one, too.
func (b *batch) takeJoined(j *joined, original string) error {
	q := j.res.Questionnaire
	s, other, err := b.summaryFor(q, q.Version, j.place.File)
	if err != nil {
		return err
	}
	if other != nil {
		return b.failJoined(j, fmt.Sprintf("the %s %s beside these results is not the one beside %s",
			q.ID, q.Version, other.source), "name the one by which they were scored with -q")
	}
	if original != "" {
		return b.failJoined(j, "the file holds the same as "+original, "name each shard once")
	}
	if b.opts.By == ByResponse {
		return b.addJoined(s, j)
	}
	s.joined = append(s.joined, j)
	key := b.opts.Period.Of(j.res.Date) + "\n" + assess.OrganizationKey(j.res.Organization)
	if s.shards == nil {
		s.shards = map[string][]*joined{}
	}
	s.shards[key] = append(s.shards[key], j)
	return nil
}

// settle adds the results of organizations that one shard alone has. Where several have one
// each is only of some of the responses: none of them counts.
func (b *batch) settle() error {
	for _, s := range b.summaries {
		twice := map[*joined]string{} // where the other one is
		for _, all := range s.shards {
			if len(all) == 1 {
				continue
			}
			for i, j := range all {
				other := all[(i+1)%len(all)].place
				twice[j] = fmt.Sprintf("%s:%d", other.File, other.Line)
			}
		}
		for _, j := range s.joined {
			var err error
			if other := twice[j]; other != "" {
				err = b.failJoined(j, fmt.Sprintf("%s stands in %s too: its responses were scored apart",
					j.res.Organization, other), "shuffle the answers by the keys of assess batch - --keys before they are scored")
			} else {
				err = b.addJoined(s, j)
			}
			if err != nil {
				return err
			}
		}
		s.joined, s.shards = nil, nil
	}
	return nil
}

// addJoined writes a result of another batch, and counts its responses.
func (b *batch) addJoined(s *summary, j *joined) error {
	b.responses += len(j.res.Responses)
	if !j.questions {
		s.bare++
		return b.add(s, j.scored)
	}
	for _, r := range j.res.Responses {
		if err := s.quality.Add(r); err != nil {
			return err
		}
	}
	return b.add(s, j.scored)
}

func (b *batch) failJoined(j *joined, message, hint string) error {
	d := j.place
	d.Message, d.Hint = message, hint
	return b.fail(failure{fmt.Sprintf("%s:%d", d.File, d.Line), j.sha256, []diag.Diagnostic{d}})
}
