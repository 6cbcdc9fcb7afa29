package batch

import (
	"bankmaturity/assess"
	"bankmaturity/cmd/assess/internal/outcome"
)

// openBenchmark reads the scores of peers, where they are asked for. Whether they are of the
// questionnaire that was answered is known only once answers are read.
func (b *batch) openBenchmark() (err error) {
	if b.opts.Benchmark == "" {
		return nil
	}
	if b.peers, err = b.Library.Benchmark(b.opts.Benchmark, b.Library.Given()); err != nil {
		return err
	}
	for _, scores := range b.peers.Scores {
		if len(scores) >= assess.FewestPeers {
			return nil
		}
	}
	return outcome.Findingf("--benchmark %s: no section in it has scores of %d organizations",
		b.opts.Benchmark, assess.FewestPeers)
}

// measure finds where a result stands among peers, and reports whether there are any.
func (b *batch) measure(res *assess.Result) bool {
	if b.peers == nil || b.peers.ID != res.Questionnaire.ID {
		return false
	}
	res.Peers = assess.Peers(res, b.peers)
	return true
}

// tellPeers warns where the peers answered something else.
func (b *batch) tellPeers(s *summary) {
	if b.peers == nil {
		return
	}
	q := s.questionnaire
	peers, own := b.peers.ID+" "+b.peers.Version, q.ID+" "+q.Version
	switch {
	case b.peers.ID != q.ID:
		b.Writer.Say("warning: --benchmark holds scores of %s: results of %s stand without peers", peers, own)
	case b.peers.Version != q.Version && b.Library.Given() == nil: // else reading it told
		b.Writer.Say("warning: the peers of --benchmark answered %s, these are answers to %s", peers, own)
	}
}
