package assess

// A TagScore is what the questions that carry a tag come to: the weighted mean of their
// points by their effective weights in the overall score (docs/numbers.md, Tags).
type TagScore struct {
	Tag       Tag
	Mean      bool   // every section above its questions is a mean; else there are no numbers
	Score     Number // undefined, as are the others, where none of its questions counts
	Low, High Number
	Coverage  Number // 0..1
}

// A tagged is a tag's questions, by index.
type tagged struct {
	tag       Tag
	questions []int
	mean      bool
}

// linkTags finds the questions of every tag.
func (q *Questionnaire) linkTags() {
	q.tagged = make([]tagged, len(q.Tags))
	for i, tag := range q.Tags {
		q.tagged[i] = tagged{tag: tag, mean: true}
	}
	for _, qu := range q.questions {
		for _, id := range qu.Tags {
			for i := range q.tagged {
				if t := &q.tagged[i]; t.tag.ID == id {
					t.questions = append(t.questions, qu.index)
					t.mean = t.mean && qu.section.onlyMeans()
				}
			}
		}
	}
}

// onlyMeans reports whether a section and all above it are weighted means.
func (s *Section) onlyMeans() bool {
	for ; s != nil; s = s.parent {
		if s.Method != Mean {
			return false
		}
	}
	return true
}

// tagScores computes the scores of the tags from the figures of questions and sections.
func (s *Scorer) tagScores() []TagScore {
	if len(s.q.tagged) == 0 {
		return nil
	}
	weights := s.q.weigh(func(sec *Section) bool { return s.sections[sec.index].applicable },
		func(i int) bool { return s.questions[i].applicable })
	out := make([]TagScore, len(s.q.tagged))
	for i, t := range s.q.tagged {
		out[i] = TagScore{Tag: t.tag, Mean: t.mean}
		if !t.mean {
			continue
		}
		var g gatherer
		for _, at := range t.questions {
			f := s.questions[at]
			f.weight = weights[at]
			g.add(&f)
		}
		if !g.applicable {
			continue
		}
		f := g.figures(Mean)
		out[i].Score, out[i].Coverage = f.score, Num(f.coverage)
		out[i].hold(f.low, f.high)
	}
	return out
}

// hold sets the bounds, which hold the score in the last bit too.
func (t *TagScore) hold(low, high float64) { t.Low, t.High = bounds(t.Score, low, high) }

// weigh returns the share that each question has of the overall score where some sections
// and questions count: each section splits its own among what counts in it.
func (q *Questionnaire) weigh(section func(*Section) bool, question func(index int) bool) []float64 {
	weights := make([]float64, len(q.questions))
	share := make([]float64, len(q.tree))
	share[0] = 1
	for _, sec := range q.tree {
		sum := 0.0
		for _, child := range sec.Sections {
			if section(child) {
				sum += child.Weight
			}
		}
		for _, qu := range sec.Questions {
			if question(qu.index) {
				sum += qu.Weight
			}
		}
		for _, child := range sec.Sections {
			if section(child) {
				share[child.index] = share[sec.index] * child.Weight / sum
			}
		}
		for _, qu := range sec.Questions {
			if question(qu.index) {
				weights[qu.index] = share[sec.index] * qu.Weight / sum
			}
		}
	}
	return weights
}

// lookAtTags keeps the extremes of every tag in the present way, or ways. Where it is not
// certain what counts the weights are not either: then a tag lies between the lowest and the
// highest of its questions.
func (b *bounder) lookAtTags() {
	q := b.scorer.q
	if len(q.tagged) == 0 {
		return
	}
	certain := true
	for _, f := range b.now {
		certain = certain && !(f.counts && f.optional)
	}
	var weights []float64
	if certain {
		weights = q.weigh(func(sec *Section) bool { return b.sections[sec.index].counts },
			func(i int) bool { return b.now[i].counts })
	}
	for i, t := range q.tagged {
		if !t.mean {
			continue
		}
		var low, high mean
		var all filled
		for _, at := range t.questions {
			f := b.now[at]
			if !f.counts {
				continue
			}
			all.merge(f)
			if certain {
				low.add(weights[at], f.low)
				high.add(weights[at], f.high)
			}
		}
		if certain && all.counts {
			all.low, all.high = low.value(Mean).Value(), high.value(Mean).Value()
		}
		b.tags[i].merge(all)
	}
}
