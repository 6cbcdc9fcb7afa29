package main

import (
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"sync"

	"bankmaturity/assess"
	"bankmaturity/assess/codec"
	"bankmaturity/questionnaires"
	"bankmaturity/report/data"
)

// A Line is a record of JSON Lines with its place, by which results name where they are from.
type Line struct {
	File   string
	Number int // of the line, from 1
	Record int // among the lines that are not empty, from 1; 0 where it is the only one
	Text   []byte
}

// readLines reads the records of a file; empty lines are none. The file is held as a whole:
// cut a long one first, at line ends, and name the pieces.
func readLines(file string, emit func(Line)) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var all []Line
	r := bufio.NewReader(bytes.NewReader(text))
	for number := 1; ; number++ {
		line, err := r.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			all = append(all, Line{file, number, len(all) + 1, bytes.TrimRight(line, "\r\n")})
		}
		if errors.Is(err, io.EOF) {
			break
		}
	}
	if len(all) == 1 {
		all[0].Record = 0
	}
	for _, l := range all {
		emit(l)
	}
	return nil
}

// keyLine puts a record under the key of its group, or says what is wrong with it.
func keyLine(l Line, keyed func(string, Line), failed func(string)) error {
	var reader codec.Reader
	record, found := reader.Line(l.File, l.Number, l.Record, l.Text, find)
	if record == nil {
		source := fmt.Sprintf("%s:%d", l.File, l.Number)
		failed(strings.TrimSuffix(string(data.FailureLine(source, codec.Checksum(l.Text), found)), "\n"))
		return nil
	}
	r := record.Response
	keyed(assess.GroupKey(r.Questionnaire().ID, r.Version, r.Organization, ""), l)
	return nil
}

// scoreGroup scores the records of a key. A shuffle keeps no order, so that of the input is
// restored first: respondents are numbered by it.
func scoreGroup(_ string, lines func(*Line) bool, emit func(string)) error {
	var all []Line
	for l := (Line{}); lines(&l); l = (Line{}) {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b Line) int {
		return cmp.Or(strings.Compare(a.File, b.File), cmp.Compare(a.Number, b.Number))
	})
	var (
		reader codec.Reader
		group  *assess.Gathering
	)
	for _, l := range all {
		record, _ := reader.Line(l.File, l.Number, l.Record, l.Text, find)
		if group == nil {
			group = assess.NewGathering(record.Questionnaire, false)
		}
		if err := group.Add(record.Response); err != nil {
			return err
		}
	}
	res := assess.Score(group.Group())
	assess.Agree(res, assess.Chances{})
	line := data.JSONLine(res, data.Options{Version: version, Detail: data.Questions, Files: true})
	emit(strings.TrimSuffix(string(line), "\n"))
	return nil
}

// version is written into results, as assess --version says it.
const version = "2.0.0"

// bundled reads the questionnaires that come with assess, once per process.
var bundled = sync.OnceValue(func() map[string]*assess.Questionnaire {
	out := map[string]*assess.Questionnaire{}
	for _, id := range questionnaires.Names() {
		text, _ := questionnaires.Open(id)
		out[id], _ = codec.ReadQuestionnaire(id+".yaml", text)
	}
	return out
})

// find finds the questionnaire that a record names. A model of your own is read here the same
// way.
func find(id, _ string) (q *assess.Questionnaire, reason string, known []string) {
	if q = bundled()[id]; q == nil {
		return nil, "it is not bundled", questionnaires.Names()
	}
	return q, "", nil
}
