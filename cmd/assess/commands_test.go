package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
	"github.com/spf13/pflag"
)

// documented is the tree of verbs as the manual has it.
func documented() *cobra.Command {
	root := newRootCmd(world{getenv: func(string) string { return "" }})
	root.InitDefaultHelpCmd()
	for _, cmd := range append(below(root), root) {
		cmd.DisableAutoGenTag = true
	}
	return root
}

func usages(flags *pflag.FlagSet) string { return strings.TrimRight(flags.FlagUsages(), "\n") }

// docs/commands.md is what the commands say of themselves.
func TestCommandsPage(t *testing.T) {
	t.Parallel()
	var page bytes.Buffer
	page.WriteString("# Commands\n\nWritten by the tests from what `assess help` says. " +
		"Every verb also takes the options at the end.\n")
	for _, cmd := range below(documented()) {
		path, _, _ := strings.Cut(strings.TrimPrefix(cmd.CommandPath(), "assess "), " ")
		if path == "help" || path == "completion" || cmd.HasSubCommands() {
			continue
		}
		page.WriteString("\n## " + strings.TrimSuffix(cmd.UseLine(), " [flags]") + "\n\n" + cmd.Long)
		if cmd.Long == "" {
			page.WriteString(cmd.Short + ".")
		}
		page.WriteString("\n\n```text\n" + usages(cmd.LocalNonPersistentFlags()) + "\n```\n\nExamples:\n\n```sh\n")
		for _, line := range strings.Split(cmd.Example, "\n") {
			page.WriteString(strings.TrimPrefix(line, "  ") + "\n")
		}
		page.WriteString("```\n")
	}
	common := usages(documented().PersistentFlags())
	page.WriteString("\n## Options of every verb\n\n```text\n" + common + "\n```\n\n" +
		"`assess completion bash` (or zsh, fish, powershell) prints what teaches a shell to complete verbs, " +
		"options, section ids and names: `source <(assess completion bash)`, where the package bash-completion is installed.\n")
	name := filepath.Join(docs, "docs", "commands.md")
	old, err := os.ReadFile(name)
	if err == nil && bytes.Equal(old, page.Bytes()) {
		return
	}
	if !*update {
		t.Fatalf("docs/commands.md is not what the commands say (%v); -update writes it", err)
	}
	if err := os.WriteFile(name, page.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Every verb has an example and a manual page. The release takes the pages from the
// folder that ASSESS_MAN names.
func TestManual(t *testing.T) {
	t.Parallel()
	for _, cmd := range documented().Commands() {
		if cmd.IsAvailableCommand() && cmd.Name() != "help" && cmd.Name() != "completion" && cmd.Example == "" {
			t.Errorf("%s has no example", cmd.Name())
		}
	}
	dir := os.Getenv("ASSESS_MAN")
	if dir == "" {
		dir = t.TempDir()
	}
	date := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	header := doc.GenManHeader{Section: "1", Date: &date, Source: "assess", Manual: "assess"}
	if err := doc.GenManTree(documented(), &header, dir); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"assess.1", "assess-score.1", "assess-batch.1"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil || !bytes.Contains(data, []byte(".SH")) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
