// Entries find their target, or their group. Press an entry, then its place; or drag it there. A
// second press on the entry takes it back.
const {all, make, guard, kinds, words} = kandil;

const entries = q => all('[data-h]', q.field);

const homeOf = entry => entry.parentNode.parentNode.dataset.l || '';

const name = item => item.querySelector('span').textContent;

const say = (q, entry, text, where = '') => {
  q.said.textContent = text.replace('{item}', name(entry)).replace('{place}', where);
};

const select = (q, entry) => {
  q.chosen = entry;
  entries(q).forEach(one => one.querySelector('button').setAttribute('aria-pressed', one === entry));
};

// What was judged stays as it is until she tries again.
const told = q => q.field.classList.contains('told');

const back = (q, entry) => q.pool.append(entry);

const place = (q, entry, target) => {
  if (told(q)) return;
  if (q.lone) all('[data-h]', target).forEach(other => back(q, other));
  target.querySelector('ul').append(entry);
  select(q);
  say(q, entry, words.put, name(target));
};

const pressEntry = (q, entry) => {
  if (told(q)) return;
  if (q.chosen !== entry) {
    select(q, entry);
    say(q, entry, words.choose);
    return;
  }
  select(q);
  if (homeOf(entry)) back(q, entry);
  entry.querySelector('button').focus();
  q.said.textContent = '';
};

// The words of an item become a button.
const asButton = (item, work) => {
  const words = item.querySelector('span');
  const button = document.createElement('button');
  button.type = 'button';
  item.insertBefore(button, words);
  button.append(words);
  button.onclick = guard(work);
};

const setUpEntry = (q, entry) => {
  asButton(entry, () => pressEntry(q, entry));
  kandil.grip(entry, {
    move(event, x, y) { entry.style.transform = `translate(${x}px,${y}px)`; },
    drop({clientX, clientY}) {
      entry.style.transform = '';
      entry.style.visibility = 'hidden';
      const below = document.elementFromPoint(clientX, clientY);
      entry.style.visibility = '';
      const target = below && below.closest('.t>li');
      if (target && q.field.contains(target)) place(q, entry, target);
    }
  });
};

const unmark = q => {
  q.field.classList.remove('told');
  entries(q).forEach(entry => {
    if (entry.className) entry.lastChild.remove();
    entry.className = '';
  });
};

const byLetter = (one, other) => one.dataset.l < other.dataset.l ? -1 : 1;

const put = (q, pairs) => pairs.forEach(pair => {
  const [one, to] = pair.split('.');
  const target = q.targets.find(target => target.dataset.l === to);
  if (target) target.querySelector('ul').append(entries(q).find(entry => entry.dataset.l === one));
});

const pairs = (q, home) => entries(q).sort(byLetter)
  .filter(home).map(entry => entry.dataset.l + '.' + home(entry));

const key = q => pairs(q, entry => entry.dataset.h);

kinds.matching = {
  set(q) {
    q.pool = q.field.querySelector('.e');
    q.targets = all('.t>li', q.field);
    q.lone = '1' in q.targets[0].parentNode.dataset;
    q.said = make('p', q.field, '', 'vh');
    q.said.setAttribute('role', 'status');
    q.notes = all('p>span', q.key);
    q.targets.forEach(target => {
      asButton(target, () => {
        if (q.chosen) place(q, q.chosen, target);
        else q.said.textContent = words.first;
      });
      make('ul', target, '', 'o');
    });
    entries(q).forEach(entry => setUpEntry(q, entry));
  },
  key: q => key(q).join(),
  read: q => pairs(q, homeOf).join(),
  share(q, answer) {
    const right = key(q);
    return answer.split(',').filter(pair => right.includes(pair)).length / right.length;
  },
  put: (q, answer) => put(q, answer.split(',')),
  again: unmark,
  mark(q, whole) {
    unmark(q);
    select(q);
    if (whole) put(q, key(q));
    q.field.classList.add('told');
    entries(q).sort(byLetter).forEach((entry, i) => {
      const fits = homeOf(entry) === entry.dataset.h;
      const says = make('div', entry, '', 'says');
      entry.className = fits ? 'y' : 'x';
      make('b', says, fits ? '✓ ' + words.here : '○ ' + words.away);
      if (fits) says.append(...q.notes[i].cloneNode(true).childNodes);
    });
    return q.field.querySelector('.says');
  },
  clear(q) {
    unmark(q);
    select(q);
    entries(q).forEach(entry => back(q, entry));
    q.said.textContent = '';
  }
};
