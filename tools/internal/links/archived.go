package links

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
)

// archived asks the archive for a copy.
func (c *checker) archived(ctx context.Context, address string) string {
	ctx, cancel := context.WithTimeout(ctx, c.Timeout)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.Archive+"?url="+url.QueryEscape(address), nil)
	if err != nil {
		return ""
	}
	req.Header.Set("User-Agent", c.Agent)
	resp, err := c.client.Do(req)
	if err != nil {
		return ""
	}
	defer resp.Body.Close()
	var answer struct {
		Snapshots struct {
			Closest struct {
				Available bool   `json:"available"`
				URL       string `json:"url"`
			} `json:"closest"`
		} `json:"archived_snapshots"`
	}
	if json.NewDecoder(io.LimitReader(resp.Body, mostBody)).Decode(&answer) != nil || !answer.Snapshots.Closest.Available {
		return ""
	}
	return strings.Replace(answer.Snapshots.Closest.URL, "http://", "https://", 1)
}
