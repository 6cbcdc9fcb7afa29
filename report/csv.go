package report

import (
	"bytes"
	"strings"

	"bankmaturity/assess"
)

// tidyHead is the header of the CSV report, by which it is known.
const tidyHead = "kind,id,parent,title,weight,method,status,value,score,low,high,coverage,level,stage,evidenced,target,gap"

// CSV writes the result as a table: a row for the whole, each section and each
// question. A question's score is its points. What is undefined is empty.
func CSV(res *assess.Result, opts Options) []byte {
	var b bytes.Buffer
	language := opts.language(res.Questionnaire)
	b.Write(csvRow(strings.Split(tidyHead, ",")))
	var walk func(n *assess.Node, kind, parent string)
	walk = func(n *assess.Node, kind, parent string) {
		status := "applicable"
		if !n.Applicable {
			status = "not_applicable"
		}
		row := []string{kind, unformula(n.ID), unformula(parent), unformula(n.Title.In(language)), decimal(assess.Num(n.Weight)), string(n.Method), status, ""}
		for _, v := range []assess.Number{n.Score, n.Low, n.High, n.Coverage, n.Level, n.Stage, n.Evidenced, n.Target, n.Gap} {
			row = append(row, decimal(v))
		}
		b.Write(csvRow(row))
		for _, c := range n.Sections {
			walk(c, "section", n.ID)
		}
		for _, it := range n.Items {
			row := []string{"question", it.Question.ID, unformula(n.ID), unformula(it.Question.Title.In(language)), decimal(assess.Num(it.Question.Weight)), "", string(it.Status), decimal(it.Value), decimal(it.Points)}
			row = append(row, "", "", "", "", "", decimal(it.Evidenced), "", "")
			b.Write(csvRow(row))
		}
	}
	walk(res.Overall, "overall", "")
	return b.Bytes()
}
