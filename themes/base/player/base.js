// The page works without a script. Each part prepares itself; where one fails, all are undone.
var root = document.documentElement;
var parts = [];
var undoings = [];

function each(list, work) {
  Array.prototype.forEach.call(list, work);
}

function all(selector, inside) {
  return Array.from((inside || document).querySelectorAll(selector));
}

function make(tag, name, words) {
  var element = document.createElement(tag);
  if (name) element.className = name;
  if (words) element.textContent = words;
  return element;
}

function say(detail) {
  detail.module = document.body.getAttribute('data-module') || '';
  document.dispatchEvent(new CustomEvent('kandil', {detail: detail}));
}

function undo() {
  root.classList.remove('js');
  undoings.forEach(function (work) { work(); });
}

// A fault in a handler brings the page without script back.
function guard(work) {
  return function (event) {
    try {
      work(event);
    } catch (fault) {
      undo();
    }
  };
}
