package status

import (
	"bytes"
	"encoding/json"
	"fmt"
	"unicode/utf16"

	"bankmaturity/assess/diag"
)

// The report as assess/status/v1 (docs/formats.md): every key is there, and what is not
// known is null.
type (
	reportJSON struct {
		Format         string              `json:"format"`
		Responses      []responseJSON      `json:"responses"`
		Unfilled       []string            `json:"unfilled"`
		Unreadable     []unreadableJSON    `json:"unreadable"`
		Organizations  []organizationJSON  `json:"organizations"`
		Questionnaires []questionnaireJSON `json:"questionnaires"`
		Duplicates     []duplicateJSON     `json:"duplicates"`
		Expected       *expectedJSON       `json:"expected"`
		Actions        []actionJSON        `json:"actions"`
		PassedOver     int                 `json:"passed_over"`
	}
	responseJSON struct {
		Organization  string `json:"organization"`
		Questionnaire string `json:"questionnaire"`
		Version       string `json:"questionnaire_version"`
		Respondent    known  `json:"respondent"`
		Role          known  `json:"role"`
		Date          string `json:"date"`
		Source        string `json:"source"`
		Asked         int    `json:"asked"`
		Answered      int    `json:"answered"`
		Evidenced     int    `json:"evidenced"`
		NotApplicable int    `json:"not_applicable"`
		Unknown       int    `json:"unknown"`
		NotAgreed     int    `json:"not_agreed"`
		Unanswered    int    `json:"unanswered"`
		Finished      bool   `json:"finished"`
	}
	unreadableJSON struct {
		Source string          `json:"source"`
		First  diag.Diagnostic `json:"first"`
		More   int             `json:"more"`
	}
	organizationJSON struct {
		Organization string         `json:"organization"`
		Responses    int            `json:"responses"`
		Finished     int            `json:"finished"`
		Spellings    []spellingJSON `json:"spellings"`
	}
	spellingJSON struct {
		Spelling string   `json:"spelling"`
		Sources  []string `json:"sources"`
	}
	questionnaireJSON struct {
		Questionnaire string        `json:"questionnaire"`
		Versions      []versionJSON `json:"versions"`
	}
	versionJSON struct {
		Version string   `json:"version"`
		Sources []string `json:"sources"`
	}
	duplicateJSON struct {
		Kind   Kind   `json:"kind"`
		Source string `json:"source"`
		Of     string `json:"of"`
	}
	expectedJSON struct {
		Names      []string      `json:"names"`
		Missing    []missingJSON `json:"missing"`
		Unexpected []string      `json:"unexpected"`
	}
	missingJSON struct {
		Name   string `json:"name"`
		Source known  `json:"source"`
		Why    known  `json:"why"`
	}
	actionJSON struct {
		What         string `json:"what"`
		Question     known  `json:"question"`
		Section      known  `json:"section"`
		Owner        known  `json:"owner"`
		Due          known  `json:"due"`
		Organization string `json:"organization"`
		Source       string `json:"source"`
	}
)

// A known text is null where it is "".
type known string

// MarshalJSON writes the text, or null.
func (k known) MarshalJSON() ([]byte, error) {
	if k == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(k))
}

// JSON writes the report for programs.
func (p *Report) JSON() (string, error) {
	out := reportJSON{
		Format:     "assess/status/v1",
		Responses:  each(p.Responses, responseToJSON),
		Unfilled:   each(p.Unfilled, func(s string) string { return s }),
		Unreadable: each(p.Unreadable, func(u Unreadable) unreadableJSON { return unreadableJSON(u) }),
		Organizations: each(p.Organizations, func(o Organization) organizationJSON {
			spelling := func(n Naming) spellingJSON { return spellingJSON{n.Text, n.Sources} }
			return organizationJSON{o.Name, o.Responses, o.Finished, each(o.Spellings, spelling)}
		}),
		Questionnaires: each(p.Questionnaires, func(q Questionnaire) questionnaireJSON {
			version := func(n Naming) versionJSON { return versionJSON{n.Text, n.Sources} }
			return questionnaireJSON{q.ID, each(q.Versions, version)}
		}),
		Duplicates: each(p.Duplicates, func(d Duplicate) duplicateJSON { return duplicateJSON(d) }),
		Actions: each(p.Actions, func(a Action) actionJSON {
			return actionJSON{a.What, known(a.Question), known(a.Section), known(a.Owner), known(a.Due),
				a.Organization, a.Source}
		}),
		PassedOver: p.PassedOver,
	}
	if e := p.Expected; e != nil {
		out.Expected = &expectedJSON{
			Names: e.Names,
			Missing: each(e.Missing, func(m Missing) missingJSON {
				return missingJSON{m.Name, known(m.Source), known(m.Why)}
			}),
			Unexpected: each(e.Unexpected, func(r *Response) string { return r.Source }),
		}
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(out)
	return harmless(b.String()), err
}

func responseToJSON(r *Response) responseJSON {
	return responseJSON{
		r.Organization, r.Questionnaire, r.Version, known(r.Respondent), known(r.Role), r.Date, r.Source,
		r.Asked, r.Answered, r.Evidenced, r.NotApplicable, r.Unknown, r.NotAgreed, r.Unanswered, r.Finished(),
	}
}

// each makes a list of another, never nil.
func each[A, B any](list []A, of func(A) B) []B {
	out := make([]B, len(list))
	for i, a := range list {
		out[i] = of(a)
	}
	return out
}

// harmless escapes what a terminal would obey, which stands only within the quotes of JSON.
func harmless(text string) string {
	var out []byte
	for _, r := range text {
		if r == '\n' || !diag.Obeyed(r) {
			out = append(out, string(r)...)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
	}
	return string(out)
}
