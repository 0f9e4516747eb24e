// Leaving at once, and pages that come back empty from the browser's cache (rulings 20, 22).
var clearings = [];

function empty() {
  all('input').forEach(function (input) {
    input.checked = input.defaultChecked;
    if (!/checkbox|radio/.test(input.type)) input.value = '';
  });
  all('details').forEach(function (details) { details.open = false; });
  clearings.forEach(function (work) { work(); });
}

function leave(event) {
  var href = event.currentTarget.href;
  event.preventDefault();
  root.classList.add('gone');
  try {
    say({type: 'exit', href: href});
  } finally {
    go(href);
  }
}

// In a frame the platform around it must go as well; a sandbox may forbid that.
function go(href) {
  if (window.top !== window) {
    try {
      window.top.location.replace(href);
      setTimeout(function () { location.replace(href); }, 500);
      return;
    } catch (forbidden) { /* the frame alone */ }
  }
  location.replace(href);
}

parts.push(function () {
  var link = document.querySelector('.exit');
  if (!link) return;
  link.addEventListener('click', leave);
  window.addEventListener('pagehide', guard(empty));
  window.addEventListener('pageshow', function (event) {
    if (event.persisted) root.classList.remove('gone');
  });
});
