package library

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"bankmaturity/assess/codec"
	"bankmaturity/report"
)

// maxLogo is the largest logo that is put into a page, in bytes.
const maxLogo = 1 << 20

// Brand reads a brand, and the logo that it names.
func (l *Library) Brand(name string) (*report.Brand, error) {
	data, err := l.input.Read(name)
	if err != nil {
		return nil, err
	}
	b, found := codec.ReadBrand(name, data)
	if err := l.blame(found); err != nil {
		return nil, err
	}
	brand := &report.Brand{
		Name: b.Name, Colors: b.Colors, Dark: b.Dark, Body: b.Body, Headings: b.Headings,
		Confidential: b.Confidential, Paper: b.Paper,
	}
	if b.Logo == "" {
		return brand, nil
	}
	path := b.Logo
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(name), filepath.FromSlash(path))
	}
	brand.Logo, err = logo(path)
	return brand, err
}

// logo returns a picture as an address that holds it.
func logo(path string) (template.URL, error) {
	info, err := os.Stat(path)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() || info.Size() > maxLogo {
		return "", fmt.Errorf("logo %s: not a file of at most 1 MiB", path)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	kind := ""
	switch text := string(data); {
	case strings.HasPrefix(text, "\x89PNG\r\n\x1a\n"):
		kind = "image/png"
	case strings.HasPrefix(text, "\xff\xd8\xff"):
		kind = "image/jpeg"
	case strings.Contains(text[:min(len(text), 4096)], "<svg"):
		kind = "image/svg+xml"
	default:
		return "", fmt.Errorf("logo %s: neither PNG, JPEG nor SVG", path)
	}
	return template.URL("data:" + kind + ";base64," + base64.StdEncoding.EncodeToString(data)), nil
}
