package printer

import (
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
)

// Variable names the browser to print with, a path or a name on the PATH, instead of the
// one that is found.
const Variable = "ASSESS_BROWSER"

// errNone says how to do without.
var errNone = errors.New("no Edge, Chrome or Chromium is found to print a PDF with: name one in " + Variable +
	", or write a report .html, open it in any browser and print it to PDF from there")

// Find returns the path of the browser to print with. The environment is asked for
// [Variable] and, on Windows and macOS, for the folders of programs.
func Find(getenv func(string) string) (string, error) {
	if named := getenv(Variable); named != "" {
		path, err := exec.LookPath(named)
		if err != nil {
			return "", fmt.Errorf("%s: %w", Variable, err)
		}
		return path, nil
	}
	for _, candidate := range candidates(runtime.GOOS, getenv) {
		if path, err := exec.LookPath(candidate); err == nil {
			return path, nil
		}
	}
	return "", errNone
}

// candidates are the names and places of browsers on a system, the most usual first.
func candidates(system string, getenv func(string) string) []string {
	out := []string{
		"microsoft-edge", "microsoft-edge-stable", "google-chrome", "google-chrome-stable",
		"chromium", "chromium-browser", "chrome", "msedge",
	}
	switch system {
	case "windows":
		for _, variable := range []string{"ProgramFiles", "ProgramFiles(x86)", "LocalAppData"} {
			if base := getenv(variable); base != "" {
				out = append(out,
					filepath.Join(base, "Microsoft", "Edge", "Application", "msedge.exe"),
					filepath.Join(base, "Google", "Chrome", "Application", "chrome.exe"),
					filepath.Join(base, "Chromium", "Application", "chrome.exe"))
			}
		}
	case "darwin":
		for _, base := range []string{"/Applications", filepath.Join(getenv("HOME"), "Applications")} {
			for _, name := range []string{"Microsoft Edge", "Google Chrome", "Chromium"} {
				out = append(out, filepath.Join(base, name+".app", "Contents", "MacOS", name))
			}
		}
	default:
		out = append(out, "/opt/microsoft/msedge/msedge", "/opt/google/chrome/chrome",
			"/usr/lib/chromium/chromium", "/snap/bin/chromium")
	}
	return out
}
