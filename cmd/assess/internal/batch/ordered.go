package batch

import (
	"context"
	"iter"
)

// ordered runs work on jobs, several at once, and hands what they give to done in
// their order. It stops at an error of done, or when cancelled, without waiting for
// a job that is still to come.
func ordered[J, T any](
	ctx context.Context, workers int, jobs iter.Seq[J], work func(J) T, done func(T) error,
) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	type task struct {
		job J
		out chan T
	}
	tasks := make(chan task)
	results := make(chan chan T, 4*workers) // bounds what is finished and not yet handed over
	go func() {
		defer close(results)
		defer close(tasks)
		for job := range jobs {
			t := task{job, make(chan T, 1)}
			select {
			case results <- t.out:
			case <-ctx.Done():
				return
			}
			select {
			case tasks <- t:
			case <-ctx.Done():
				return
			}
		}
	}()
	for range workers {
		go func() {
			for t := range tasks {
				t.out <- work(t.job)
			}
		}()
	}
	for {
		select {
		case out, more := <-results:
			if !more {
				return ctx.Err()
			}
			select {
			case v := <-out:
				if err := done(v); err != nil {
					return err
				}
			case <-ctx.Done():
				return ctx.Err()
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
