package main

import (
	"bankmaturity/cmd/assess/internal/library"
	"bankmaturity/cmd/assess/internal/output"

	"github.com/spf13/pflag"
)

// What -q says where it only helps to find the questionnaire of answers.
const questionnaireOfAnswers = "bundled name or file (else the answers say)"

// reportOptions are those of verbs that read answers and write reports.
type reportOptions struct {
	questionnaire string
	outputs       []string
	format        string
}

func (o *reportOptions) addTo(flags *pflag.FlagSet) {
	flags.StringVarP(&o.questionnaire, "questionnaire", "q", "", questionnaireOfAnswers)
	flags.StringArrayVarP(&o.outputs, "output", "o", nil, "report to write, by extension; - is standard output")
	flags.StringVar(&o.format, "format", "", "format of the reports: md, html, pdf, json, csv or xlsx")
}

// prepare decides what to write, reads what -q names, and refuses what may not be
// replaced, reports and charts of some kinds beside them, before any answers are read.
func (o reportOptions) prepare(a app, charts []string) ([]output.Target, *library.Library, error) {
	targets, err := output.Targets(o.outputs, o.format)
	if err != nil {
		return nil, nil, err
	}
	lib, err := a.library(o.questionnaire)
	if err != nil {
		return nil, nil, err
	}
	return targets, lib, a.writer().Ready(targets, charts)
}
