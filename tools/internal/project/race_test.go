//go:build race

package project

// fewHistories are enough for the race detector, under which all takes ten times as long.
const fewHistories = 2
