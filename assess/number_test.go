package assess

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
)

// A number in JSON is the shortest decimal of its value at six decimals.
func TestNumberInJSON(t *testing.T) {
	t.Parallel()
	same := func(v float64) {
		n := Num(v)
		got, want := string(n.AppendJSON(nil)), "null"
		if n.Defined() {
			want = strconv.FormatFloat(Round(v, 6), 'f', -1, 64)
		}
		if got != want {
			t.Errorf("%v: %s, not %s", v, got, want)
		}
	}
	for _, v := range []float64{
		0, math.Copysign(0, -1), 1, -1, 0.1, 2.675, 2.5000005, 0.0000004, 0.0000005, -0.0000006, 1e-300,
		0.999999, 0.9999999, 1e6, 9e6, 9007199.254740991, 9007199.254740993, 1e9, 1e9 + 0.5, 123456789.123456789,
		1e15, 1e16, 1e21, 1e300, -1e300, math.MaxFloat64, math.SmallestNonzeroFloat64, math.NaN(), math.Inf(1),
	} {
		same(v)
	}
	rng := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		same(math.Ldexp(rng.Float64()-0.5, rng.IntN(80)-40))
		same(float64(rng.IntN(5000)) / 1000)
		same(float64(rng.Int64N(1<<53)) / 1e6)
		same(1 + 4*rng.Float64())
	}
	if got := string(Number{}.AppendJSON(nil)); got != "null" {
		t.Errorf("an undefined number is %s", got)
	}
}
