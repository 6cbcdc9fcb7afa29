package workshop

import (
	"testing"

	"bankmaturity/assess/message/messagetest"
)

func TestKeys(t *testing.T) {
	t.Parallel()
	messagetest.Check(t, messages)
}
