//go:build linux

package main

import (
	"log"
	"os"
	"os/exec"
	"slices"
	"syscall"
	"time"
)

// A program is one thing to measure.
type program struct {
	name    string
	command []string
	input   string // standard input, if any
}

// figures of one run: seconds, seconds, megabytes.
type figures struct{ wall, cpu, memory float64 }

func (p program) run() (figures, error) {
	cmd := exec.Command(p.command[0], p.command[1:]...)
	if p.input != "" {
		in, err := os.Open(p.input)
		if err != nil {
			return figures{}, err
		}
		defer in.Close()
		cmd.Stdin = in
	}
	cmd.Stderr = os.Stderr
	begun := time.Now()
	err := cmd.Run()
	f := figures{wall: time.Since(begun).Seconds()}
	if err != nil {
		return f, err
	}
	state := cmd.ProcessState
	f.cpu = (state.UserTime() + state.SystemTime()).Seconds()
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		f.memory = float64(usage.Maxrss) / 1000
	}
	return f, nil
}

// alternate runs programs in turn, so that a slow minute meets all, and returns the
// medians of each; a program that fails is left out, its name said.
func alternate(runs int, before func() error, all ...program) ([]figures, error) {
	measured := make([][]figures, len(all))
	for range runs {
		for i, p := range all {
			if err := before(); err != nil {
				return nil, err
			}
			f, err := p.run()
			if err != nil {
				log.Printf("%s: left out: %v", p.name, err)
				continue
			}
			measured[i] = append(measured[i], f)
		}
	}
	out := make([]figures, len(all))
	for i := range measured {
		if len(measured[i]) > 0 {
			out[i] = median(measured[i])
		}
	}
	return out, nil
}

// median takes the median of each figure.
func median(all []figures) figures {
	middle := func(get func(figures) float64) float64 {
		var values []float64
		for _, f := range all {
			values = append(values, get(f))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return figures{
		wall:   middle(func(f figures) float64 { return f.wall }),
		cpu:    middle(func(f figures) float64 { return f.cpu }),
		memory: middle(func(f figures) float64 { return f.memory }),
	}
}
