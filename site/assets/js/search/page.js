// The search page: loads the index when it is first needed, asks it, and lists
// what it says. Everything is built from nodes and text, never from markup.
(function () {
  var form = document.querySelector('form[data-src]'), results = document.querySelector('.search-results');
  if (!form || !results) return;
  var input = form.querySelector('input'), status = document.querySelector('.search-status'), say = results.dataset;
  var finder = null, texts = [], file = null, failed = false, shown = 20, found = 0, asked = null, timer;

  // In the dossier as one file the index is part of the file.
  var embedded = document.querySelectorAll('script[data-search-index]'), single = embedded.length > 0;

  // Where the index lies, and the site; a file of its own has neither.
  var address = single ? null : new URL(form.getAttribute('data-src'), document.baseURI);
  var root = single ? null : new URL('../', address), disk = location.protocol === 'file:';

  // Trusted Types: the only script that is ever added is one of the index's.
  var policy = !single && self.trustedTypes && self.trustedTypes.createPolicy('dossier-search', {
    createScriptURL: function (url) {
      if (url.indexOf(new URL('.', address).href) !== 0) throw new TypeError(url);
      return url;
    },
  });

  // load adds a script of the index; then is called when it has run.
  function load(url, then) {
    var script = document.createElement('script');
    script.src = policy ? policy.createScriptURL(url) : url;
    script.addEventListener('load', function () { script.remove(); take(); then(); });
    script.addEventListener('error', function () { failed = true; asked = null; status.textContent = say.failed; });
    document.head.append(script);
  }

  // take fetches what the scripts have left.
  function take() {
    (self.dossierSearch || []).splice(0).forEach(function (value) {
      if (value.words !== undefined) { file = value; finder = dossierFinder(value); }
      else texts[value.chunk] = value;
    });
  }

  function need(then) {
    if (single && !finder) self.dossierSearch = Array.from(embedded, function (s) { return JSON.parse(s.textContent); });
    take();
    if (finder) return then();
    status.textContent = say.loading;
    if (asked) return asked.push(then);
    asked = [then];
    load(address.href, function () { asked.forEach(function (f) { f(); }); });
  }

  // chunk returns the number of the file that holds a unit's text.
  function chunk(unit) {
    var n = file.chunks.length - 1;
    while (n > 0 && file.chunks[n] > unit) n--;
    return n;
  }

  // needTexts loads the files of texts that the units stand in.
  function needTexts(units, then) {
    var missing = Array.from(new Set(units.map(chunk))).filter(function (n) { return !texts[n]; }), left = missing.length;
    if (!left) return then();
    missing.forEach(function (n) {
      load(address.href.replace(/\.js$/, '-' + n + '.js'), function () { if (!--left) then(); });
    });
  }

  function textOf(unit) {
    var t = texts[chunk(unit)], row = t.texts[unit - file.chunks[t.chunk]], page = t.pages[row[0]];
    return { page: page[0], title: page[1], id: row[1], kind: row[2], n: row[3], text: row[4] };
  }

  function href(u) {
    if (single) return '#' + (u.id || u.page);
    var url = new URL(u.page, root).href;
    if (disk && /\/$/.test(url)) url += 'index.html';
    return u.id ? url + '#' + u.id : url;
  }

  function node(name, text) {
    var n = document.createElement(name);
    if (text) n.textContent = text;
    return n;
  }

  // excerpt cuts a text around its first marked words and marks them.
  function excerpt(text, marked) {
    var out = node('p'), ranges = finder.mark(text, marked), room = 240;
    var from = 0, to = text.length;
    if (to > room) {
      from = ranges.length ? Math.max(0, text.lastIndexOf(' ', Math.max(0, ranges[0][0] - 60))) : 0;
      to = text.indexOf(' ', Math.min(text.length, from + room));
      if (to < 0) to = text.length;
    }
    var at = from;
    if (from) out.append('… ');
    ranges.forEach(function (r) {
      if (r[0] < at || r[1] > to) return;
      out.append(text.slice(at, r[0]), node('mark', text.slice(r[0], r[1])));
      at = r[1];
    });
    out.append(text.slice(at, to));
    if (to < text.length) out.append(' …');
    return out;
  }

  function name(u) {
    if (u.kind === 'paragraph') return u.n ? say.kindParagraph + ' ' + u.n : u.title;
    var word = say['kind' + u.kind[0].toUpperCase() + u.kind.slice(1)] || u.title;
    return u.n ? word + ' ' + u.n : word;
  }

  // list groups units by page, in the order of each page's best.
  function list(units, marked) {
    var groups = new Map(), out = document.createDocumentFragment();
    units.forEach(function (unit) {
      var u = textOf(unit);
      if (!groups.has(u.page)) groups.set(u.page, []);
      groups.get(u.page).push(u);
    });
    groups.forEach(function (group) {
      var heading = node('h2'), link = node('a', group[0].title), ul = node('ul');
      link.href = href({ page: group[0].page });
      heading.append(link);
      group.forEach(function (u) {
        var li = node('li'), a = node('a', name(u)), text = excerpt(u.text, marked);
        a.href = href(u);
        text.id = 'found-' + found++; // "Ereignis" alone says too little when links are read out one by one
        a.setAttribute('aria-describedby', text.id);
        li.append(a, text);
        ul.append(li);
      });
      out.append(heading, ul);
    });
    return out;
  }

  function count(n) { return n === 1 ? say.countOne : say.count.replace('%n', n); }

  function show(answer, query) {
    var all = answer.all.map(unitOf), some = answer.some.map(unitOf).slice(0, 20), first = all.slice(0, shown);
    needTexts(first.concat(some), function () {
      if (input.value !== query) return;
      results.replaceChildren();
      found = 0;
      if (first.length) results.append(list(first, answer.words));
      if (all.length > first.length) results.append(more(all.length));
      if (some.length) results.append(node('h3', say.some), list(some, answer.words));
      var words = answer.guessed.map(function (t) { return say.guessed.replace('%w', t.folded); });
      var total = all.length || some.length;
      status.textContent = words.concat(total ? count(total) : say.none).join(' ');
    });
  }

  function unitOf(s) { return s.unit; }

  function more() {
    var button = node('button', say.more);
    button.type = 'button';
    button.className = 'search-more';
    button.addEventListener('click', function () {
      var before = results.querySelectorAll('li').length;
      shown += 40;
      search();
      var next = results.querySelectorAll('li a')[before];
      if (next) next.focus();
    });
    return button;
  }

  function search() {
    var query = input.value;
    if (!query.trim()) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    need(function () { if (input.value === query) show(finder.find(query, true), query); });
  }

  // remember keeps the query in the address, so that going back finds it again.
  function remember() {
    if (single) return;
    var query = input.value.trim();
    try {
      history.replaceState(null, '', query ? '?q=' + encodeURIComponent(query) : location.pathname);
    } catch (e) { /* a page without an origin of its own has no address to keep it in */ }
  }

  input.addEventListener('input', function () {
    clearTimeout(timer);
    shown = 20;
    timer = setTimeout(function () { search(); remember(); }, 120);
  });
  // whenAsked calls back when a form is sent; where a frame forbids forms, no
  // submit event comes, so the button and the Enter key are heard too.
  function whenAsked(form, then) {
    function ask(event) { event.preventDefault(); then(); }
    form.addEventListener('submit', ask);
    form.querySelector('button').addEventListener('click', ask);
    form.querySelector('input').addEventListener('keydown', function (event) { if (event.key === 'Enter') ask(event); });
  }
  whenAsked(form, function () {
    clearTimeout(timer);
    search();
    remember();
  });
  // The field in the head of the one file leads to its search.
  if (single) document.querySelectorAll('form[role=search]').forEach(function (other) {
    if (other !== form) whenAsked(other, function () {
      input.value = other.querySelector('input').value;
      search();
      input.scrollIntoView();
      input.focus();
    });
  });
  var query = new URLSearchParams(location.search).get('q');
  if (query) { input.value = query; search(); }
})();
