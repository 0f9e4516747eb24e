// A question: its buttons, its attempts, and what it says. Its kind knows its controls.
// A kind with `free` needs no button: nothing in it is right or wrong.
const {root, all, make, say, guard, look, kinds, words} = kandil;
const SHOWN_AFTER = 3;

// `replace` with a string would take the `$&` of a trainer's words for a sign of its own.
const fill = kandil.fill = (text, values) => text.replace(/{(\w+)}/g, (whole, name) => values[name]);

let questions;

const push = kandil.push = (parent, text, work) => {
  const made = make('button', parent, text);
  made.onclick = guard(work);
  return made;
};

const status = kandil.status = (parent, name) => {
  const made = make('div', parent, '', name);
  made.setAttribute('role', 'status');
  return made;
};

// Takes back the colour of an answer, and what was said under it.
kandil.unmark = item => {
  if (item.className) item.lastChild.remove();
  item.className = '';
};

// Words of the page in a question that fell back to another language.
const local = kandil.local = made => {
  made.lang = root.lang;
  made.dir = root.dir;
};

const setUp = box => {
  const {dataset} = box;
  const q = {box, points: +(dataset.p || 1), limit: +dataset.t, kind: kinds[dataset.f], own: 'private' in dataset};
  if (q.kind.free) {
    q.kind.set(q);
    return q;
  }
  const buttons = make('div', box, '', 'go');
  q.key = box.querySelector('.k');
  q.field = box.querySelector('fieldset');
  q.out = status(q.field, 'out');
  q.check = push(buttons, '', () => press(q));
  q.show = push(buttons, q.key.firstChild.textContent, () => reveal(q));
  q.field.after(buttons);
  local(buttons);
  box.oninput = box.onchange = () => ready(q);
  box.onclick = event => {
    if (q.settled && event.target.name) event.preventDefault();
  };
  q.kind.set(q);
  q.given = q.kind.read(q, true);
  restart(q);
  return q;
};

const restart = q => {
  q.kind.clear(q);
  if (q.kind.free) return;
  q.tries = q.share = 0;
  q.last = '';
  tell(q);
  settle(q, false);
  ready(q);
};

// A closed answer stays as it was given, easier to read than a disabled one.
const settle = (q, closed = true) => {
  q.settled = q.check.hidden = closed;
  all('input,button', q.field).forEach(input => {
    input.readOnly = closed;
    input.setAttribute('aria-disabled', closed);
  });
  q.show.hidden = true;
  q.box.classList.toggle('done', closed && q.share === 1);
};

const ready = (q, again) => {
  q.again = again;
  q.check.textContent = again ? words.again : words.check;
};

const press = q => {
  const answer = q.kind.read(q);
  if (q.again) {
    if (q.kind.again) q.kind.again(q);
    ready(q);
    look(all('input,button', q.field)[0]);
  } else if (answer) {
    const told = judge(q, answer);
    if (!q.own) say({
      type: 'answer', quiz: q.quiz || '', question: nameOf(q), answer, kept: keptOf(q),
      right: q.share === 1, key: q.kind.key(q), points: earned(q), of: q.points
    });
    over();
    look(told);
  } else {
    const gap = (q.gaps || []).find(one => !one.value.trim());
    tell(q, words.none);
    if (gap) look(gap);
  }
};

const nameOf = q => q.box.id.slice(2);

// Her last answer as it is kept, with the number of her tries behind it; what she wrote, with its
// language and what it came to.
const keptOf = (q, tries = q.tries) => {
  if (q.gaps) return [q.last, tries, q.language, q.share].join('\t');
  return tries === 1 ? q.last : q.last + '\t' + tries;
};

// Rounded down to tenths, so that only a right answer has all the points.
const earned = q => Math.floor(q.share * q.points * 10 + 1e-9) / 10;

// Returns what she should be led to.
const judge = (q, answer, language = root.lang, share = q.kind.share(q, answer)) => {
  const out = ++q.tries === q.limit;
  q.share = share;
  q.last = answer;
  q.language = language;
  const right = q.share === 1;
  const told = q.kind.mark(q);
  tell(q, right ? '✓ ' + words.yes : '○ ' + words.part, right ? '.right,.why' : '.wrong', q.field.querySelector('[type=radio]'));
  if (right || out) settle(q);
  else ready(q, true);
  q.show.hidden = right || !out && (q.limit || q.tries < SHOWN_AFTER);
  return told || q.out;
};

const reveal = q => {
  settle(q);
  tell(q, '', '.fit,.k>ul,.right,.why');
  look(q.kind.mark(q, true));
  over();
};

// The words of the key serve as feedback. A verdict that stands under the answer already is for
// screen readers only.
const tell = (q, verdict, names, silent) => {
  q.out.textContent = '';
  if (verdict) local(make('p', q.out, verdict, silent ? 'vh' : 'v'));
  if (names) q.out.append(...all(names, q.key).map(part => part.cloneNode(true)));
};
