package codec

import (
	"slices"

	"bankmaturity/assess"
	"bankmaturity/assess/tree"
)

// readTags reads the tags that questions can carry, by id.
func (m *model) readTags(n *tree.Node) {
	if n.Kind != tree.Mapping {
		m.tagless = true
		m.ErrKind(n, "a mapping of tag ids to texts")
		return
	}
	for _, v := range n.Items {
		if key := v.Key(); !slugs.MatchString(v.Name) {
			m.Err(key, tree.Brief(v.Name)+hintID, "")
		}
		m.q.Tags = append(m.q.Tags, assess.Tag{ID: v.Name, Text: m.text(v)})
	}
}

// tags reads the ids of the tags that a question carries.
func (m *model) tags(n *tree.Node) []string {
	if !m.List(n, "ids of tags") {
		return nil
	}
	var out []string
	for _, item := range n.Items {
		id, ok := m.Words(item)
		_, known := m.q.Tag(id)
		switch {
		case !ok || m.tagless:
		case !known && len(m.q.Tags) == 0:
			m.Err(item, "no tag is named "+tree.Brief(id), "tags are declared at the top: tags: {id: text}")
		case !known:
			m.Err(item, "no tag is named "+tree.Brief(id), m.Nearest(id, m.tagIDs()))
		case slices.Contains(out, id):
			m.Err(item, "the tag "+tree.Brief(id)+" stands here a second time", "")
		default:
			out = append(out, id)
		}
	}
	return out
}

func (m *model) tagIDs() []string {
	ids := make([]string, len(m.q.Tags))
	for i, t := range m.q.Tags {
		ids[i] = t.ID
	}
	return ids
}
