// Entries find their target, or their group. Press an entry, then its place; or drag it there. A
// second press on the entry takes it back.
const {all, make, look, kinds, words, hand} = kandil;

const place = entry => entry.parentNode.parentNode.dataset.l;

const home = entry => entry.dataset.h;

const pairs = (q, at) => q.entries.filter(at).map(entry => entry.dataset.l + '.' + at(entry));

const choose = (q, chosen) => {
  q.chosen = chosen;
  q.entries.forEach(entry => entry.firstChild.setAttribute('aria-pressed', entry === chosen));
};

const back = (q, entry) => {
  kandil.unmark(entry);
  q.pool.append(entry);
};

// Of a pair one stays in its place; of a group all do.
const put = (q, entry, target) => {
  if (q.lone) all('[data-h]', target).forEach(other => back(q, other));
  target.lastChild.append(entry);
};

const putAll = (q, answers) => answers.forEach(answer => {
  const [one, to] = answer.split('.');
  put(q, q.entries.find(entry => entry.dataset.l === one), q.targets.find(target => target.dataset.l === to));
});

const settle = (q, entry, target) => {
  put(q, entry, target);
  choose(q);
  hand.moved(q, entry, kandil.fill(words.put, {item: hand.name(entry), place: hand.name(target)}));
};

const pressEntry = (q, entry) => {
  if (q.chosen !== entry) {
    choose(q, entry);
    q.said.textContent = kandil.fill(words.choose, {item: hand.name(entry)});
    return;
  }
  choose(q);
  back(q, entry);
  hand.moved(q, entry, kandil.fill(words.back, {item: hand.name(entry)}));
  look(entry.firstChild);
};

// The words of an item become a button.
const asButton = (q, item, work) => {
  const button = kandil.push(item, '', () => {
    if (!q.settled) work();
  });
  button.append(item.firstChild);
};

const drag = (q, entry) => {
  let target;
  const aim = found => {
    if (target) target.classList.remove('at');
    target = q.targets.includes(found) && found;
    if (target) target.classList.add('at');
  };
  hand.grip(entry, ({clientX, clientY}, x, y) => {
    entry.style.transform = `translate(${x}px,${y}px)`;
    const below = document.elementFromPoint(clientX, clientY);
    aim(below && below.closest('.t>li'));
  }, dropped => {
    if (dropped && target) settle(q, entry, target);
    aim();
  });
};

kinds.matching = {
  set(q) {
    q.pool = q.field.querySelector('.o');
    q.entries = all('[data-h]', q.field).sort((a, b) => a.dataset.l < b.dataset.l ? -1 : 1);
    q.targets = all('.t>li', q.field);
    q.lone = '1' in q.targets[0].parentNode.dataset;
    q.said = kandil.status(q.field, 'vh');
    q.notes = all('div>p', q.key).map(line => line.lastChild);
    q.targets.forEach(target => {
      asButton(q, target, () => {
        if (q.chosen) settle(q, q.chosen, target);
        else q.said.textContent = words.first;
      });
      make('ul', target, '', 'o');
    });
    q.entries.forEach(entry => {
      asButton(q, entry, () => pressEntry(q, entry));
      drag(q, entry);
    });
  },
  key: q => pairs(q, home).join(),
  read: q => pairs(q, place).join(),
  share(q, answer) {
    const given = answer.split(',');
    const right = pairs(q, home);
    return right.filter(pair => given.includes(pair)).length / right.length;
  },
  put: (q, answer) => putAll(q, answer.split(',')),
  mark(q, whole) {
    choose(q);
    if (whole) putAll(q, pairs(q, home));
    q.entries.forEach((entry, i) => hand.mark(entry, place(entry) === home(entry), words.here, q.notes[i]));
  },
  clear(q) {
    choose(q);
    q.entries.forEach(entry => back(q, entry));
    q.said.textContent = '';
  }
};
