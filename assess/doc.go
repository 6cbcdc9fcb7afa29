// Package assess is the domain of maturity self-assessment: questionnaires,
// responses, and the numbers that follow from them. It is pure: it reads no
// file, knows no terminal and no clock, and the same values in give the same
// values out, bit for bit, on every machine.
//
// The story in one paragraph. A [Questionnaire] is a tree of [Section] nodes;
// the leaves that hold questions are the dimensions. Each [Question] offers
// options whose values are carried onto the level scale as points. A
// [Response] is what one respondent, or one group that agreed, said on one
// date. [Score] combines the responses question by question (the median of
// the points), rolls them up the tree, and returns a [Result] in which every
// number travels with its coverage and its exact bounds; who scores many keeps
// a [Scorer]. [Explain] adds what makes a result understood: agreement, how firm
// it is, the cheapest [Plan] to the next level. An [Interview] is the workshop as
// a state machine: what is asked next, what is recorded.
//
// A program that scores many groups its responses by [GroupKey] into a [Gathering] each, as
// package bankmaturity/report/data shows in an example: package bankmaturity/assess/codec reads
// answers, bankmaturity/questionnaires holds the bundled models, report/data writes lines.
//
// Files sort into families: questionnaire_ and response_ are what goes in, score_
// is how the numbers are made, result is what comes out; agreement_, robustness_,
// plan_, compare, peers and quality are computed from results, interview_ records.
//
// Four things are kept apart everywhere: not applicable, unknown, unanswered,
// and the lowest level. What does not exist is an undefined [Number], never
// zero and never NaN.
//
// The words of the code are those of the questionnaire format: level, section,
// dimension, question, option, response, points, score, stage, coverage,
// evidenced score, target, gap. Every formula cites a heading of
// docs/numbers.md.
package assess
