package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"bankmaturity/assess/schema"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var update = flag.Bool("update", false, "rewrite expected output in scripts and goldens")

// today is the day on which every script plays.
var today = time.Date(2026, 11, 23, 9, 30, 0, 0, time.UTC)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"assess": func() {
			now := func() time.Time { return today }
			w := world{in: os.Stdin, out: os.Stdout, err: os.Stderr, now: now, getenv: os.Getenv}
			os.Exit(w.main(os.Args[1:]))
		},
	})
}

// Sessions a reader can follow, over the real main: see testdata/script.
func TestScripts(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			repository, err := filepath.Abs(docs)
			env.Setenv("REPOSITORY", repository)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "valid": valid},
	})
}

// valid requires that every JSON document of files is valid by the schema of its format.
func valid(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: valid FILE…")
	}
	for _, name := range args {
		docs := json.NewDecoder(strings.NewReader(ts.ReadFile(name)))
		docs.UseNumber()
		n := 0
		for ; docs.More(); n++ {
			var doc map[string]any
			ts.Check(docs.Decode(&doc))
			format, _ := doc["format"].(string)
			kind := strings.TrimSuffix(strings.TrimPrefix(format, "assess/"), "/v1")
			text, known := schema.Open(kind)
			if !known {
				ts.Fatalf("%s: no schema of %s", name, format)
			}
			parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
			ts.Check(err)
			compiler := jsonschema.NewCompiler()
			ts.Check(compiler.AddResource("schema.json", parsed))
			compiled, err := compiler.Compile("schema.json")
			ts.Check(err)
			if err := compiled.Validate(doc); err != nil {
				ts.Fatalf("%s: document %d: %v", name, n+1, err)
			}
		}
		if n == 0 {
			ts.Fatalf("%s holds nothing", name)
		}
	}
}

// exits runs a command and requires its exit code: exits 130 assess run …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if neg || err != nil {
		ts.Fatalf("usage: exits CODE COMMAND…")
	}
	got := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}
