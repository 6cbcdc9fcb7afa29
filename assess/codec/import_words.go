package codec

import "strings"

// importWords are what survey tools and people call things, in every language: what a column
// holds, what says that an option is ticked, or that somebody doesn't know.
type importWords struct {
	fields  map[string]string // names of columns, to one of importFields
	answers map[string]bool   // bare: in the second header row, under a question with one column
	unknown map[string]bool   // bare
	ticks   map[string]bool   // bare: whether what it says is that an option is ticked
}

func newImportWords() (*importWords, error) {
	sheet, err := knownSheetWords()
	if err != nil {
		return nil, err
	}
	w := &importWords{
		fields:  map[string]string{},
		answers: map[string]bool{}, unknown: map[string]bool{}, ticks: map[string]bool{},
	}
	for label, field := range sheet.labels {
		w.fields[label] = field
	}
	for _, spoken := range sheet.spoken {
		each := func(key string, take func(word string)) {
			for word := range strings.FieldsFuncSeq(spoken.Say(key), among(";；")) {
				take(strings.TrimSpace(word))
			}
		}
		for _, field := range []string{fieldOrganization, fieldRespondent, fieldRole, fieldDate, ignored} {
			each("import."+field, func(word string) { w.fields[word] = field })
		}
		each("import.answer", func(word string) { w.answers[bare(word)] = true })
		each("import.unknown", func(word string) { w.unknown[bare(word)] = true })
		each("import.ticked", func(word string) { w.ticks[bare(word)] = true })
		each("import.unticked", func(word string) { w.ticks[bare(word)] = false })
	}
	return w, nil
}
