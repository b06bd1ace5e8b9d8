//go:build !race

package project

const fewHistories = 6
