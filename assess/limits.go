package assess

// Limits of what the domain takes on. What a reader of files takes on is the reader's.
const (
	// MostResponses is how many responses one assessment scores together.
	MostResponses = 10_000
	// MostQuestions is how many questions a questionnaire holds.
	MostQuestions = 10_000
	// MostVoices is how many votes stand at one question of a response.
	MostVoices = 100
)

// Limits of effort: beyond them a number is approximate, and says so, or is not computed.
const (
	// A probability of agreeing by chance (docs/numbers.md, Agreement).
	mostChanceRaters = 30
	mostMultisets    = 500_000
	// How many responses have all their mixes tried (docs/numbers.md, How firm).
	fewestMixed = 5
	mostMixed   = 10
	// Support points of the error model carried exactly, and cells of the grid beyond.
	mostSupport = 100_000
	// Steps of the search for a plan (docs/numbers.md, The cheapest way).
	mostPlanSteps = 5_000_000
	// Complete responses from which on a dimension has a quality, and the questions up to
	// which they are compared with one another (docs/numbers.md, Quality of a questionnaire).
	fewestQualityRows    = 10
	mostQualityQuestions = 1_000
	// Changes that an interview can take back.
	mostUndone = 200
)
