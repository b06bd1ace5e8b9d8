//go:build !linux

package disk

import "errors"

var errNoExchange = errors.New("no exchange")

func exchangeWithin(*Folder, string, string) error { return errNoExchange }

func placeWithin(*Folder, string, string) error { return errNoExchange }
