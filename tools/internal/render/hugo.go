//go:build !nohugo

package render

import (
	"bytes"
	"fmt"
	"io"
	"net"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/gohugoio/hugo/commands"
	"github.com/gohugoio/hugo/common/herrors"

	"dossier/tools/internal/diag"
)

func (o Options) args() []string {
	args := []string{
		"--source", o.Root, "--config", o.Config, "--noBuildLock",
		"--logLevel", "warn", "--printPathWarnings",
	}
	if o.BaseURL != "" {
		args = append(args, "--baseURL", o.BaseURL)
	}
	return args
}

// Build renders the staged tree into o.Out.
func Build(o Options) diag.List {
	args := append(o.args(), "--destination", o.Out)
	var err error
	out := capture(func() { err = commands.Execute(args) })
	return findings(o.Root, out, err)
}

// standard guards os.Stdout and os.Stderr, which Hugo reads when it starts.
var standard sync.Mutex

// capture runs f and returns what it wrote to stdout and stderr.
func capture(f func()) string {
	standard.Lock()
	defer standard.Unlock()
	r, w, err := os.Pipe()
	if err != nil {
		f()
		return ""
	}
	stdout, stderr := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = w, w
	done := make(chan string)
	go func() {
		var b bytes.Buffer
		_, _ = io.Copy(&b, r)
		done <- b.String()
	}()
	func() {
		defer func() {
			os.Stdout, os.Stderr = stdout, stderr
			_ = w.Close()
		}()
		f()
	}()
	return <-done
}

var (
	logLine = regexp.MustCompile(`^(?:\x1b\[\d+m)?(ERROR|WARN)(?:\x1b\[0?m)?\s+(.*)$`)
	place   = regexp.MustCompile(`"?(/?[^":\s]+\.(?:md|toml|html)):(\d+):(\d+)"?:?\s*`)
)

// findings reads Hugo's log lines and error.
func findings(root, out string, err error) diag.List {
	var l diag.List
	for line := range strings.Lines(out) {
		m := logLine.FindStringSubmatch(strings.TrimSpace(line))
		if m == nil {
			continue
		}
		l.Add(finding(root, m[1] == "ERROR", m[2]))
	}
	if err != nil && !l.HasErrors() {
		l.Add(failure(root, err))
	}
	return l
}

func finding(root string, grave bool, message string) diag.Finding {
	pos := diag.Pos{}
	if m := place.FindStringSubmatch(message); m != nil {
		pos = diag.Pos{File: relative(root, m[1]), Line: atoi(m[2]), Col: atoi(m[3])}
		message = strings.Replace(message, m[0], "", 1)
	}
	message = strings.ReplaceAll(message, root+"/", "")
	if grave {
		return diag.Errorf(pos, "hugo", "%s", message)
	}
	return diag.Warnf(pos, "hugo", "%s", message)
}

func failure(root string, err error) diag.Finding {
	for _, fe := range herrors.UnwrapFileErrors(err) {
		p := fe.Position()
		if p.Filename != "" {
			return diag.Errorf(diag.Pos{File: relative(root, p.Filename), Line: p.LineNumber, Col: p.ColumnNumber}, "hugo", "%s",
				strings.ReplaceAll(fe.Error(), root+"/", ""))
		}
	}
	return diag.Errorf(diag.Pos{}, "hugo", "%v", err)
}

func relative(root, name string) string {
	return strings.TrimPrefix(strings.TrimPrefix(name, root), "/")
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// Serve answers at the listener, which it closes, with Hugo's preview server behind
// it, until the process is told to stop. It watches the staged tree and the theme, and
// delivers what is in o.Out, where it renders to, each page as shown makes it. Each
// time it has rendered, rendered is called; it must not block.
func Serve(o Options, l net.Listener, log io.Writer, shown Shown, rendered func()) error {
	if err := oneWorker(); err != nil {
		return err
	}
	port, err := freePort()
	if err != nil {
		return err
	}
	server := front(port, shown)
	go func() { _ = server.Serve(l) }()
	defer server.Close()
	args := append([]string{"server"}, o.args()...)
	return serve(o, append(args, "--destination", o.Out, "--disableFastRender", "--bind", loopback, "--port", strconv.Itoa(port),
		"--appendPort=false", "--liveReloadPort", strconv.Itoa(l.Addr().(*net.TCPAddr).Port)), log, rendered)
}

// serve runs Hugo's server; what it prints is read.
func serve(o Options, args []string, log io.Writer, rendered func()) error {
	r, w, err := os.Pipe()
	if err != nil {
		return err
	}
	stdout, stderr := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = w, w
	go relay(o.Root, r, log, rendered)
	err = commands.Execute(args)
	os.Stdout, os.Stderr = stdout, stderr
	_ = w.Close()
	if err != nil {
		return fmt.Errorf("the preview server stopped: %w", err)
	}
	return nil
}

// oneWorker keeps Hugo's preview to one worker. After an edit Hugo v0.165 runs
// the content adapters of all languages at once and lets each change the one tree
// of pages without a lock (HugoSites.processContentAdaptersOnRebuild): a page
// could then show what another was made of. A build runs them one by one.
func oneWorker() error { return os.Setenv("HUGO_NUMWORKERMULTIPLIER", "1") }

// rendering is what Hugo says after the first build, a rebuild and one after a
// change of the configuration.
var rendering = regexp.MustCompile(`^(?:Built|Total|Rebuilt) in \d+ ms`)

// relay passes on what the author needs of Hugo's chatter: problems.
func relay(root string, r io.Reader, log io.Writer, rendered func()) {
	p := diag.Printer{W: log}
	buf := make([]byte, 64<<10)
	var rest string
	for {
		n, err := r.Read(buf)
		rest += string(buf[:n])
		for {
			line, more, ok := strings.Cut(rest, "\n")
			if !ok {
				break
			}
			rest = more
			if rendering.MatchString(line) {
				rendered()
			}
			_ = p.Print(findings(root, line, nil))
		}
		if err != nil {
			return
		}
	}
}
