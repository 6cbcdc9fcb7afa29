package assess

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// Whatever prints an answer, its private note is not in it.
func TestPrivateStaysPrivate(t *testing.T) {
	t.Parallel()
	a := Answer{Note: "open", Private: Hide("the CFO objects")}
	data, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x"} {
		data = append(data, fmt.Sprintf(verb, a)...)
		data = append(data, fmt.Sprintf(verb, []*Answer{&a}[0])...)
	}
	if text := string(data); strings.Contains(text, "CFO") || !strings.Contains(text, "open") {
		t.Error(text)
	}
	if Reveal(a.Private) != "the CFO objects" || a.Empty() {
		t.Error("the note is lost")
	}
}
