package schema

import (
	"encoding/json"

	"bankmaturity/assess"
)

// Answers returns the schema of answers to one questionnaire: an editor then
// completes the ids of questions, offers the options with their texts, and
// refuses what the questionnaire does not have.
func Answers(q *assess.Questionnaire, language string) ([]byte, error) {
	base, err := files.ReadFile("answers.json")
	if err != nil {
		return nil, err
	}
	var s map[string]any
	if err := json.Unmarshal(base, &s); err != nil {
		return nil, err
	}
	properties := s["properties"].(map[string]any)
	questions, sections := map[string]any{}, map[string]any{}
	for _, qu := range q.Questions() {
		questions[qu.ID] = entry(qu, language)
	}
	for _, section := range q.AllSections() {
		sections[section.ID] = map[string]any{
			"description": section.Title.In(language), "type": "integer",
			"minimum": q.Lowest(), "maximum": q.Highest(),
		}
		questions[section.ID] = area(section, language)
	}
	properties["questionnaire"] = map[string]any{"description": q.Title.In(language), "const": q.ID}
	closed(properties["answers"], questions)
	closed(properties["targets"], sections)
	s["$id"] = "urn:assess:answers:v1:" + q.ID
	s["title"] = "assess answers to " + q.ID
	out, err := json.MarshalIndent(s, "", "  ")
	return append(out, '\n'), err
}

// closed gives an object of the schema its properties, and no others.
func closed(object any, properties map[string]any) {
	o := object.(map[string]any)
	o["properties"], o["additionalProperties"] = properties, false
}

// area is what may be said about a section.
func area(s *assess.Section, language string) map[string]any {
	reason := map[string]any{
		"type": "string", "pattern": `\S`, "description": "Why nothing in the section applies.",
	}
	return map[string]any{"title": s.Title.In(language), "oneOf": []any{
		map[string]any{"type": "null"},
		map[string]any{
			"type": "object", "additionalProperties": false, "required": []any{"not_applicable"},
			"properties": map[string]any{"not_applicable": reason},
		},
	}}
}

// entry is what may be said about a question.
func entry(qu *assess.Question, language string) map[string]any {
	var values []any
	forms := []any{
		map[string]any{"const": "unknown", "description": "asked, and nobody knew"},
		map[string]any{"type": "null"},
	}
	if qu.Typed() {
		return typing(qu, language)
	}
	if qu.Many() {
		return ticking(qu, language)
	}
	for _, o := range qu.Options {
		values = append(values, o.Value)
		forms = append(forms, map[string]any{"const": o.Value, "description": o.Text.In(language)})
	}
	value := map[string]any{"enum": append(values, nil)}
	votes := map[string]any{"additionalProperties": map[string]any{"enum": append(values, "na", "unknown")}}
	forms = append(forms, map[string]any{"allOf": []any{
		map[string]any{"$ref": "#/$defs/long"},
		map[string]any{"properties": map[string]any{"value": value, "votes": votes}},
	}})
	return titled(qu, language, forms)
}

// typing is what may be said to a question whose answer is typed.
func typing(qu *assess.Question, language string) map[string]any {
	value := map[string]any{"type": []any{"string", "null"}}
	if qu.Input == assess.NumberInput {
		value = map[string]any{"anyOf": []any{
			map[string]any{"type": []any{"number", "null"}}, map[string]any{"const": "unknown"},
		}}
	}
	return titled(qu, language, []any{value, map[string]any{"allOf": []any{
		map[string]any{"$ref": "#/$defs/long"},
		map[string]any{"properties": map[string]any{"value": value, "votes": false}},
	}}})
}

// ticking is what may be said about a question of which several options may be ticked.
func ticking(qu *assess.Question, language string) map[string]any {
	var ids []any
	for _, o := range qu.Ticks {
		ids = append(ids, map[string]any{"const": o.ID, "description": o.Text.In(language)})
	}
	list := map[string]any{"type": "array", "uniqueItems": true, "items": map[string]any{"oneOf": ids}}
	return titled(qu, language, []any{
		map[string]any{"const": "unknown", "description": "asked, and nobody knew"},
		map[string]any{"type": "null"},
		list,
		map[string]any{"allOf": []any{
			map[string]any{"$ref": "#/$defs/long"},
			map[string]any{"properties": map[string]any{
				"value": map[string]any{"oneOf": []any{map[string]any{"type": "null"}, list}},
				"votes": map[string]any{"additionalProperties": map[string]any{"oneOf": []any{
					map[string]any{"enum": []any{"na", "unknown"}}, list,
				}}},
			}},
		}},
	})
}

// titled is the forms of an entry with what the question asks.
func titled(qu *assess.Question, language string, forms []any) map[string]any {
	out := map[string]any{"title": qu.Title.In(language), "oneOf": forms}
	if ask := qu.AskBeside(language); ask != "" {
		out["description"] = ask
	}
	return out
}
