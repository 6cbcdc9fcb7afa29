// Command beam scores JSON Lines of answers as a Beam pipeline, with assess as a library:
// read lines, key them by what is scored together, shuffle, score each group, write result
// and failure lines. Sorted, they are the bytes of
//
//	assess batch IN… -o OUT --detail questions
//
// so that assess batch --results makes of them what one machine would have written. It runs on
// the prism runner, in this process, unless --runner names another.
package main

import (
	"context"
	"flag"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

var (
	results  = flag.String("results", "results.jsonl", "file for the result lines")
	failures = flag.String("failures", "failures.jsonl", "file for the lines that can't be scored")
)

func init() {
	register.Function2x1(readLines)
	register.Function3x1(keyLine)
	register.Function3x1(scoreGroup)
	register.Emitter1[Line]()
	register.Emitter1[string]()
	register.Emitter2[string, Line]()
	register.Iter1[Line]()
}

func main() {
	flag.Parse()
	beam.Init()
	if flag.NArg() == 0 {
		log.Fatal("which files of JSON Lines?")
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, flag.Args())
	if err := beamx.Run(context.Background(), p); err != nil {
		log.Fatal(err)
	}
}

// build lays the pipeline out. The files are spread before they are read, the lines by the
// key of their group before they are scored.
func build(s beam.Scope, files []string) {
	lines := beam.ParDo(s, readLines, beam.Reshuffle(s, beam.CreateList(s, files)))
	keyed, failed := beam.ParDo2(s, keyLine, lines)
	scored := beam.ParDo(s, scoreGroup, beam.GroupByKey(s, keyed))
	textio.Write(s, *results, scored)
	textio.Write(s, *failures, failed)
}
