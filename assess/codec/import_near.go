package codec

import (
	"cmp"
	"slices"
)

// A nearby is something that a text may have meant, and how it is called.
type nearby struct {
	name  string // as a map and a message name it
	pairs []uint64
}

// What is compared, and named.
const (
	nearRunes   = 200
	nearNamed   = 3
	nearAtLeast = 0.3
)

// newNearby prepares what a text is compared with.
func newNearby(name, text string) nearby { return nearby{name, pairsOf(text)} }

// pairsOf are the pairs of neighbouring letters of a text, sorted.
func pairsOf(text string) []uint64 {
	runes := []rune(bare(text))
	runes = runes[:min(len(runes), nearRunes)]
	if len(runes) == 1 {
		runes = append(runes, 0)
	}
	var out []uint64
	for i := 1; i < len(runes); i++ {
		out = append(out, uint64(runes[i-1])<<32|uint64(runes[i]))
	}
	slices.Sort(out)
	return out
}

// alike is the share of pairs that two texts have in common (Dice's coefficient): it asks
// nothing of a language, and is as good for texts without spaces.
func alike(a, b []uint64) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	common := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			common, i, j = common+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return 2 * float64(common) / float64(len(a)+len(b))
}

// nearest names what a text is most like, the likest first. It stops looking once an import has
// cost too many comparisons.
func (m *importer) nearest(text string, among []nearby) []string {
	if m.comparisons -= len(among); m.comparisons < 0 {
		return nil
	}
	type score struct {
		name string
		like float64
	}
	var scores []score
	at := map[string]int{} // of a name among the scores
	pairs := pairsOf(text)
	for _, n := range among {
		like := alike(pairs, n.pairs)
		if like < nearAtLeast {
			continue
		}
		if i, ok := at[n.name]; ok {
			scores[i].like = max(scores[i].like, like)
			continue
		}
		at[n.name] = len(scores)
		scores = append(scores, score{n.name, like})
	}
	slices.SortStableFunc(scores, func(a, b score) int { return cmp.Compare(b.like, a.like) })
	var names []string
	for _, s := range scores[:min(len(scores), nearNamed)] {
		names = append(names, s.name)
	}
	return names
}
