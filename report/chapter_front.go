package report

// cover is what stands above the first chapter.
func (v *view) cover() Chapter {
	blocks := append([]Block{heading(1, v.Title())}, v.provisional()...)
	if v.Result.Date != "" {
		said := v.Count("front.date", len(v.Result.Responses), v.Date(v.Result.Date))
		blocks = append(blocks, paragraph(v.Sentences(said, v.warningsNote())))
	}
	return chapter("title", "", blocks...)
}

// warningsNote says that there are warnings about the responses.
func (v *view) warningsNote() string {
	if len(v.Result.Warnings) == 0 {
		return ""
	}
	return v.Count("front.warned", len(v.Result.Warnings))
}

// provisional says, before any figure, that the result rests on votes.
func (v *view) provisional() []Block {
	if said := v.Provisional(); said != "" {
		return []Block{strong(said)}
	}
	return nil
}

// soFar warns a chapter's reader that it is told by votes; nothing where all is agreed.
func (v *view) soFar() []Block {
	if v.Provisional() == "" {
		return nil
	}
	return []Block{paragraph(v.Say("provisional.so_far"))}
}

// later stands for a chapter that would tell as settled what rests on votes.
func (v *view) later(id, title string) Chapter {
	return chapter(id, title, paragraph(v.Say("provisional.later")))
}

// summary is the result in two sentences, with its chart.
func (v *view) summary() Chapter {
	return chapter("summary", v.Say("front.heading"), append([]Block{strong(v.Story())}, v.figure()...)...)
}

// papers opens the second part.
func (v *view) papers() Chapter {
	return chapter("papers", v.Say("papers.heading"), paragraph(v.Say("papers.intro")))
}

// figures are all figures of the whole, each with what it means.
func (v *view) figures() Chapter {
	return chapter("figures", v.Say("figures.heading"), v.list(v.facts()))
}

// facts say the figures line by line, without those of which a result has nothing to say.
func (v *view) facts() []Item {
	var items []Item
	for _, fact := range []struct{ lead, text string }{
		{"front.score", v.scoreFact()},
		{"front.range", v.rangeFact()},
		{"front.level", v.levelFact()},
		{"front.stage", v.stageFact()},
		{"front.coverage", v.coverageFact()},
		{"front.agreed", v.agreedFact()},
		{"front.target", v.targetFact()},
		{"front.evidenced", v.evidencedFact()},
		{"front.warnings", v.warningsFact()},
	} {
		if fact.text != "" {
			items = append(items, item(v.Say(fact.lead), fact.text))
		}
	}
	return items
}
