package batch

import (
	"context"
	"iter"
)

// ordered runs work on jobs, several at once, and hands what they give to done in their
// order. It stops at an error of done, or when cancelled, without waiting for a job that
// is still to come.
func ordered[J, T any](
	ctx context.Context, workers int, jobs iter.Seq[J], work func(J) T, done func(T) error,
) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	tasks := make(chan task[J, T])
	results := make(chan chan T, 4*workers) // bounds what is finished and not yet handed over
	go feed(ctx, jobs, tasks, results)
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

// A task is a job, and where its result goes.
type task[J, T any] struct {
	job J
	out chan T
}

// feed hands jobs to the workers, and where their results will be to who waits for them,
// both in the order of the jobs.
func feed[J, T any](ctx context.Context, jobs iter.Seq[J], tasks chan<- task[J, T], results chan<- chan T) {
	defer close(results)
	defer close(tasks)
	for job := range jobs {
		t := task[J, T]{job, make(chan T, 1)}
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
}
