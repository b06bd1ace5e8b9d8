// The index of one language, unpacked: see encode.go in the package search for
// how it is written.
function dossierIndex(file) {
  var digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  var value = {};
  for (var d = 0; d < 64; d++) value[digits[d]] = d;

  function numbers(s) {
    var list = [], n = 0, unit = 1;
    for (var i = 0; i < s.length; i++) {
      var v = value[s[i]];
      n += (v & 31) * unit;
      unit *= 32;
      if (v < 32) { list.push(n); n = 0; unit = 1; }
    }
    return list;
  }

  var words = file.words ? file.words.split(' ') : [], before = '';
  for (var i = 0; i < words.length; i++) {
    before = words[i] = before.slice(0, value[words[i][0]]) + words[i].slice(1);
  }
  var all = '\n' + words.join('\n') + '\n';
  var starts = new Int32Array(words.length), number = new Map(), at = 1;
  words.forEach(function (w, i) { starts[i] = at; at += w.length + 1; number.set(w, i); });
  var packed = file.places.split(' '), places = [];
  var aliases = new Map(), list = file.aliases ? file.aliases.split(' ') : [];
  for (i = 0; i < list.length; i += 2) aliases.set(list[i], numbers(list[i + 1]));
  var lengths = Array.from(file.lengths, function (c) { return Math.pow(2, value[c] / 2); });

  return {
    words: words, number: number, aliases: aliases, units: file.units, lengths: lengths,
    average: lengths.reduce(function (a, b) { return a + b; }, 0) / (lengths.length || 1),

    // places returns where a word stands: unit, count, unit, count, …
    places: function (word) {
      if (places[word]) return places[word];
      var out = [], unit = -1, n = numbers(packed[word]);
      for (var i = 0; i < n.length; i++) {
        unit += (n[i] >> 1) + 1;
        out.push(unit, n[i] & 1 ? n[++i] : 1);
      }
      return (places[word] = out);
    },

    // within calls back for every place inside a word where s stands; with a line
    // end before s, for every word that begins with it.
    within: function (s, each) {
      for (var p = all.indexOf(s); p >= 0; p = all.indexOf(s, p + 1)) {
        var place = s[0] === '\n' ? p + 1 : p, low = 0, high = starts.length - 1;
        while (low < high) {
          var mid = (low + high + 1) >> 1;
          if (starts[mid] <= place) low = mid; else high = mid - 1;
        }
        each(low, place - starts[low]);
      }
    },
  };
}
