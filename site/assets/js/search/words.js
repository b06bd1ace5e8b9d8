// How a text becomes the keys of the index: the same as fold.go in the package
// search, line by line.
function dossierWords(rules) {
  var pattern = /[0-9]+(?:[.,'’\u00a0\u202f][0-9]+)*|[\p{L}\p{M}\p{N}\u00ad]+(?:['’][\p{L}\p{M}]+)*/gu;
  var letters = { 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'ø': 'o', 'ł': 'l', 'đ': 'd', 'ð': 'd', 'þ': 'th', 'ı': 'i', 'ς': 'σ', '\u00ad': '', '’': "'" };

  function fold(word) {
    var s = word.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replace(/[ßæœøłđðþıς\u00ad’]/g, function (c) { return letters[c]; });
    s = s.replace(/'s$/, '').replace(/'/g, '');
    if (rules.umlauts) s = s.replace(/ae/g, 'a').replace(/oe/g, 'o').replace(/(^|[^aeq])ue/g, '$1u').replace(/([a-z])\1{2,}/g, '$1$1');
    return s;
  }

  function stem(w) {
    var again = true;
    while (again) {
      again = false;
      for (var i = 0; i < rules.stem.length && !again; i++) {
        var rule = rules.stem[i], n = w.length - rule[0].length;
        if (n < 3 || !w.endsWith(rule[0]) || rule[2] && rule[2].indexOf(w[n - 1]) < 0) continue;
        w = w.slice(0, n) + rule[1];
        again = true;
      }
    }
    return w;
  }

  function number(word) {
    var parts = word.split(/[.,'’\u00a0\u202f]/), marks = word.match(/[.,'’\u00a0\u202f]/g) || [];
    var n = marks.length, whole = parts, decimals = '';
    if (n > 1 && marks[n - 1] !== marks[n - 2] || n === 1 && (parts[1].length !== 3 || parts[0] === '0' || parts[0].length > 3)) {
      whole = parts.slice(0, n);
      decimals = '.' + parts[n];
    }
    var grouped = whole.every(function (p, i) { return i ? p.length === 3 : whole.length < 2 || p.length <= 3; });
    return grouped ? [whole.join('') + decimals] : parts.map(function (p) { return p.length === 2 ? p.replace(/^0/, '') : p; });
  }

  // read calls back for every word: where it stands, how it is spelled when
  // folded, and its key.
  function read(text, each) {
    var found;
    pattern.lastIndex = 0;
    while ((found = pattern.exec(text))) {
      var word = found[0], isNumber = /^[0-9]/.test(word);
      (isNumber ? number(word) : [fold(word)]).forEach(function (folded) {
        each({ at: found.index, length: word.length, folded: folded, key: isNumber ? folded : stem(folded), isNumber: isNumber });
      });
    }
  }

  return { read: read, fold: fold, stem: stem };
}
