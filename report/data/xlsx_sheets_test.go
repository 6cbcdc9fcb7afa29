package data

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"bankmaturity/assess"
	"bankmaturity/report/reporttest"

	"github.com/xuri/excelize/v2"
)

// planned is a result with a plan, actions of every kind, and questions put aside.
func planned() *assess.Result {
	res := reporttest.Respondents()
	r := res.Responses[0]
	res.Plan.Moves = res.Plan.Moves[:1] // a single step of its question
	move := res.Plan.Moves[0].Question.ID
	r.Actions = []assess.Action{
		{What: "=Do it", Question: move, Owner: "Ann Smith", Due: "2027-03-31", Status: assess.ActionOpen},
		{What: "Do it again", Question: move, Due: "some day", Status: assess.ActionDone},
		{What: "For the dimension", Section: "two", Status: assess.ActionDropped},
	}
	r.Parked = []assess.Parked{{Question: "three-1", Reason: "the audit is not over"}}
	res.Responses[1].Parked = r.Parked
	r.Answers[0].Private = assess.Hide("between ourselves")
	return res
}

// The first sheet says what page one says, has the dimensions from the highest score on with
// a chart of them, and the steps with what was decided on them.
func TestXLSXFrontSheet(t *testing.T) {
	t.Parallel()
	f := written(t, reporttest.Bank(), Options{})
	if f.GetActiveSheetIndex() != 0 || f.GetSheetList()[0] != "Summary" {
		t.Error("the summary is not the sheet that is seen first")
	}
	for _, said := range []string{
		"Harbour City Bank: Digital maturity of a bank", teller(t, reporttest.Bank(), "en").Headline(),
	} {
		f.find("Summary", said)
	}
	_, row := f.find("Summary", "Overall")
	last := 6.0
	for _, d := range f.rows("Summary")[row : row+9] {
		score := assess.Num(number(t, d[1]))
		if score.Value() > last {
			t.Errorf("%s stands below a lower score", d[0])
		}
		last = score.Value()
	}
	for name, want := range map[string]bool{
		"bank": true, "nothing": false, "not-applicable": false, "no-response": false,
	} {
		book, err := XLSX(reporttest.Cases()[name], Options{})
		if err != nil || hasPart(t, book, "xl/charts/chart1.xml") != want {
			t.Errorf("%s: there is a chart: %v, not %v (%v)", name, !want, want, err)
		}
	}
	for depth, want := range map[int]bool{1: false, 4: true} {
		rows := written(t, reporttest.Cases()["deep"], Options{Depth: depth}).rows("Summary")
		deepest := func(row []string) bool { return len(row) > 0 && row[0] == "Deepest" }
		if slices.ContainsFunc(rows, deepest) != want {
			t.Errorf("at depth %d the deepest section is shown: %v", depth, !want)
		}
	}
}

// Names stand in a workbook only where they are asked for, private notes never.
func TestXLSXNames(t *testing.T) {
	t.Parallel()
	for _, names := range []bool{false, true} {
		book, err := XLSX(planned(), Options{Names: names, Trace: true})
		f := reread(t, book, err)
		var all strings.Builder
		for _, sheet := range f.GetSheetList() {
			for _, row := range f.rows(sheet) {
				all.WriteString(strings.Join(row, "\n") + "\n")
			}
		}
		for _, name := range []string{"Ann Smith", "Person 1", "Head of unit", "harbour-1.yaml"} {
			if strings.Contains(all.String(), name) != names {
				t.Errorf("names %v: %s", names, name)
			}
		}
		if strings.Contains(all.String(), "between ourselves") {
			t.Error("a private note is printed")
		}
	}
}

// The roadmap holds the steps with the actions decided on, the actions of no step, what is
// parked; a status is chosen from a list in the words of the language.
func TestXLSXRoadmap(t *testing.T) {
	t.Parallel()
	for language, want := range map[string][]string{
		"en": {"Roadmap", "Until", "Status", "open", "done", "dropped", "action", "parked"},
		"zh": {"路线图", "期限", "状态", "进行中", "已完成", "已取消", "行动", "搁置"},
	} {
		f := written(t, planned(), Options{Language: language, Names: true})
		sheet := want[0]
		_, row := f.find(sheet, "=Do it")
		if raw, _, format := f.under(sheet, want[1], row); raw != "46477" || !strings.Contains(format, "yyyy") {
			t.Errorf("%s: the due date is %s by %s", language, raw, format)
		}
		if raw, _, _ := f.under(sheet, want[2], row); raw != want[3] {
			t.Errorf("%s: an open action is %s", language, raw)
		}
		_, row = f.find(sheet, "Do it again")
		if raw, _, _ := f.under(sheet, want[2], row); raw != want[4] {
			t.Errorf("%s: a finished action is %s", language, raw)
		}
		if first := f.rows(sheet)[row-1][0]; first != want[6] {
			t.Errorf("%s: the second action of a question stands with %s", language, first)
		}
		if _, row = f.find(sheet, "the audit is not over"); f.rows(sheet)[row-1][0] != want[7] {
			t.Errorf("%s: nothing is parked", language)
		}
		lists, err := f.GetDataValidations(sheet)
		if err != nil || len(lists) != 1 || strings.Trim(lists[0].Formula1, `"`) != strings.Join(want[3:6], ",") {
			t.Errorf("%s: statuses to choose from: %v (%v)", language, lists[0], err)
		}
	}
}

// What rests on votes is no plan yet; without anything to do there is no roadmap.
func TestXLSXWithoutAPlan(t *testing.T) {
	t.Parallel()
	f := written(t, reporttest.Provisional(), Options{})
	f.find("Roadmap", "This follows once the votes are agreed.")
	sheets := written(t, reporttest.Cases()["nothing"], Options{}).GetSheetList()
	if want := []string{"Summary", "Sections", "Questions", "Provenance"}; !slices.Equal(sheets, want) {
		t.Errorf("sheets of nothing: %v", sheets)
	}
}

// Votes are a matrix: a row per question, a column per voice and response. What is contested
// says so.
func TestXLSXVotes(t *testing.T) {
	t.Parallel()
	f := written(t, reporttest.Votes(), Options{})
	for _, title := range []string{"V1", "V2", "agreed (R1)"} {
		if !slices.ContainsFunc(f.rows("Votes"), func(row []string) bool { return slices.Contains(row, title) }) {
			t.Errorf("nobody is called %s", title)
		}
	}
	q := reporttest.Sample(2, reporttest.Dimension("one", "One"))
	many := strings.Split(strings.Repeat("13 ", 50)+"53", " ")
	layout, err := written(t, reporttest.Result(q, many...), Options{}).GetPageLayout("Votes")
	if err != nil || *layout.FitToWidth < 2 {
		t.Errorf("51 people stand on one page (%v)", err)
	}
	f = written(t, reporttest.Result(q, "13", "53", "33"), Options{})
	column, row := f.find("Votes", "contested")
	at, _ := excelize.CoordinatesToCellName(column, row)
	id, _ := f.GetCellStyle("Votes", at)
	if style, err := f.GetStyle(id); err != nil || !style.Font.Bold || len(style.Fill.Color) == 0 {
		t.Errorf("what is contested does not stand out (%v)", err)
	}
	if at, _ := excelize.CoordinatesToCellName(5, row); !f.number("Votes", at) {
		t.Error("a vote is no number")
	}
}

// Sections are moved in, not led by blanks; filters and heads stand where the table begins.
func TestXLSXTables(t *testing.T) {
	t.Parallel()
	f := written(t, reporttest.Bank(), Options{Trace: true})
	column, row := f.find("Sections", "Customer insight")
	at, _ := excelize.CoordinatesToCellName(column, row)
	id, _ := f.GetCellStyle("Sections", at)
	if style, err := f.GetStyle(id); err != nil || style.Alignment.Indent != 2 {
		t.Errorf("a dimension is not moved in twice: %+v (%v)", style.Alignment, err)
	}
	names := map[string]string{}
	for _, n := range f.GetDefinedName() {
		names[n.Scope+" "+n.Name] = n.RefersTo
	}
	for sheet, head := range map[string]string{"Sections": "1", "Questions": "1", "Trace": "2", "Roadmap": "2"} {
		titles := names[sheet+" _xlnm.Print_Titles"]
		if !strings.HasSuffix(titles, "'"+sheet+"'!$"+head+":$"+head) {
			t.Errorf("%s repeats %q", sheet, titles)
		}
		if filter := names[sheet+" _xlnm._FilterDatabase"]; !strings.Contains(filter, "!$A$"+head+":") {
			t.Errorf("%s filters %q", sheet, filter)
		}
		if panes, err := f.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != int(head[0]-'0') {
			t.Errorf("%s: the head does not stay in sight: %+v (%v)", sheet, panes, err)
		}
	}
	conditions, err := f.GetConditionalFormats("Sections")
	kinds := map[string]bool{}
	for _, all := range conditions {
		for _, c := range all {
			kinds[c.Type] = true
		}
	}
	if err != nil || !kinds["data_bar"] || !kinds["2_color_scale"] {
		t.Errorf("heights are not made visible: %v (%v)", kinds, err)
	}
}

// With a benchmark the sections stand beside their peers.
func TestXLSXPeers(t *testing.T) {
	t.Parallel()
	res := reporttest.Bank()
	scores := []float64{1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 4.6, 4.7}
	res.Peers = assess.Peers(res, &assess.Benchmark{Scores: map[string][]float64{"open-banking": scores}})
	f := written(t, res, Options{})
	_, row := f.find("Sections", "Open banking")
	if raw, shown, _ := f.under("Sections", "Median", row); raw != "3.25" || shown != "3.25" {
		t.Errorf("the median of the peers is %s, shown as %s", raw, shown)
	}
	if raw, _, _ := f.under("Sections", "Peers", row); raw != "10" {
		t.Errorf("there are %s peers", raw)
	}
}

// What moved leads; what entered and left is told apart; the change is a number with a sign.
func TestComparisonXLSX(t *testing.T) {
	t.Parallel()
	q := reporttest.Nine(2)
	before := reporttest.Result(q, "11 22 33 44 22 3- 11 22 33", "12 22 33 44 23 3- 11 22 33")
	after := reporttest.Result(q, "21 22 31 44 22 33 11 22 3n", "22 22 31 44 22 33 11 22 3n")
	c := assess.Compare(before, after)
	book, err := ComparisonXLSX(c, Options{})
	again, _ := ComparisonXLSX(c, Options{})
	if !bytes.Equal(book, again) || !hasPart(t, book, "xl/charts/chart1.xml") {
		t.Error("not the same bytes, or no chart")
	}
	noFormula(t, "comparison", book)
	f := reread(t, book, err)
	want := []string{"What changed", "Sections", "Questions that moved", "Entered and left"}
	if got := f.GetSheetList(); !slices.Equal(got, want) {
		t.Errorf("sheets: %v", got)
	}
	for _, sheet := range want {
		f.check("comparison", sheet)
	}
	_, row := f.find("What changed", "Change, like for like")
	raw, shown, format := f.under("What changed", "Change", row)
	if raw != decimal(c.LikeForLike) || format != signed {
		t.Errorf("the change is %s, shown as %s", raw, shown)
	}
	f.find("What changed", "More than noise")
	if first := f.rows("Questions that moved")[1]; !strings.HasPrefix(first[4], "-") {
		t.Errorf("what fell does not stand first: %v", first)
	}
	f.find("Entered and left", "Not applicable any more")
	f.find("Entered and left", "Answered only now")
	same, err := ComparisonXLSX(assess.Compare(before, before), Options{Language: "zh"})
	if sheets := reread(t, same, err).GetSheetList(); len(sheets) != 2 {
		t.Errorf("what did not happen has a sheet: %v", sheets)
	}
}
