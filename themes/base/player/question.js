// A question: its buttons, its attempts, and what it says. Its kind knows its controls.
var words = {};
var kinds = {};
var questions = [];
var SHOWN_AFTER = 3;

function Question(box) {
  var key = box.querySelector('.k');
  var q = {
    box: box, id: box.id, form: box.getAttribute('data-f'), key: key,
    points: +(box.getAttribute('data-p') || 1), limit: +(box.getAttribute('data-t') || 0),
    hints: all('.h', box), hinted: 0, tries: 0, settled: false, right: false
  };
  q.kind = kinds[q.form];
  q.kind.set(q);
  q.help = make('div');
  q.out = make('div', 'out');
  q.go = make('div', 'go');
  q.help.setAttribute('role', 'status');
  q.out.setAttribute('role', 'status');
  q.check = button(q, words.check, function () { press(q); });
  q.hint = button(q, label(q.hints[0]), function () { hint(q); });
  q.show = button(q, label(key), function () { reveal(q); });
  q.hint.hidden = !q.hints.length;
  q.show.hidden = true;
  if (box.lang) q.go.lang = root.lang;
  box.addEventListener('input', function () { ready(q); });
  box.addEventListener('change', function () { ready(q); });
  return q;
}

function label(details) {
  return details ? details.firstElementChild.textContent : '';
}

function button(q, name, work) {
  var made = make('button', '', name);
  made.type = 'button';
  made.addEventListener('click', guard(work));
  q.go.appendChild(made);
  return made;
}

// The words of the key serve as feedback: they are taken away closed and shown piece by piece.
function attach(q) {
  q.hints.concat(q.key).forEach(function (details) { q.box.removeChild(details); });
  [q.out, q.help, q.go].forEach(function (part) { q.box.appendChild(part); });
}

function detach(q) {
  q.hints.concat(q.key).forEach(function (details) { q.box.appendChild(details); });
  [q.out, q.help, q.go].forEach(function (part) { if (part.parentNode) q.box.removeChild(part); });
  q.kind.clear(q);
  lock(q, false);
}

function lock(q, closed) {
  all('input', q.box).forEach(function (input) { input.disabled = closed; });
}

// Scrolls only what cannot be seen, and never more than it must.
function look(element) {
  var place = element.getBoundingClientRect();
  element.tabIndex = -1;
  element.focus({preventScroll: true});
  if (place.top < 64 || place.bottom > window.innerHeight) element.scrollIntoView({block: 'nearest'});
}

function ready(q) {
  if (q.settled) return;
  q.check.textContent = words.check;
  q.again = false;
}

function press(q) {
  if (q.again) {
    q.kind.again(q);
    ready(q);
    all('input', q.box)[0].focus();
    return;
  }
  var answer = q.kind.read(q);
  if (!answer) {
    tell(q, words.none);
    return;
  }
  var told = judge(q, answer);
  say({
    type: 'answer', quiz: q.quiz ? q.quiz.id : '', question: q.id, form: q.form, answer: answer,
    right: q.right, key: q.kind.key(q), points: q.right ? q.points : 0, of: q.points,
    sensitive: q.box.hasAttribute('data-private')
  });
  look(told);
  if (q.quiz) q.quiz.look();
}

// Returns what the learner should be led to.
function judge(q, answer) {
  q.tries += 1;
  q.right = q.kind.right(q, answer);
  var out = q.limit && q.tries >= q.limit;
  var told = q.kind.mark(q, false);
  tell(q, verdict(q), q.right ? ['right', 'why'] : ['wrong'], told);
  if (q.right || out) settle(q);
  q.again = !q.settled;
  if (q.again) q.check.textContent = words.again;
  q.show.hidden = q.right || !(out || !q.limit && q.tries >= SHOWN_AFTER);
  return told || q.out;
}

function verdict(q) {
  return q.right ? '\u2713 ' + words.yes : '\u25CB ' + (q.kind.single(q) ? words.no : words.part);
}

function settle(q) {
  q.settled = true;
  lock(q, true);
  q.check.hidden = q.hint.hidden = true;
  q.box.classList.toggle('done', q.right);
}

function reveal(q) {
  settle(q);
  q.show.hidden = true;
  var told = q.kind.mark(q, true);
  tell(q, '', ['why']);
  look(told);
  if (q.quiz) q.quiz.look();
}

// The verdict is hidden where it stands under the answer already; a screen reader hears it.
function tell(q, verdict, names, told) {
  q.out.textContent = '';
  if (verdict) q.out.appendChild(make('p', told ? 'vh' : '')).appendChild(make('b', '', verdict));
  (names || []).forEach(function (name) {
    all('p.' + name, q.key).forEach(function (part) { q.out.appendChild(part.cloneNode(true)); });
  });
  q.out.classList.toggle('y', q.right);
}

function hint(q) {
  var words = q.help.appendChild(q.hints[q.hinted].lastElementChild.cloneNode(true));
  q.hinted += 1;
  q.hint.hidden = q.hinted === q.hints.length;
  look(words);
}

function restart(q) {
  q.tries = q.hinted = 0;
  q.settled = q.right = q.again = false;
  q.out.textContent = q.help.textContent = '';
  q.check.textContent = words.check;
  q.check.hidden = false;
  q.show.hidden = true;
  q.hint.hidden = !q.hints.length;
  q.box.classList.remove('done');
  lock(q, false);
  q.kind.clear(q);
}
