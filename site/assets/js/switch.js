// The language switch leads to the place that is being read, not only to the
// page: places have the same address in every language. Who reads far down has to
// go up to the switch, so the place remembered is the last one at which the page
// stood still. Comfort only; each place has a switch of its own that needs no
// script.
(function () {
  var links = document.querySelectorAll('.languages a');
  var places = document.querySelectorAll('main :is(.unit, .pair, .claim, h2, h3, .entry, .event, .source-item, .glossary > div)[id]');
  if (!links.length || !places.length) return;
  var place = '', timer;

  function remember() {
    if (window.scrollY < 200) return;
    var line = window.innerHeight / 3;
    for (var i = 0; i < places.length; i++) {
      if (places[i].getBoundingClientRect().top > line) break;
      place = places[i].id;
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
