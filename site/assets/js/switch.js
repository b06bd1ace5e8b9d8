// The language switch leads to the paragraph that is being read, not only to the
// page: paragraphs have the same address in every language. Comfort only; each
// paragraph has a switch of its own that needs no script.
(function () {
  var links = document.querySelectorAll('.languages a[hreflang]');
  var units = document.querySelectorAll('.unit[id], h2[id], .event[id], .entry[id]');
  if (!links.length || !units.length) return;

  function current() {
    var line = window.innerHeight / 3, found = '';
    for (var i = 0; i < units.length; i++) {
      if (units[i].getBoundingClientRect().top > line) break;
      found = units[i].id;
    }
    return window.scrollY < 40 ? '' : found;
  }
  links.forEach(function (link) {
    link.addEventListener('click', function () {
      link.hash = current();
    });
  });
})();
