package links

import (
	"context"
	"io"
	"net/http"
	"strconv"
	"time"
)

type response struct {
	status   int
	location string
	wait     time.Duration
}

// ask sends a request, again if the server is busy, as GET if it will not have
// HEAD.
func (c *checker) ask(ctx context.Context, address string, remember bool) (response, error) {
	method := http.MethodHead
	for try := 0; ; {
		resp, err := c.send(ctx, method, address, remember)
		if pause(ctx, c.Pause) != nil {
			return resp, ctx.Err()
		}
		switch {
		case err == nil && method == http.MethodHead && unhelpful(resp.status):
			method = http.MethodGet
			continue
		case err == nil && !busy(resp.status), err != nil && !timedOut(err), try == c.Retries:
			return resp, err
		}
		try++
		if err := pause(ctx, min(c.Longest, max(resp.wait, c.Pause<<try))); err != nil {
			return resp, err
		}
	}
}

// unhelpful are answers to HEAD that say little about GET.
func unhelpful(status int) bool {
	return status >= 400 && status != http.StatusTooManyRequests && status != http.StatusGone
}

func busy(status int) bool {
	return status == http.StatusTooManyRequests || status == http.StatusBadGateway || status == http.StatusServiceUnavailable || status == http.StatusGatewayTimeout
}

func pause(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// send sends one request and reads a little of the body, so that a connection
// can be used again and an endless body cannot hold it.
func (c *checker) send(ctx context.Context, method, address string, remember bool) (response, error) {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, method, address, nil)
	if err != nil {
		return response{}, err
	}
	req.Header.Set("User-Agent", c.Agent)
	req.Header.Set("Accept", "text/html,application/pdf;q=0.9,*/*;q=0.8")
	if known := c.known(address); remember {
		if known.ETag != "" {
			req.Header.Set("If-None-Match", known.ETag)
		} else if known.Modified != "" {
			req.Header.Set("If-Modified-Since", known.Modified)
		}
	}
	resp, err := c.client.Do(req)
	if err != nil {
		return response{}, err
	}
	defer resp.Body.Close()
	_, _ = io.CopyN(io.Discard, resp.Body, mostBody)
	if resp.StatusCode == http.StatusOK && remember {
		c.learn(address, Known{resp.Header.Get("ETag"), resp.Header.Get("Last-Modified")})
	}
	out := response{status: resp.StatusCode, wait: waitOf(resp.Header.Get("Retry-After"))}
	if resp.StatusCode >= 300 && resp.StatusCode < 400 && resp.StatusCode != http.StatusNotModified {
		out.location = resp.Header.Get("Location")
	}
	return out, nil
}

// waitOf reads Retry-After in seconds (RFC 9110, 10.2.3); a date is as good as
// the longest wait.
func waitOf(s string) time.Duration {
	if n, err := strconv.Atoi(s); err == nil && n >= 0 && n < 1<<20 {
		return time.Duration(n) * time.Second
	}
	if s != "" {
		return time.Hour
	}
	return 0
}

func (c *checker) known(address string) Known {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.cache[address]
}

func (c *checker) learn(address string, k Known) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cache != nil && k != (Known{}) {
		c.cache[address] = k
	}
}
