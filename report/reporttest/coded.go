package reporttest

import (
	"fmt"

	"bankmaturity/assess"
)

// Coded is a result by a model that has all that a model can bring of its own: numbers, tags,
// what to do next, where to read on, what is counted, a question without a title.
func Coded() *assess.Result {
	govern, protect := Dimension("govern", "Govern"), Dimension("protect", "Protect")
	govern.Code, protect.Code = "GV", "PR"
	q := Sample(3, Area("security", "Security", 1, govern, protect), Dimension("people", "People"))
	q.Tags = []assess.Tag{
		{ID: "h", Text: assess.Plain("High priority")}, {ID: "cloud", Text: assess.Plain("Cloud")},
		{ID: "spare", Text: assess.Plain("Carried by no question")},
	}
	for _, s := range []*assess.Section{govern, protect} {
		for i, qu := range s.Questions {
			qu.Code = fmt.Sprintf("%s.0%d", s.Code, i+1)
		}
	}
	govern.References = []assess.Reference{
		{Text: assess.Plain("The framework, part GV"), URL: "https://example.org/framework?part=gv&view=(all)"},
	}
	read := govern.Questions[0]
	read.Tags = []string{"h", "cloud"}
	read.References = []assess.Reference{
		{Text: assess.Plain("How others did it"), URL: "https://example.org/cases"},
		{Text: assess.Plain("The house's own manual, chapter 3")},
	}
	for i := range read.Options {
		read.Options[i].Help = assess.Plain(fmt.Sprintf("What level %d means here.", i+1))
		read.Options[i].Advice = assess.Plain(fmt.Sprintf("Move on from level %d.", i+1))
	}
	whole := govern.Questions[1] // what is asked is its title
	whole.Title, whole.Ask = nil, assess.Plain("How many people know the policy?")
	counted := protect.Questions[0]
	counted.Tags = []string{"h"}
	counted.Input, counted.Of = assess.ShareInput, assess.Plain("core processes")
	for i := range counted.Options[1:] {
		counted.Options[i+1].From = assess.Num(float64(i+1) / 4)
	}
	q.Link()
	responses := []*assess.Response{Response(q, 1, "123 234 3-4"), Response(q, 2, "123 234 3-4")}
	count := assess.Count{Part: assess.Num(8), Whole: assess.Num(14)}
	responses[0].Answers[3].Value, responses[0].Answers[3].Count = assess.Num(3), count
	return Assessed(q, responses)
}
