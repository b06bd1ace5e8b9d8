// Package links asks the web whether the addresses of sources still answer.
//
// It is a guest there, and behaves like one: one request at a time to each host,
// with a pause after it; HEAD first, GET where a server will not have that;
// conditional requests with what the server said the last time (ETag,
// Last-Modified); a few retries, and as long a wait before them as the server
// asks for, within reason; a small part of any body. A slow server, an endless
// one and a circle of redirects all end.
//
// It decides nothing: a person reads the report and sets url_status.
package links

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
)

// State is what became of an address.
type State string

// The states.
const (
	Live    State = "live"
	Moved   State = "moved" // for good (301, 308), and the new address answers
	Dead    State = "dead"  // 404, 410, no such host, a circle of redirects
	Unclear State = "unclear"
)

// Result is what was found out about an address.
type Result struct {
	URL      string `json:"url"`
	State    State  `json:"state"`
	Status   int    `json:"status,omitempty"` // of the last response
	Location string `json:"location,omitempty"`
	Reason   string `json:"reason,omitempty"`
	Archived string `json:"archived,omitempty"` // a copy, of a dead address
}

// Options of a check.
type Options struct {
	Agent     string        // how it introduces itself
	Timeout   time.Duration // of one request, with its body
	Pause     time.Duration // after each request to a host
	Hosts     int           // how many hosts are asked at the same time
	Retries   int
	Longest   time.Duration // the longest wait that a server can ask for
	Archive   string        // an address that knows archived copies, or none: see Wayback
	Transport http.RoundTripper
	Done      func(Result) // called after each, for progress; one at a time
}

// Wayback is the availability API of the Internet Archive.
const Wayback = "https://archive.org/wayback/available"

// Defaults are polite.
var Defaults = Options{
	Agent: "dossier-link-check/1 (a person started this)", Timeout: 20 * time.Second, Pause: time.Second, Hosts: 8, Retries: 2,
	Longest: 30 * time.Second, Archive: Wayback,
}

const (
	mostRedirects = 10
	mostBody      = 64 << 10 // of a body, in bytes
)

// Cache is what servers said the last time, by address.
type Cache map[string]Known

// Known is a validator of a response (RFC 9110, section 8.8).
type Known struct {
	ETag     string `json:"etag,omitempty"`
	Modified string `json:"modified,omitempty"`
}

// ReadCache reads a cache; one that cannot be read is empty.
func ReadCache(data []byte) Cache {
	c := Cache{}
	if json.Unmarshal(data, &c) != nil || c == nil {
		return Cache{}
	}
	return c
}

// Bytes writes the cache.
func (c Cache) Bytes() []byte {
	data, _ := json.MarshalIndent(c, "", " ") // of texts only
	return append(data, '\n')
}

type checker struct {
	Options
	client *http.Client
	mu     sync.Mutex
	cache  Cache
}

// Check asks for each address, and returns the results in their order. It stops
// when ctx ends; what was not asked by then is unclear.
func Check(ctx context.Context, addresses []string, cache Cache, o Options) []Result {
	c := &checker{Options: o, cache: cache}
	c.client = &http.Client{
		Timeout: o.Timeout, Transport: o.Transport,
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	results := make([]Result, len(addresses))
	byHost := map[string][]int{}
	var hosts []string
	for i, a := range addresses {
		host := hostOf(a)
		if byHost[host] == nil {
			hosts = append(hosts, host)
		}
		byHost[host] = append(byHost[host], i)
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, max(1, o.Hosts))
	for _, host := range hosts {
		wg.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			for _, i := range byHost[host] {
				results[i] = c.one(ctx, addresses[i])
				c.report(results[i])
			}
		})
	}
	wg.Wait()
	return results
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.ToLower(u.Host)
}

func (c *checker) report(r Result) {
	if c.Done == nil {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Done(r)
}

// one asks for one address and, if that is dead, for a copy.
func (c *checker) one(ctx context.Context, address string) Result {
	r := c.follow(ctx, address)
	if r.State == Dead && c.Archive != "" {
		r.Archived = c.archived(ctx, address)
	}
	return r
}

// follow goes through redirects by itself, to tell those for good from others.
func (c *checker) follow(ctx context.Context, address string) Result {
	r := Result{URL: address, State: Unclear}
	at, forGood := address, true
	seen := []string{at}
	for {
		resp, err := c.ask(ctx, at, at == address)
		if err != nil {
			r.State, r.Reason = verdict(err)
			return r
		}
		r.Status = resp.status
		if resp.location == "" {
			r.State, r.Reason = judge(resp.status)
			if r.State == Live && at != address && forGood {
				r.State, r.Location = Moved, at
			}
			return r
		}
		next, err := resolve(at, resp.location)
		switch {
		case err != nil:
			r.State, r.Reason = Dead, "redirects to no address"
			return r
		case slices.Contains(seen, next):
			r.State, r.Reason = Dead, "redirects in a circle"
			return r
		case len(seen) > mostRedirects:
			r.State, r.Reason = Dead, fmt.Sprintf("redirects more than %d times", mostRedirects)
			return r
		}
		forGood = forGood && (resp.status == http.StatusMovedPermanently || resp.status == http.StatusPermanentRedirect)
		at, seen = next, append(seen, next)
	}
}

func resolve(base, location string) (string, error) {
	b, err := url.Parse(base)
	if err != nil {
		return "", err
	}
	u, err := b.Parse(location)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", errors.New("no address")
	}
	u.Fragment = ""
	return u.String(), nil
}

// judge says what a status means for a reader.
func judge(status int) (State, string) {
	switch {
	case status >= 200 && status < 300 || status == http.StatusNotModified:
		return Live, ""
	case status == http.StatusNotFound || status == http.StatusGone:
		return Dead, http.StatusText(status)
	case status == http.StatusUnauthorized || status == http.StatusPaymentRequired || status == http.StatusForbidden || status == http.StatusTooManyRequests:
		return Unclear, "the server does not answer programs (" + strconv.Itoa(status) + "); look with a browser"
	}
	return Unclear, strings.TrimSpace(strconv.Itoa(status) + " " + http.StatusText(status))
}

// verdict says what a failed request means.
func verdict(err error) (State, string) {
	var dns *net.DNSError
	switch {
	case errors.As(err, &dns) && dns.IsNotFound:
		return Dead, "no such host"
	case errors.Is(err, context.Canceled):
		return Unclear, "stopped"
	case errors.Is(err, context.DeadlineExceeded), timedOut(err):
		return Unclear, "no answer in time"
	}
	var ue *url.Error
	if errors.As(err, &ue) {
		err = ue.Err
	}
	return Unclear, err.Error()
}

func timedOut(err error) bool {
	var ne net.Error
	return errors.As(err, &ne) && ne.Timeout()
}
