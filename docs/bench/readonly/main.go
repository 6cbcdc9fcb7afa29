// Command readonly reads the files of a folder and does nothing with them: the
// floor of every program that reads them.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*"))
	if err != nil {
		panic(err)
	}
	bytes := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			panic(err)
		}
		bytes += len(data)
	}
	fmt.Println(bytes)
}
