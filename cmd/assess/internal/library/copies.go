package library

import (
	"crypto/sha256"
	"io"
	"os"
)

// A Sum is a checksum of the bytes of a file.
type Sum [sha256.Size]byte

// SumOf returns the checksum of bytes.
func SumOf(data []byte) Sum { return sha256.Sum256(data) }

// SumOfFile returns the checksum of a file that is not held.
func SumOfFile(name string) (s Sum, err error) {
	f, err := os.Open(name)
	if err != nil {
		return s, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	h.Sum(s[:0])
	return s, err
}

// Copies tell files that have the same bytes: one named twice, a link, a conflict copy.
type Copies map[Sum]string

// Original returns the file that came first with the same bytes; "" where this one is the
// first, which is remembered.
func (c Copies) Original(name string, sum Sum) string {
	first, known := c[sum]
	if !known {
		c[sum] = name
	}
	return first
}
