// The language switch leads to the paragraph that is being read, not only to the
// page: paragraphs have the same address in every language. Who reads far down
// has to go up to the switch, so the place remembered is the last one at which
// the page stood still. Comfort only; each paragraph has a switch of its own that
// needs no script.
(function () {
  var links = document.querySelectorAll('.languages a[hreflang]');
  var units = document.querySelectorAll('.unit[id], main h2[id], .event[id], .entry[id]');
  if (!links.length || !units.length) return;
  var place = '', timer;

  function remember() {
    if (window.scrollY < 200) return;
    var line = window.innerHeight / 3;
    for (var i = 0; i < units.length; i++) {
      if (units[i].getBoundingClientRect().top > line) break;
      place = units[i].id;
    }
  }
  window.addEventListener('scroll', function () {
    clearTimeout(timer);
    timer = setTimeout(remember, 250);
  }, { passive: true });
  links.forEach(function (link) {
    link.addEventListener('click', function () {
      remember();
      link.hash = place;
    });
  });
})();
