package main

import (
	"bankmaturity/cmd/assess/internal/outcome"
	"bankmaturity/cmd/assess/internal/printer"
)

// browserPrinter makes PDFs with the browser that is found on this machine.
type browserPrinter struct {
	getenv func(string) string
}

func (p browserPrinter) Ready() error {
	_, err := printer.Find(p.getenv)
	return err
}

// Print prints a page. A signal ends the browser first, and then the command.
func (p browserPrinter) Print(page []byte, date string) ([]byte, error) {
	program, err := printer.Find(p.getenv)
	if err != nil {
		return nil, err
	}
	ctx, stop := interruptible()
	defer stop()
	pdf, err := printer.Print(ctx, program, page, date)
	if ctx.Err() != nil {
		return nil, outcome.ErrInterrupted
	}
	return pdf, err
}
