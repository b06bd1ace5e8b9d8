// Which words of the index a typed word means, each with a weight from 0 to 1.
function dossierMatcher(rules, index, words) {
  function set(list) { return new Set(list ? list.split(' ') : []); }
  var inflection = set(rules.inflection), derivation = set(rules.derivation), prefixes = set(rules.prefixes);
  var endings = Array.from(inflection).concat(Array.from(derivation));
  var turns = rules.endings.map(function (s) { return s.split(' '); });
  var joints = [''].concat(Array.from(set(rules.joints)));

  function isWord(s) { return s.length > 2 && index.number.has(words.stem(s)); }

  // begins and ends say whether s is a part before or behind a seam: a word of
  // the site, with or without a joint.
  function begins(s) {
    return rules.compounds && prefixes.has(s) || rules.compounds && prefixes.has(s.replace(rules.participle, '')) ||
      joints.some(function (j) { return s.endsWith(j) && isWord(s.slice(0, s.length - j.length)); });
  }
  function ends(s) { return joints.some(function (j) { return s.startsWith(j) && isWord(s.slice(j.length)); }); }

  // bent says how s, which follows a stem, bends it: 1 by inflection, 2 by
  // derivation, 0 not at all. English doubles a consonant: ban, banned.
  function bent(s, stem) {
    if (!s || inflection.has(s)) return 1;
    if (derivation.has(s)) return 2;
    return !rules.compounds && s[0] === stem[stem.length - 1] && s[1] ? bent(s.slice(1), '') : 0;
  }

  // fit weighs a stem found inside a word.
  function fit(word, at, stem, typing) {
    var head = word.slice(0, at), rest = word.slice(at + stem.length), long = stem.length > 3;
    var how = bent(rest, stem);
    if (!at) {
      if (how === 1) return 0.9;
      if (ends(rest)) return 0.75;
      if (how === 2) return long ? 0.5 : 0.2;
      return long ? 0.4 : typing ? 0.25 : 0;
    }
    if (begins(head)) {
      if (how === 1 || ends(rest)) return 0.7;
      return !long ? 0 : how ? 0.35 : 0.3;
    }
    if (!rules.compounds) return stem.length > 5 ? 0.2 : 0;
    if (long && how === 1 && at > 2) return 0.45;
    return stem.length > 4 ? 0.2 : 0;
  }

  // bare returns what is left of a word without an ending that may be one, and of
  // a participle the stem of its verb.
  function bare(word) {
    var out = new Set();
    function add(s, short) {
      if (s.length < (short ? 3 : 4)) return;
      out.add(s);
      out.add(words.stem(s));
      if (!rules.compounds) out.add(s + 'e'); // writ-ing, write
      if (!rules.compounds && s[s.length - 1] === s[s.length - 2]) out.add(s.slice(0, -1));
    }
    endings.forEach(function (e) {
      if (word.endsWith(e)) add(word.slice(0, word.length - e.length), e === 'er' || e === 'ern' || e === 's');
    });
    [rules.participle, rules.infinitive].forEach(function (p) {
      if (p) [''].concat(Array.from(prefixes)).forEach(function (prefix) {
        if (!word.startsWith(prefix + p)) return;
        var stem = word.slice(prefix.length + p.length).replace(/(t|et|en)$/, '');
        if (stem.length > 2) out.add(prefix + stem);
      });
    });
    return out;
  }

  // turned returns the stems of a word with other endings that stand for its own:
  // for "foren" that of "forum".
  function turned(word) {
    var out = [];
    turns.forEach(function (group) {
      group.forEach(function (ending) {
        var base = word.slice(0, word.length - ending.length);
        if (base.length < (word.length > 4 && ending.length > 2 ? 2 : 3) || !word.endsWith(ending)) return;
        group.forEach(function (other) { if (other !== ending) out.push(words.stem(base + other)); });
      });
    });
    return out;
  }

  // match returns a Map from words of the index to weights.
  function match(token, typing) {
    var hits = new Map();
    function hit(i, weight) { if (weight > (hits.get(i) || 0)) hits.set(i, weight); }
    function known(s, weight) {
      if (index.number.has(s)) hit(index.number.get(s), weight);
      (index.aliases.get(s) || []).forEach(function (i) { hit(i, weight * 0.8); });
    }
    known(token.key, 1);
    if (token.isNumber) {
      if (typing) index.within('\n' + token.key, function (i) { hit(i, 0.3); });
      return hits;
    }
    known(token.folded, 1);
    new Set([token.folded, token.key]).forEach(function (stem) {
      if (stem.length > 2) index.within(stem, function (i, at) { hit(i, fit(index.words[i], at, stem, typing)); });
    });
    var loose = bare(token.folded);
    bare(token.key).forEach(function (s) { loose.add(s); });
    [token.folded, token.key].concat(Array.from(loose)).forEach(function (s) { turned(s).forEach(function (t) { loose.add(t); }); });
    loose.forEach(function (stem) {
      known(stem, 0.5);
      index.within(stem, function (i, at) {
        var word = index.words[i], rest = word.slice(at + stem.length), how = bent(rest, stem);
        if (rest && stem.length < 4) return;
        if (!how && !at && rules.compounds && ends(rest)) hit(i, 0.25);
        if (how && (!at || rules.compounds && begins(word.slice(0, at)))) hit(i, (at ? 0.3 : 0.5) / how);
      });
    });
    hits.forEach(function (weight, i) { if (!weight) hits.delete(i); });
    return hits;
  }

  // split returns the words of the site that a word is joined from, or null.
  function split(word) {
    for (var least = 4; least > 1; least--) {
      for (var cut = word.length - least; cut >= least; cut--) {
        for (var j = 0; j < joints.length; j++) {
          if (!word.slice(0, cut).endsWith(joints[j])) continue;
          var head = word.slice(0, cut - joints[j].length), tail = word.slice(cut);
          if (head.length < least || !index.number.has(words.stem(head))) continue;
          if (index.number.has(words.stem(tail))) return [head, tail];
          var more = tail.length > 7 && least > 3 && split(tail);
          if (more) return [head].concat(more);
        }
      }
    }
    return null;
  }

  return { match: match, split: split };
}
