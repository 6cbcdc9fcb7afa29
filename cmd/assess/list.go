package main

import (
	"fmt"

	"bankmaturity/questionnaires"

	"github.com/spf13/cobra"
)

func newListCmd(a *app, run func(app) error) *cobra.Command {
	return &cobra.Command{
		Use:     "list",
		Short:   "List the bundled questionnaires",
		Example: "  assess list",
		Args:    takes(0, 0),
		RunE:    func(*cobra.Command, []string) error { return run(*a) },
	}
}

func runList(a app) error {
	words, err := a.words()
	if err != nil {
		return err
	}
	lib, err := a.library("")
	if err != nil {
		return err
	}
	for _, name := range questionnaires.Names() {
		q := lib.Bundled(name)
		title := q.Title.In(a.language())
		line := words.Say("list", q.ID, q.Version, title, len(q.Dimensions()), len(q.Questions()))
		if _, err := fmt.Fprintln(a.out, line); err != nil {
			return err
		}
	}
	return nil
}
