//go:build !nohugo

package render

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"path"
	"strconv"
	"strings"
	"time"
)

// Shown turns a page, as Hugo wrote it, into what a browser is to get; name is that
// of its file within the site.
type Shown func(name string, page []byte) []byte

// front stands before Hugo's server, which has no place to hook into: what it
// delivers is shown on the way out, and so never arrives as it is in the file.
func front(behind int, shown Shown) *http.Server {
	to := &url.URL{Scheme: "http", Host: net.JoinHostPort(loopback, strconv.Itoa(behind))}
	return &http.Server{
		ReadHeaderTimeout: 10 * time.Second,
		Handler: &httputil.ReverseProxy{
			Rewrite: func(r *httputil.ProxyRequest) {
				r.SetURL(to)
				r.Out.Host = r.In.Host // live reload asks whether it is the page's own
				if isPage(r.In.URL.Path) {
					r.Out.Header.Del("Range") // a part of the file is none of the page
				}
			},
			ModifyResponse: func(r *http.Response) error { return show(r, shown) },
		},
	}
}

// isPage reports whether a page may stand at an address; only what has another
// ending is certain to be none.
func isPage(at string) bool {
	ext := path.Ext(at)
	return ext == "" || ext == ".html"
}

func show(r *http.Response, shown Shown) error {
	if r.Request.Method == http.MethodHead || !strings.HasPrefix(r.Header.Get("Content-Type"), "text/html") {
		return nil
	}
	page, err := io.ReadAll(r.Body)
	if err != nil {
		return err
	}
	page = shown(strings.TrimPrefix(r.Request.URL.Path, "/"), page)
	r.Body = io.NopCloser(bytes.NewReader(page))
	r.ContentLength = int64(len(page))
	r.Header.Set("Content-Length", strconv.Itoa(len(page)))
	return nil
}

const loopback = "127.0.0.1"

// freePort finds one that nobody listens on.
func freePort() (int, error) {
	l, err := net.Listen("tcp", net.JoinHostPort(loopback, "0"))
	if err != nil {
		return 0, err
	}
	defer l.Close()
	return l.Addr().(*net.TCPAddr).Port, nil
}
