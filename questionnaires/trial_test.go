package questionnaires

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
)

// The trial of the bundled questionnaires: banks that are known, from facts that an assessor rated by dimension
// and that readers answered the questionnaires from. testdata/trial holds what they were given and what they
// said; the figures are computed anew from it and stand in trial.md.
//
//	assessor.csv    bank,dimension,rating            1 to 5, halves allowed
//	raters/*.csv    bank,question,answer,inferred    an option's value, na or unknown; 1 where it was guessed
//	claims.csv      claim,verdict,questions,reason   A asked, F in part, L lost
//	sheets/*.md     what assessor and readers had to go by
//	first/          the same of the first round, to which the questions were mended
const trial = "testdata/trial"

const (
	figuresBegin = "<!-- figures: computed from testdata/trial by the tests, -update writes them -->\n"
	figuresEnd   = "<!-- end of figures -->"
)

func TestTrial(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("trial.md")
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(page), figuresBegin)
	old, after, closed := strings.Cut(rest, figuresEnd)
	if !ok || !closed {
		t.Fatal("trial.md has no place for the figures")
	}
	var b strings.Builder
	for _, name := range Names() {
		readTrial(t, name).write(&b)
	}
	writeClaims(t, &b)
	switch now := b.String(); {
	case now == old:
	case *update:
		if err := os.WriteFile("trial.md", []byte(before+figuresBegin+now+figuresEnd+after), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("the figures are\n%s\ntrial.md has\n%s", now, old)
	}
}

// ratings are those of one questionnaire.
type ratings struct {
	q        *assess.Questionnaire
	banks    []string
	raters   map[string][]string                      // of a bank, in order of their names
	assessed map[string]map[string]float64            // bank, dimension: rating
	answers  map[string]map[string]map[string]string  // bank, rater, question: answer
	scores   map[string]map[string]map[string]float64 // bank, rater, dimension or "" for the overall: score
	said     int                                      // answers with a value
	inferred int                                      // of them
}

func readTrial(t *testing.T, name string) *ratings {
	t.Helper()
	r := &ratings{q: read(t, name),
		raters: map[string][]string{}, assessed: map[string]map[string]float64{},
		answers: map[string]map[string]map[string]string{}, scores: map[string]map[string]map[string]float64{}}
	for _, row := range table(t, filepath.Join(trial, "assessor.csv"), "bank", "dimension", "rating") {
		if s := r.q.Section(row[1]); s == nil || len(s.Questions) == 0 {
			continue // of the other questionnaire
		}
		if r.assessed[row[0]] == nil {
			r.assessed[row[0]] = map[string]float64{}
			r.banks = append(r.banks, row[0])
		}
		r.assessed[row[0]][row[1]] = number(t, row[2])
	}
	files, err := filepath.Glob(filepath.Join(trial, "raters", "*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatal("no raters", err)
	}
	for _, file := range files {
		r.hear(t, strings.TrimSuffix(filepath.Base(file), ".csv"), file)
	}
	for _, bank := range r.banks {
		r.scores[bank] = map[string]map[string]float64{}
		for _, rater := range r.raters[bank] {
			r.scores[bank][rater] = r.score(t, bank, r.answers[bank][rater])
		}
	}
	return r
}

// hear takes what a rater answered to the questionnaire. Each question is answered for each bank.
func (r *ratings) hear(t *testing.T, rater, file string) {
	t.Helper()
	for _, row := range table(t, file, "bank", "question", "answer", "inferred") {
		bank, id, answer := row[0], row[1], row[2]
		if r.q.Question(id) == nil {
			continue
		}
		if r.answers[bank] == nil {
			r.answers[bank] = map[string]map[string]string{}
		}
		if r.answers[bank][rater] == nil {
			r.answers[bank][rater] = map[string]string{}
			r.raters[bank] = append(r.raters[bank], rater)
		}
		r.answers[bank][rater][id] = answer
		if answer != "na" && answer != "unknown" {
			r.said++
			if row[3] != "0" {
				r.inferred++
			}
		}
	}
	for bank, by := range r.answers {
		if answers := by[rater]; answers != nil && len(answers) != len(r.q.Questions()) {
			t.Errorf("%s: %s answers %d questions of %s for %s", file, rater, len(answers), r.q.ID, bank)
		}
	}
}

// score lets the program itself score what a rater answered.
func (r *ratings) score(t *testing.T, bank string, answers map[string]string) map[string]float64 {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "format: assess/answers/v1\nquestionnaire: %s\nquestionnaire_version: %q\n", r.q.ID, r.q.Version)
	fmt.Fprintf(&b, "organization: %s\ndate: 2026-01-01\nanswers:\n", bank)
	for _, qu := range r.q.Questions() {
		answer := answers[qu.ID]
		if answer == "na" {
			answer = "{not_applicable: by its strategy}"
		}
		fmt.Fprintf(&b, "  %s: %s\n", qu.ID, answer)
	}
	find := func(string, string) (*assess.Questionnaire, string, []string) { return r.q, "", nil }
	records, found := codec.ReadAnswers(bank+".yaml", []byte(b.String()), find)
	for _, d := range found {
		t.Fatalf("%s: %s: %s", bank, d.Path, d.Message)
	}
	result := assess.Score(assess.Alone(records[0].Response))
	scores := map[string]float64{"": result.Overall.Score.Value()}
	for _, d := range result.Overall.Dimensions() {
		if d.Score.Defined() {
			scores[d.Section.ID] = d.Score.Value()
		}
	}
	return scores
}

// write writes the figures as Markdown.
func (r *ratings) write(b *strings.Builder) {
	fmt.Fprintf(b, "\n### %s %s\n\n", r.q.ID, r.q.Version)
	r.table(b)
	var overall, overallRated, dims, dimsRated []float64
	difference, compared := 0.0, 0
	near, both := 0, 0
	for _, bank := range r.banks {
		for _, rater := range r.raters[bank] {
			overall = append(overall, r.scores[bank][rater][""])
			overallRated = append(overallRated, r.rated(bank))
			for _, d := range r.dimensions() {
				score, ok := r.scores[bank][rater][d]
				if !ok {
					continue
				}
				dims, dimsRated = append(dims, score), append(dimsRated, r.assessed[bank][d])
				difference += math.Abs(score - r.assessed[bank][d])
				compared++
			}
		}
		n, m := r.agreement(bank)
		near, both = near+n, both+m
	}
	fmt.Fprintf(b, "| figure | wanted | found |\n|---|---|---:|\n")
	fmt.Fprintf(b, "| rank correlation with the assessor, overall scores | ≥ 0.95 | %.2f |\n", spearman(overall, overallRated))
	fmt.Fprintf(b, "| rank correlation with the assessor, dimensions | ≥ 0.90 | %.2f |\n", spearman(dims, dimsRated))
	fmt.Fprintf(b, "| mean absolute difference from the assessor, dimensions | ≤ 0.50 | %.2f |\n", difference/float64(compared))
	fmt.Fprintf(b, "| two raters within one level of each other, questions | ≥ 85 %% | %.0f %% |\n", 100*float64(near)/float64(both))
	fmt.Fprintf(b, "| answers that were inferred | ≤ 25 %% | %.0f %% |\n", 100*float64(r.inferred)/float64(r.said))
}

// table is the banks by dimensions: assessor, then the raters.
func (r *ratings) table(b *strings.Builder) {
	b.WriteString("| dimension |")
	for _, bank := range r.banks {
		fmt.Fprintf(b, " %s |", bank)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(r.banks)) + "\n")
	for _, d := range append(r.dimensions(), "") {
		fmt.Fprintf(b, "| %s |", cmp.Or(d, "**overall**"))
		for _, bank := range r.banks {
			rated := r.assessed[bank][d]
			if d == "" {
				rated = r.rated(bank)
			}
			fmt.Fprintf(b, " %.1f", rated)
			for _, rater := range r.raters[bank] {
				if score, ok := r.scores[bank][rater][d]; ok {
					fmt.Fprintf(b, " · %.2f", score)
				} else {
					b.WriteString(" · –")
				}
			}
			b.WriteString(" |")
		}
		b.WriteString("\n")
	}
	b.WriteString("\n")
}

func (r *ratings) dimensions() []string {
	var ids []string
	for _, s := range r.q.AllSections() {
		if len(s.Questions) > 0 {
			ids = append(ids, s.ID)
		}
	}
	return ids
}

// rated is the mean of what the assessor gave to the dimensions, which all weigh alike.
func (r *ratings) rated(bank string) float64 {
	sum := 0.0
	for _, d := range r.dimensions() {
		sum += r.assessed[bank][d]
	}
	return sum / float64(len(r.dimensions()))
}

// agreement counts the questions to which two raters of a bank gave values, and those among them
// where they are at most one level apart.
func (r *ratings) agreement(bank string) (near, both int) {
	raters := r.raters[bank]
	for _, qu := range r.q.Questions() {
		for i, one := range raters {
			for _, other := range raters[i+1:] {
				a, errA := strconv.ParseFloat(r.answers[bank][one][qu.ID], 64)
				b, errB := strconv.ParseFloat(r.answers[bank][other][qu.ID], 64)
				if errA != nil || errB != nil {
					continue
				}
				both++
				if math.Abs(a-b) <= 1 {
					near++
				}
			}
		}
	}
	return near, both
}

// spearman is the correlation of ranks, ties sharing their mean rank.
func spearman(a, b []float64) float64 {
	x, y := ranks(a), ranks(b)
	mean := float64(len(a)+1) / 2
	var xy, xx, yy float64
	for i := range x {
		xy += (x[i] - mean) * (y[i] - mean)
		xx += (x[i] - mean) * (x[i] - mean)
		yy += (y[i] - mean) * (y[i] - mean)
	}
	return xy / math.Sqrt(xx*yy)
}

func ranks(values []float64) []float64 {
	result := make([]float64, len(values))
	for i, v := range values {
		below, equal := 0, 0
		for _, w := range values {
			if w < v-assess.Tolerance {
				below++
			} else if w <= v+assess.Tolerance {
				equal++
			}
		}
		result[i] = float64(below) + float64(equal+1)/2
	}
	return result
}

func TestSpearman(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		a, b []float64
		want float64
	}{
		{[]float64{1, 2, 3}, []float64{10, 20, 25}, 1},
		{[]float64{1, 2, 3}, []float64{3, 2, 1}, -1},
		{[]float64{1, 2, 2, 3}, []float64{1, 2, 3, 4}, math.Sqrt(0.9)},
	} {
		if got := spearman(tt.a, tt.b); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%v, %v: %v, want %v", tt.a, tt.b, got, tt.want)
		}
	}
}

// table reads a CSV file with these columns, and perhaps more behind them.
func table(t *testing.T, file string, columns ...string) [][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) < 2 {
		t.Fatalf("%s: %v", file, err)
	}
	if !slices.Equal(rows[0][:len(columns)], columns) {
		t.Fatalf("%s has the columns %v", file, rows[0])
	}
	return rows[1:]
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// Every bank has notes, with a heading for each dimension of each questionnaire.
func TestTrialSheets(t *testing.T) {
	t.Parallel()
	want := 0
	for _, name := range Names() {
		want += len(read(t, name).Dimensions())
	}
	rated := map[string]bool{}
	for _, row := range table(t, filepath.Join(trial, "assessor.csv"), "bank", "dimension", "rating") {
		rated[row[0]] = true
	}
	if len(rated) < 6 {
		t.Errorf("only %d banks", len(rated))
	}
	for bank := range rated {
		data, err := os.ReadFile(filepath.Join(trial, "sheets", bank+".md"))
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(data), "\n## "); n != want {
			t.Errorf("the notes on %s have %d subjects, not %d", bank, n, want)
		}
	}
}

// writeClaims says how many of the essay's claims are asked. Who judged them had not written
// the questions.
func writeClaims(t *testing.T, b *strings.Builder) {
	t.Helper()
	count, lost := map[string]int{}, []string{}
	rows := table(t, filepath.Join(trial, "claims.csv"), "claim", "verdict", "questions", "reason")
	var known []*assess.Questionnaire
	for _, name := range Names() {
		known = append(known, read(t, name))
	}
	for _, row := range rows {
		count[row[1]]++
		if row[1] == "L" {
			lost = append(lost, row[0])
		}
		for _, id := range strings.Fields(row[2]) {
			if !slices.ContainsFunc(known, func(q *assess.Questionnaire) bool { return q.Question(id) != nil }) {
				t.Errorf("%s: no question %s", row[0], id)
			}
		}
	}
	if count["A"]+count["F"]+count["L"] != len(rows) || len(rows) == 0 {
		t.Errorf("verdicts are A, F, L: %v", count)
	}
	share := func(n int) float64 { return 100 * float64(n) / float64(len(rows)) }
	fmt.Fprintf(b, "\n### The essay's claims\n\n%d claims: %d asked (%.0f %%; wanted 85 %%), %d in part, %d lost.\n\nLost: %s.\n",
		len(rows), count["A"], share(count["A"]), count["F"], count["L"], strings.Join(lost, "; "))
}
