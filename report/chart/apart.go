package chart

// standApart moves things of some heights, in their order down the page, as little as lets
// none touch another: what is in one another's way stands together around the middle of
// where it wants to be. It returns their middles.
func standApart(wanted, heights []float64) []float64 {
	type block struct {
		first, last int
		top, height float64
	}
	const between = 3
	var blocks []block
	place := func(first, last int) block {
		b := block{first: first, last: last}
		middle := 0.0
		for i := first; i <= last; i++ {
			middle += wanted[i] - (b.height + heights[i]/2)
			b.height += heights[i] + between
		}
		b.top = middle / float64(last-first+1)
		return b
	}
	for i := range wanted {
		b := place(i, i)
		for n := len(blocks); n > 0 && blocks[n-1].top+blocks[n-1].height > b.top; n = len(blocks) {
			b = place(blocks[n-1].first, i)
			blocks = blocks[:n-1]
		}
		blocks = append(blocks, b)
	}
	out := make([]float64, len(wanted))
	for _, b := range blocks {
		y := b.top
		for i := b.first; i <= b.last; i++ {
			out[i] = y + heights[i]/2
			y += heights[i] + between
		}
	}
	return out
}
