package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"bankmaturity/assess/codec"

	"github.com/spf13/cobra"
)

// defaultQuestionnaire is asked where nothing names another.
const defaultQuestionnaire = "bank-digital"

type newOptions struct {
	questionnaire string
	output        string
}

func newNewCmd(a *app) *cobra.Command {
	var opts newOptions
	cmd := &cobra.Command{
		Use:   "new answers",
		Short: "Write an answers file to fill in",
		Long: `Write an answers file to fill in with any editor: every question with its
options as comments. assess run goes on with it, assess score scores it.`,
		Example:   "  assess new answers -o answers.yaml\n  assess new answers -q my-model.yaml > answers.yaml",
		ValidArgs: []string{"answers"},
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		RunE:      func(*cobra.Command, []string) error { return world(runNewAnswers(a, opts)) },
	}
	cmd.Flags().StringVarP(&opts.questionnaire, "questionnaire", "q", defaultQuestionnaire, "bundled name or file")
	cmd.Flags().StringVarP(&opts.output, "output", "o", "-", "file to write; - is standard output")
	return cmd
}

func runNewAnswers(a *app, opts newOptions) error {
	if ext := strings.ToLower(filepath.Ext(opts.output)); opts.output != "-" && !slices.Contains([]string{".yaml", ".yml"}, ext) {
		return usagef("-o %s: an answers file to fill in is written as .yaml", opts.output)
	}
	m, err := newModels(a, opts.questionnaire)
	if err != nil {
		return err
	}
	data := codec.NewAnswers(m.given, a.language(), a.today())
	if opts.output == "-" {
		_, err := a.out.Write(data)
		return err
	}
	if old, err := os.ReadFile(opts.output); err == nil && !bytes.Equal(old, data) && !a.force {
		return fmt.Errorf("%s exists; --force replaces it", opts.output)
	}
	return replace(opts.output, data, 0o600)
}
