package assess

// Recall returns a result without any number, for who reads one that was written: the figures
// go into its nodes and items. How many questions were not agreed on it is told, because of a
// result without questions no item says so.
func Recall(q *Questionnaire, provisional int) *Result {
	t := newResultTree(q)
	return &Result{Questionnaire: q, Overall: &t.nodes[0], recalled: true, provisional: provisional}
}
