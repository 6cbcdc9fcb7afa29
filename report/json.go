package report

import (
	"bytes"
	"encoding/json"

	"bankmaturity/assess"
)

// JSON writes the result as assess/result/v1: every key present, what is
// unknown or undefined null, numbers with at most six decimals. Keys of parts
// that are not computed are null.
func JSON(res *assess.Result, opts Options) ([]byte, error) {
	return encode(newJSONView(res, opts).result(res, opts), "  ")
}

// encode writes JSON without HTML escapes and with a newline at its end.
func encode(v any, indent string) ([]byte, error) {
	b := bytes.NewBuffer(make([]byte, 0, 4096))
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if indent != "" {
		e.SetIndent("", indent)
	}
	err := e.Encode(v)
	return b.Bytes(), err
}

type jsonResult struct {
	Format             string              `json:"format"`
	Tool               string              `json:"tool"`
	Questionnaire      jsonQuestionnaire   `json:"questionnaire"`
	Organization       *string             `json:"organization"`
	Date               *string             `json:"date"`
	ResponseCount      int                 `json:"response_count"`
	Responses          []jsonResponse      `json:"responses"`
	Overall            *jsonNode           `json:"overall"`
	Agreement          *jsonOverallAgree   `json:"agreement"`
	Robustness         *jsonRobustness     `json:"robustness"`
	Plan               *jsonPlan           `json:"plan"`
	ScopeDisagreements []jsonDisagreement  `json:"scope_disagreements"`
	Peers              map[string]jsonPeer `json:"peers"`
}

type jsonQuestionnaire struct {
	ID      string  `json:"id"`
	Version string  `json:"version"`
	SHA256  *string `json:"sha256"`
}

type jsonResponse struct {
	Respondent *string `json:"respondent"`
	Role       *string `json:"role"`
	Date       *string `json:"date"`
	Source     *string `json:"source"`
	SHA256     *string `json:"sha256"`
}

type jsonDisagreement struct {
	Question      string `json:"question"`
	NotApplicable int    `json:"not_applicable"`
	Answered      int    `json:"answered"`
}

type jsonNode struct {
	ID            string         `json:"id"`
	Title         string         `json:"title"`
	Weight        assess.Number  `json:"weight"`
	Method        assess.Method  `json:"method"`
	NotApplicable bool           `json:"not_applicable"`
	Score         assess.Number  `json:"score"`
	Low           assess.Number  `json:"low"`
	High          assess.Number  `json:"high"`
	Coverage      assess.Number  `json:"coverage"`
	Sufficient    *bool          `json:"sufficient"`
	Level         assess.Number  `json:"level"`
	LevelName     *string        `json:"level_name"`
	Stage         assess.Number  `json:"stage"`
	Evidenced     assess.Number  `json:"evidenced"`
	Target        assess.Number  `json:"target"`
	Gap           assess.Number  `json:"gap"`
	Agreement     *jsonNodeAgree `json:"agreement"`
	Sections      []jsonNode     `json:"sections"`
	Questions     []jsonQuestion `json:"questions"`
}

type jsonQuestion struct {
	ID        string        `json:"id"`
	Title     string        `json:"title"`
	Weight    assess.Number `json:"weight"`
	Status    assess.State  `json:"status"`
	Value     assess.Number `json:"value"`
	Points    assess.Number `json:"points"`
	Evidenced assess.Number `json:"evidenced"`
	Agreed    *bool         `json:"agreed"`
	Reasons   []string      `json:"reasons"`
	Notes     []string      `json:"notes"`
	Evidence  []string      `json:"evidence"`
	Answers   []jsonAnswer  `json:"answers"`
	Agreement *jsonAgree    `json:"agreement"`
}

type jsonAnswer struct {
	Response int           `json:"response"` // from 1
	State    assess.State  `json:"state"`
	Value    assess.Number `json:"value"`
	Votes    jsonVotes     `json:"votes"`
}

type jsonOverallAgree struct {
	Raters int           `json:"raters"`
	Alpha  assess.Number `json:"krippendorff_alpha"`
	Reason *string       `json:"reason"`
}

type jsonNodeAgree struct {
	ADMd assess.Number `json:"ad_md"`
	RWG  assess.Number `json:"rwg_star"`
}

type jsonAgree struct {
	N        int            `json:"n"`
	Min      assess.Number  `json:"min"`
	Max      assess.Number  `json:"max"`
	Mean     assess.Number  `json:"mean"`
	Median   assess.Number  `json:"median"`
	ADMd     assess.Number  `json:"ad_md"`
	RWG      assess.Number  `json:"rwg_star"`
	Chance   assess.Number  `json:"p_chance"`
	Verdict  assess.Verdict `json:"verdict"`
	TwoCamps bool           `json:"two_camps"`
}

type jsonRobustness struct {
	FlipDown assess.Number `json:"flip_down"`
	FlipUp   assess.Number `json:"flip_up"`
	Error    struct {
		Mean       assess.Number `json:"mean"`
		SD         assess.Number `json:"sd"`
		Q05        assess.Number `json:"q05"`
		Q95        assess.Number `json:"q95"`
		LevelStays assess.Number `json:"level_stays"`
		Exact      bool          `json:"exact"`
	} `json:"error"`
	Weights     *jsonSpan `json:"weights"`
	LeaveOneOut *jsonSpan `json:"leave_one_out"`
	Bootstrap   *jsonSpan `json:"bootstrap"`
}

type jsonSpan struct {
	Low  assess.Number `json:"low"`
	High assess.Number `json:"high"`
}

type jsonPlan struct {
	Start    int           `json:"start"`
	Target   assess.Number `json:"target"`
	Feasible bool          `json:"feasible"`
	Reason   *string       `json:"reason"`
	Optimal  *bool         `json:"optimal"`
	Bound    *int          `json:"bound"`
	Cost     *int          `json:"cost"`
	Moves    []jsonMove    `json:"moves"`
}

type jsonMove struct {
	Question string        `json:"question"`
	From     assess.Number `json:"from"`
	To       assess.Number `json:"to"`
	Cost     int           `json:"cost"`
	Wave     int           `json:"wave"`
}

type jsonPeer struct {
	N          int           `json:"n"`
	Percentile assess.Number `json:"percentile"`
	Low        assess.Number `json:"low"`
	High       assess.Number `json:"high"`
	Min        assess.Number `json:"min"`
	Q1         assess.Number `json:"q1"`
	Median     assess.Number `json:"median"`
	Q3         assess.Number `json:"q3"`
	Max        assess.Number `json:"max"`
}
