// Which units a query finds, best first: those that hold every word of it, and if
// these are few, those that hold most.
function dossierFinder(file) {
  var rules = file.rules, words = dossierWords(rules), index = dossierIndex(file);
  var matcher = dossierMatcher(rules, index, words), similar = dossierSimilar(index);
  var stop = new Set(rules.stop ? rules.stop.split(' ') : []);
  var few = 10;

  function read(query) {
    var tokens = [];
    words.read(query, function (t) { if (t.key && !stop.has(t.key)) tokens.push(t); });
    return tokens;
  }

  function token(s) { return { folded: s, key: words.stem(s), isNumber: false }; }

  // meanings gives each token its words of the index.
  function meanings(tokens, typing) {
    var out = [];
    tokens.forEach(function (t, i) {
      t.hits = matcher.match(t, typing && i === tokens.length - 1);
      [tokens[i - 1], tokens[i + 1]].forEach(function (n, after) { // written apart: "tik tok"
        var key = n && words.stem(after ? t.folded + n.folded : n.folded + t.folded);
        if (index.number.has(key)) t.hits.set(index.number.get(key), 0.9);
      });
      if (t.isNumber) return out.push(t);
      var parts = (matcher.split(t.folded) || []).map(function (p) { p = token(p); p.hits = matcher.match(p); return p; });
      if (t.hits.size) t.parts = parts; // "Behörde für Datenschutz" for "datenschutzbehörde", too
      else if (parts.length) return parts.forEach(function (p) { out.push(p); });
      if (t.hits.size) return out.push(t);
      if (!rules.umlauts && /[aou]e/.test(t.folded)) t.hits = matcher.match(token(t.folded.replace(/([aou])e/g, '$1')));
      if (!t.hits.size) guess(t);
      out.push(t);
    });
    return out;
  }

  // guess takes the nearest words for one that is nowhere.
  function guess(t) {
    var near = similar(t);
    t.guessed = near.words.length > 0;
    near.words.slice(0, 20).forEach(function (i) {
      if (!near.whole) return t.hits.set(i, 0.5);
      matcher.match(token(index.words[i])).forEach(function (weight, j) {
        t.hits.set(j, Math.max(weight * 0.8, t.hits.get(j) || 0));
      });
    });
  }

  // weigh returns what each unit is worth for a token (BM25, k 1.2, b 0.75), and
  // how rare the token is.
  function weigh(t) {
    var units = new Map(), frequency = 0;
    t.hits.forEach(function (weight, word) {
      var places = index.places(word);
      for (var i = 0; i < places.length; i += 2) {
        var unit = places[i], count = places[i + 1];
        var score = weight * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * index.lengths[unit] / index.average));
        var had = units.get(unit) || 0;
        if (!had) frequency += weight;
        units.set(unit, Math.max(had, score) + Math.min(had, score) * 0.1);
      }
    });
    t.rarity = Math.log(1 + (index.units - frequency + 0.5) / (frequency + 0.5));
    if (t.parts && t.parts.length) apart(t.parts).forEach(function (score, unit) { units.set(unit, Math.max(score, units.get(unit) || 0)); });
    return units;
  }

  // apart returns what the units are worth that hold all parts of a compound.
  function apart(parts) {
    var found = parts.map(weigh), units = new Map();
    found[0].forEach(function (score, unit) {
      found.forEach(function (other) { score = Math.min(score, other.get(unit) || 0); });
      if (score) units.set(unit, score * 0.4);
    });
    return units;
  }

  // find returns { all, some, guessed, words }: units that hold all words of the
  // query, units that hold most, the tokens that were guessed, the words to mark.
  function find(query, typing) {
    var tokens = meanings(read(query), typing), scores = new Map(), total = 0, marked = new Set();
    tokens.forEach(function (t) {
      var units = weigh(t);
      total += t.rarity;
      units.forEach(function (score, unit) {
        var s = scores.get(unit) || { unit: unit, score: 0, covered: 0, tokens: 0 };
        s.score += score * t.rarity;
        s.covered += t.rarity;
        s.tokens++;
        scores.set(unit, s);
      });
      [t].concat(t.parts || []).forEach(function (p) { p.hits.forEach(function (weight, word) { marked.add(word); }); });
    });
    var all = [], some = [];
    scores.forEach(function (s) {
      if (s.tokens === tokens.length) all.push(s);
      else if (s.covered >= total / 2) { s.score *= s.covered / total; some.push(s); }
    });
    function rank(a, b) { return b.score - a.score || a.unit - b.unit; }
    return {
      all: all.sort(rank), some: all.length < few ? some.sort(rank) : [],
      guessed: tokens.filter(function (t) { return t.guessed; }), tokens: tokens.length,
      words: marked,
    };
  }

  // mark returns where in a text the words of a result stand: [start, end], …
  function mark(text, marked) {
    var ranges = [];
    words.read(text, function (t) {
      var i = index.number.get(t.key), last = ranges[ranges.length - 1];
      if (i === undefined || !marked.has(i)) return;
      if (!last || last[0] !== t.at) ranges.push([t.at, t.at + t.length]);
    });
    return ranges;
  }

  return { find: find, mark: mark, read: words.read };
}
