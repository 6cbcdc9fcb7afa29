package report

import "bankmaturity/assess"

// A Portfolio is what the page over many organizations shows.
type Portfolio struct {
	*assess.Portfolio
	Qualities []assess.Quality // of each dimension
	Failures  Failures
}

// Failures are the files and records of a batch that could not be scored.
type Failures struct {
	Count int
	Kinds []FailureKind // the most frequent first
	First []Failure     // by name, in their order
}

// A FailureKind is where many of them are wrong, without what is their own.
type FailureKind struct {
	Said  string // the kind of place, in the format's own words; "": the whole
	Count int
}

// A Failure is one of them.
type Failure struct {
	Place string // file and line
	Said  string // as a kind says it
}
