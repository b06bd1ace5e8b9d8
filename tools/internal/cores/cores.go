// Package cores spreads work over the processors.
package cores

import (
	"runtime"
	"sync"
)

// Each calls f for 0 to n-1, as many at a time as there are processors, and
// returns when all are done. Calls write to places of their own, such as element i
// of a slice, so that the outcome does not depend on their order.
func Each(n int, f func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}
