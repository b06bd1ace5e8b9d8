// Sorts the appendix: by value, date, label or status all figures stand in one list,
// without the headings of what is measured. Comfort only; the order of the page is
// the one by measure.
(function () {
  var select = document.getElementById('sort');
  var lists = [].slice.call(document.querySelectorAll('.appendix .entries'));
  if (!select || !lists.length) return;
  var entries = [].slice.call(document.querySelectorAll('.appendix .entry'));
  var homes = entries.map(function (entry) { return entry.parentNode; });
  var order = ['corroborated', 'stated', 'disputed', 'superseded', 'unverifiable', 'refuted'];

  var keys = {
    value: function (entry) { return -parseFloat(entry.querySelector('.entry-value data').value); },
    date: function (entry) { return entry.querySelector('time').dateTime; },
    label: function (entry) { return entry.querySelector('.entry-label > span').textContent; },
    status: function (entry) { return order.indexOf(entry.querySelector('[data-status]').dataset.status); }
  };

  function compare(a, b) {
    if (typeof a.key === 'string') return a.key.localeCompare(b.key, document.documentElement.lang) || a.n - b.n;
    return a.key - b.key || a.n - b.n;
  }

  select.parentNode.hidden = false;
  select.addEventListener('change', function () {
    var key = keys[select.value];
    document.querySelector('.appendix').classList.toggle('sorted', !!key);
    if (!key) {
      entries.forEach(function (entry, i) { homes[i].append(entry); });
      return;
    }
    entries
      .map(function (entry, n) { return { entry: entry, key: key(entry), n: n }; })
      .sort(compare)
      .forEach(function (item) { lists[0].append(item.entry); });
  });
})();
