// Words at a small distance from a typed word: letters left out, added, wrong or
// swapped (optimal string alignment). One up to seven letters, two from eight.
function dossierSimilar(index) {
  var width = 64, rows = [new Int16Array(width), new Int16Array(width), new Int16Array(width)];
  var masks = null;

  function mask(s) {
    var m = 0;
    for (var i = 0; i < s.length; i++) m |= 1 << (s.charCodeAt(i) & 31);
    return m;
  }
  function bits(n) {
    var c = 0;
    for (; n; n &= n - 1) c++;
    return c;
  }

  // distance compares a with b; free is 1 if a may begin anywhere in b, 2 if it
  // may end anywhere, 0 if it has to be all of it. More than limit is Infinity.
  function distance(a, b, limit, free) {
    var n = b.length, two = rows[0], one = rows[1], row = rows[2], best = 0, i, j;
    for (j = 0; j <= n; j++) one[j] = free === 1 ? 0 : j;
    for (i = 1; i <= a.length; i++) {
      best = row[0] = i;
      for (j = 1; j <= n; j++) {
        var same = a[i - 1] === b[j - 1];
        var d = Math.min(one[j] + 1, row[j - 1] + 1, one[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && !same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, two[j - 2] + 1);
        row[j] = d;
        if (d < best) best = d;
      }
      if (best > limit) return Infinity;
      var t = two; two = one; one = row; row = t;
    }
    var end = free === 2 ? best : one[n];
    return end > limit ? Infinity : end;
  }

  // similar returns the nearest words: as numbers, and whether they are like all
  // of a word or only like a part of it.
  return function (token) {
    var word = token.key, limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    if (!limit || token.isNumber || word.length > width - 4) return { words: [], whole: true };
    if (!masks) masks = Int32Array.from(index.words, mask);
    var own = mask(word), whole = [], part = [], least = limit, leastPart = limit;
    for (var i = 0; i < index.words.length; i++) {
      var other = index.words[i];
      if (bits(own & ~masks[i]) > limit || other.length < word.length - limit || other.length >= width) continue;
      if (other.length <= word.length + limit) {
        var d = distance(word, other, least, 0);
        if (d <= least) { if (d < least) whole = []; least = d; whole.push(i); continue; }
      }
      if (word.length < 5 || other.length < word.length + 2) continue;
      var p = Math.min(distance(word, other, leastPart, 1), distance(word, other, leastPart, 2));
      if (p <= leastPart) { if (p < leastPart) part = []; leastPart = p; part.push(i); }
    }
    var first = whole.filter(function (i) { return index.words[i][0] === word[0]; });
    if (first.length) whole = first;
    return whole.length && (least <= leastPart || !part.length) ? { words: whole, whole: true } : { words: part, whole: false };
  };
}
