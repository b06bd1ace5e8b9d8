// A viewer that gives a file no address of its own, as phones do for what a mail
// brought, or shows it in a frame, may not follow a link to a place in it. Then
// this goes there.
document.addEventListener('click', function (event) {
  var link = event.target.closest && event.target.closest('a[href^="#"]');
  if (!link || event.defaultPrevented) return;
  var hash = link.getAttribute('href'), place = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!place) return;
  function go() {
    place.scrollIntoView();
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  }
  if (self !== self.top) {
    event.preventDefault();
    go();
  } else setTimeout(function () {
    if (decodeURIComponent(location.hash) !== decodeURIComponent(hash)) go();
  }, 0);
});
