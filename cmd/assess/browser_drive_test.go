//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A browser is a real one, without a screen, that a test drives by its keyboard.
type browser struct {
	t         *testing.T
	downloads string
	open      func(url string)
	eval      func(body string) string // of a function that returns a text
	press     func(key string)         // a character, or Tab, Enter, Space, Down, Shift+Tab
}

// browsers start the browsers that are to be tested with.
var browsers = map[string]func(t *testing.T) *browser{"chromium": startChromium, "firefox": startFirefox}

// types presses the keys of a text.
func (b *browser) types(text string) {
	for _, r := range text {
		b.press(string(r))
	}
}

// tabTo presses Tab until an element has the focus.
func (b *browser) tabTo(selector string) {
	b.t.Helper()
	for range 400 {
		if b.eval("return String(document.activeElement.matches("+quoteJS(selector)+"))") == "true" {
			return
		}
		b.press("Tab")
	}
	b.t.Fatalf("the keyboard does not lead to %s", selector)
}

// downloaded waits for the next file that the page saves, and takes it away.
func (b *browser) downloaded() (name string, content []byte) {
	b.t.Helper()
	for deadline := time.Now().Add(30 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		files, _ := filepath.Glob(filepath.Join(b.downloads, "*.json"))
		if len(files) == 0 {
			continue
		}
		content, err := os.ReadFile(files[0])
		if err != nil || !bytes.HasSuffix(content, []byte("}\n")) {
			continue // not whole yet
		}
		if err := os.Remove(files[0]); err != nil {
			b.t.Fatal(err)
		}
		return filepath.Base(files[0]), content
	}
	b.t.Fatal("nothing was saved; the page says: ", b.eval("return document.getElementById('draft').textContent + document.getElementById('wrong').textContent"))
	return "", nil
}

func quoteJS(text string) string {
	quoted, _ := json.Marshal(text)
	return string(quoted)
}

// begin starts a browser's process, which ends with the test.
func begin(t *testing.T, cmd *exec.Cmd) {
	t.Helper()
	cmd.Env = append(os.Environ(), "HOME="+scratch(t))
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // and the processes that it started
		_ = cmd.Wait()
	})
}

// scratch is a folder for a browser, whose last processes may still write into it when the test
// ends: what can't be removed then is left.
func scratch(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "browser")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return dir
}

// startChromium drives Chromium by its debugging protocol, over a pipe.
func startChromium(t *testing.T) *browser {
	t.Helper()
	b := &browser{t: t, downloads: scratch(t)}
	theirIn, ourOut, err := os.Pipe()
	ourIn, theirOut, err2 := os.Pipe()
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	cmd := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe",
		"--user-data-dir="+scratch(t), "about:blank")
	cmd.ExtraFiles = []*os.File{theirIn, theirOut}
	begin(t, cmd)
	answers, id, session := bufio.NewReader(ourIn), 0, ""
	call := func(method string, params map[string]any) map[string]any {
		t.Helper()
		id++
		message := map[string]any{"id": id, "method": method, "params": params}
		if session != "" {
			message["sessionId"] = session
		}
		line, _ := json.Marshal(message)
		if _, err := ourOut.Write(append(line, 0)); err != nil {
			t.Fatal(err)
		}
		for {
			line, err := answers.ReadBytes(0)
			if err != nil {
				t.Fatal(method, err)
			}
			var said struct {
				ID     int
				Result map[string]any
				Error  any
			}
			if err := json.Unmarshal(line[:len(line)-1], &said); err != nil || said.Error != nil {
				t.Fatal(method, err, said.Error)
			}
			if said.ID == id {
				return said.Result
			}
		}
	}
	call("Browser.setDownloadBehavior", map[string]any{"behavior": "allow", "downloadPath": b.downloads})
	target := call("Target.createTarget", map[string]any{"url": "about:blank"})["targetId"]
	session, _ = call("Target.attachToTarget", map[string]any{"targetId": target, "flatten": true})["sessionId"].(string)
	b.open = func(url string) {
		call("Page.navigate", map[string]any{"url": url})
		for b.eval("return document.readyState + location.href") != "complete"+url {
			time.Sleep(10 * time.Millisecond)
		}
	}
	b.eval = func(body string) string {
		t.Helper()
		out := call("Runtime.evaluate", map[string]any{"expression": "(()=>{" + body + "})()", "returnByValue": true})
		if wrong, ok := out["exceptionDetails"]; ok {
			t.Fatal(wrong)
		}
		result, _ := out["result"].(map[string]any)
		return fmt.Sprint(result["value"])
	}
	b.press = func(key string) {
		k := map[string]any{"key": key, "text": key}
		switch key {
		case "Tab":
			k = map[string]any{"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
		case "Enter":
			k = map[string]any{"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
		case "Space", " ":
			k = map[string]any{"key": " ", "code": "Space", "windowsVirtualKeyCode": 32, "text": " "}
		case "Down":
			k = map[string]any{"key": "ArrowDown", "code": "ArrowDown", "windowsVirtualKeyCode": 40}
		}
		for _, kind := range []string{"keyDown", "keyUp"} {
			k["type"] = kind
			call("Input.dispatchKeyEvent", k)
		}
	}
	return b
}

// startFirefox drives Firefox by Marionette, its own protocol.
func startFirefox(t *testing.T) *browser {
	t.Helper()
	b := &browser{t: t, downloads: scratch(t)}
	profile := scratch(t)
	preferences := `user_pref("marionette.port", 0);
user_pref("browser.download.folderList", 2);
user_pref("browser.download.dir", ` + quoteJS(b.downloads) + `);
user_pref("browser.download.alwaysOpenPanel", false);
user_pref("browser.download.always_ask_before_handling_new_types", false);
`
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(preferences), 0o600); err != nil {
		t.Fatal(err)
	}
	begin(t, exec.Command("firefox", "--headless", "--marionette", "--no-remote", "--profile", profile))
	wire := dialMarionette(t, profile)
	in, id := bufio.NewReader(wire), 0
	read := func() []byte {
		size, err := in.ReadString(':')
		n, err2 := strconv.Atoi(strings.TrimSuffix(size, ":"))
		if err != nil || err2 != nil {
			t.Fatal("firefox: ", err, err2)
		}
		out := make([]byte, n)
		if _, err := io.ReadFull(in, out); err != nil {
			t.Fatal(err)
		}
		return out
	}
	read() // what it greets with
	call := func(command string, params any) any {
		t.Helper()
		id++
		line, _ := json.Marshal([]any{0, id, command, params})
		if _, err := fmt.Fprintf(wire, "%d:%s", len(line), line); err != nil {
			t.Fatal(err)
		}
		var said []any
		if err := json.Unmarshal(read(), &said); err != nil || len(said) != 4 || said[2] != nil {
			t.Fatal(command, err, said)
		}
		return said[3]
	}
	call("WebDriver:NewSession", map[string]any{})
	b.open = func(url string) { call("WebDriver:Navigate", map[string]any{"url": url}) }
	b.eval = func(body string) string {
		t.Helper()
		out, _ := call("WebDriver:ExecuteScript", map[string]any{"script": body, "args": []any{}}).(map[string]any)
		return fmt.Sprint(out["value"])
	}
	b.press = func(key string) {
		if special, ok := map[string]string{"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "Down": "\ue015"}[key]; ok {
			key = special
		}
		call("WebDriver:PerformActions", map[string]any{"actions": []any{map[string]any{
			"type": "key", "id": "keyboard",
			"actions": []any{map[string]any{"type": "keyDown", "value": key}, map[string]any{"type": "keyUp", "value": key}},
		}}})
	}
	return b
}

// dialMarionette waits until Firefox says where it listens.
func dialMarionette(t *testing.T, profile string) net.Conn {
	t.Helper()
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(50 * time.Millisecond) {
		port, err := os.ReadFile(filepath.Join(profile, "MarionetteActivePort"))
		if err != nil || len(port) == 0 {
			continue
		}
		if wire, err := net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(port))); err == nil {
			t.Cleanup(func() { _ = wire.Close() })
			return wire
		}
	}
	t.Fatal("firefox does not listen")
	return nil
}
