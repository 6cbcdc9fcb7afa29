package assess

// A Warning is something about the responses of a result that whoever reads its numbers has
// to know: it travels with them.
type Warning struct {
	Message string // {1} in it is the first response, by whatever it is called where it is told
	File    string // that it is about, with "/"; "" where it is about none in particular
}
