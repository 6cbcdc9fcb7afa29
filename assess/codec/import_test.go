package codec

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"bankmaturity/assess"
	"bankmaturity/assess/diag"
	"bankmaturity/assess/workbook"

	"github.com/xuri/excelize/v2"
)

// survey is the questionnaire of the sample exports.
func survey(t testing.TB) *assess.Questionnaire {
	t.Helper()
	data, err := os.ReadFile("testdata/import/survey.yaml")
	if err != nil {
		t.Fatal(err)
	}
	q, ds := ReadQuestionnaire("survey.yaml", data)
	if len(ds) > 0 {
		t.Fatalf("survey.yaml: %v", ds)
	}
	return q
}

// msForms is the workbook that Microsoft Forms exports: days as numbers, answers of a list with
// a semicolon behind each.
func msForms(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	at := func(minute int) time.Time { return time.Date(2026, 11, 20, 10, minute, 0, 0, time.UTC) }
	rows := [][]any{
		{"ID", "Start time", "Completion time", "Email", "Name", "Teams of their own",
			"How fast are customers answered?\u00a0", "Which tools are in use?", "Since when does your unit exist?"},
		{1, at(1), at(9), "anonymous", "", "For at least half of the products.", "3. For every product",
			"A customer system;A board of work;", at(0)},
		{2, at(4), at(8), "anonymous", "", "Never, or hardly ever", "I don't know", "None of these;", nil},
	}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	data, err := workbook.Bytes(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// imported is what an export gives, for people to read: what is wrong, the answers, the map.
func imported(name string, data []byte, q *assess.Questionnaire, opts ImportOptions) []byte {
	var out bytes.Buffer
	in, ds := ReadExport(name, data, q, opts)
	diag.Sort(ds)
	_ = diag.Write(&out, ds, diag.Options{All: true})
	if in == nil {
		return out.Bytes()
	}
	for i, r := range in.Records {
		fmt.Fprintf(&out, "--- row %d\n%s", in.Rows[i], WriteAnswers(r.Response, WriteOptions{}))
	}
	fmt.Fprintf(&out, "--- map\n%s--- no column: %v\n", in.Map, in.Silent)
	return out.Bytes()
}

// The exports of survey tools, each with what it gives beside it.
func TestExports(t *testing.T) {
	t.Parallel()
	q := survey(t)
	opts := ImportOptions{Organization: "Harbour City Bank", Today: "2026-11-23"}
	compare(t, "testdata/import/microsoft-forms.xlsx", msForms(t))
	compare(t, "testdata/import/microsoft-forms.xlsx.out", imported("microsoft-forms.xlsx", msForms(t), q, opts))
	files := globbed(t, "testdata/import/*.csv")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		opts := opts
		if filepath.Base(file) == "google-forms.zh.csv" {
			opts.Organization = ""
		}
		compare(t, file+".out", imported(filepath.Base(file), data, q, opts))
	}
}

// What is bundled is known by its own words, in both languages.
func TestBundledQuestionsAreKnown(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"bank-digital", "bank-retail"} {
		data, err := os.ReadFile("../../questionnaires/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		q, _ := ReadQuestionnaire(name+".yaml", data)
		for _, language := range q.Languages {
			var head, rows [5][]string
			for i, qu := range q.Questions() {
				ask := fmt.Sprintf("%d. %s", i+1, qu.Ask.In(language))
				for n := range rows {
					head[n] = append(head[n], []string{ask, qu.Title.In(language), qu.ID, ask, ask}[n])
					rows[n] = append(rows[n], qu.Options[(n+i)%len(qu.Options)].Text.In(language))
				}
			}
			for n := range rows {
				var table bytes.Buffer
				w := csv.NewWriter(&table)
				if err := w.WriteAll([][]string{head[n], rows[n]}); err != nil {
					t.Fatal(err)
				}
				in, ds := ReadExport("e.csv", table.Bytes(), q, ImportOptions{Organization: "Bank", Today: "2026-11-23"})
				if len(ds) > 0 || len(in.Records) != 1 || len(in.Silent) > 0 {
					t.Fatalf("%s %s %d: %v", name, language, n, ds)
				}
				for i, qu := range q.Questions() {
					if got := in.Records[0].Response.Answers[i].Value; got != assess.Num(qu.Options[(n+i)%5].Value) {
						t.Errorf("%s: %v", qu.ID, got)
					}
				}
			}
		}
	}
}

// No word is that of two fields.
func TestImportWordsDiffer(t *testing.T) {
	t.Parallel()
	words, err := newImportWords()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for word, field := range words.fields {
		if before, twice := of[bare(word)]; twice && before != field {
			t.Errorf("%s is %s and %s", word, before, field)
		}
		of[bare(word)] = field
	}
	for word := range words.ticks {
		if words.unknown[word] || words.answers[word] {
			t.Errorf("%s is two words", word)
		}
	}
}

// What a cell says of a question with one answer: its value, "" for unknown, what is wrong else.
func TestCells(t *testing.T) {
	t.Parallel()
	q := survey(t)
	words, err := newImportWords()
	if err != nil {
		t.Fatal(err)
	}
	m := &importer{grid: &grid{table: &table{decimalComma: true}}, q: q, words: words, comparisons: 100}
	r := newAnswerReader(q.Question("own-teams"), m)
	for text, want := range map[string]string{
		"2": "2", "2.": "2", "2)": "2", "２": "2", "2.0": "2", "2,0": "2", "2 - about half": "2", "2、一半": "2", "2：一半": "2",
		"2) for AT least half of the products": "2", "for every product within 1.5 days": "3",
		"Never, or hardly ever": "1", "never or hardly ever.": "1", "几乎从不": "1", "所有产品都如此, 1.5天之内": "3",
		"don’t know": "", "不清楚": "",
		"4":                                     "4 is no option of own-teams; accepted are 1, 2, 3",
		"2.5 of them":                           "2.5 of them is no option of own-teams; accepted are 1, 2, 3",
		"2-3 products":                          "2-3 products is no option of own-teams; accepted are 1, 2, 3",
		"2/3":                                   "2/3 is no option of own-teams; accepted are 1, 2, 3",
		"For every product, within 15 days.":    "For every product, within 15 days. is no option of own-teams; accepted are 1, 2, 3",
		"2. For every product, within 1.5 days": "2. For every product, within 1.5 days is no option of own-teams; accepted are 1, 2, 3",
		"2 about half":                          "2 about half is no option of own-teams; accepted are 1, 2, 3",
		"3 or 4":                                "3 or 4 is no option of own-teams; accepted are 1, 2, 3",
		"2 of 10 customers":                     "2 of 10 customers is no option of own-teams; accepted are 1, 2, 3",
		"3 - no, 2":                             "3 - no, 2 is no option of own-teams; accepted are 1, 2, 3",
		"2. don't know":                         "2. don't know is no option of own-teams; accepted are 1, 2, 3",
		"often":                                 "often is no option of own-teams; accepted are 1, 2, 3",
		"2.00000000000000000001":                "2.00000000000000000001 is no option of own-teams; accepted are 1, 2, 3",
		"...":                                   "... is no option of own-teams; accepted are 1, 2, 3",
	} {
		u := r.read(m, text, 2)
		if got := u.value + u.why; got != want || (u.kind == unread) != (u.why != "") {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// What a cell of a list ticks, or what is wrong.
func TestLists(t *testing.T) {
	t.Parallel()
	q := survey(t)
	words, err := newImportWords()
	if err != nil {
		t.Fatal(err)
	}
	m := &importer{grid: &grid{table: &table{}}, q: q, words: words, comparisons: 100}
	r := newAnswerReader(q.Question("tools"), m)
	for text, want := range map[string]string{
		"A customer system;A warehouse, with history;": "[crm, warehouse]", "warehouse, crm": "[crm, warehouse]",
		"a warehouse, with history, a board of work": "[warehouse, board]", "1. 客户系统┋3. 任务看板": "[crm, board]",
		"数据仓库，含历史，客户系统": "[crm, warehouse]", "none": "[none]", "[]": "[]",
		"crm;crm":         "crm;crm: crm is ticked a second time",
		"crm;none":        "crm;none: none can't be ticked beside others",
		"crm, sap, excel": "sap; excel is no option of tools; accepted are crm, warehouse, board, none",
		"A warehouse":     "A warehouse is no option of tools; accepted are crm, warehouse, board, none",
	} {
		u := r.read(m, text, 2)
		got := u.why
		if u.kind == readTicks {
			got += tickList(u.ids)
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// Headers are known by names in every spelling, and one that may be two is none.
func TestHeads(t *testing.T) {
	t.Parallel()
	words, err := newImportWords()
	if err != nil {
		t.Fatal(err)
	}
	h := newHeadNames(survey(t), words)
	for head, want := range map[string]string{
		"own-teams": "[own-teams]", "OwnTeams": "[own-teams]", "P-1": "[own-teams]", "Q1. Teams of their own *": "[own-teams]",
		"3、有多少产品配有专职团队？": "[own-teams]", "第3题：专职团队": "[own-teams]", "Teams of their own: How many products have a team of their own?": "[own-teams]",
		"P-1 How many products have a team of their own?": "[own-teams]", "(2) answers": "[answered]",
		"tools[crm]": "[tools[crm]]", "5、在用哪些工具？(任务看板)": "[tools[board]]", "Which tools are in use?: None of these": "[tools[none]]",
		"tools[other]": "[]", "部门/岗位": "[role]", "E-mail": "[ignore]", "Completion time": "[date]", "": "[]", "3.": "[]",
		"Teams": "[]", "date day/month/year": "[date day/month/year]",
	} {
		if got := fmt.Sprint(h.find(head)); got != want {
			t.Errorf("%s: %s, want %s", head, got, want)
		}
	}
	h.add("Role", target{field: fieldDate})
	if got := h.find("role"); len(got) != 2 {
		t.Errorf("%v", got)
	}
}

// Days with the year last are read as the map says, and never guessed.
func TestDayIn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ cell, order, want string }{
		{"11/5/2026", dayFirst, "[2026-05-11]"}, {"11/5/2026 10:00:00 AM", monthFirst, "[2026-11-05]"},
		{"11/20/2026", dayFirst, "[]"}, {"soon", monthFirst, "[]"},
	} {
		if got := fmt.Sprint(dayIn(tt.cell, tt.order)); got != tt.want {
			t.Errorf("%s %s: %s", tt.cell, tt.order, got)
		}
	}
	for cell, want := range map[string]string{
		"2026/11/20 10:31:02 AM GMT+1": "[2026-11-20]", "2026/11/20 下午3:31:02 GMT+8": "[2026-11-20]",
		"2026-11-20T10:31:02+0100": "[2026-11-20]", "2026-11-20 10:31:02 UTC": "[2026-11-20]", "2026-11-20 at noon": "[]",
	} {
		if got := fmt.Sprint(ParseDay(cell)); got != want {
			t.Errorf("%s: %s", cell, got)
		}
	}
}

// The second row holds heads only where it can't be a person's.
func TestSecondHead(t *testing.T) {
	t.Parallel()
	q := survey(t)
	opts := ImportOptions{Organization: "Bank", Today: "2026-11-23"}
	for table, want := range map[string]int{
		"ID,answered,tools,\n,Response,crm,board\n1,2,crm,\n": 1, // row 3 alone is a person's
		"answered,wish\nResponse,Open-Ended Response\n2,x\n":  1,
		"ID,answered\n,2\n2,3\n":                              2, // nobody's ID, but an answer
		"answered,tools\n2,crm\n3,board\n":                    2,
		"ID,answered,\n1,2,crm\n2,3,\n":                       0, // what stands in a column without a head?
		"ID,answered,\n,2,3\n2,3,\n":                          0,
	} {
		in, ds := ReadExport("e.csv", []byte(table), q, opts)
		if in == nil || len(in.Records) != want || (want == 0) != diag.Errors(ds) {
			t.Errorf("%q: %+v %v", table, in, ds)
		}
	}
}
