//go:build !linux

package disk

import (
	"errors"
	"os"
)

var errNoExchange = errors.New("no exchange")

func exchangeWithin(*os.Root, string, string) error { return errNoExchange }

func placeWithin(*os.Root, string, string) error { return errNoExchange }
