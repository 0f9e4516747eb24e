// Items in order: moved by buttons, which keep the focus, or by their handle.
const {all, kinds, words, hand} = kandil;

const items = q => [...q.list.children];

const order = q => items(q).map(item => item.dataset.l);

const arrange = (q, letters) => letters.forEach(one => {
  q.list.append(items(q).find(item => item.dataset.l === one));
});

const tell = (q, item) => {
  const every = items(q);
  hand.moved(q, item, kandil.fill(words.place, {
    item: hand.name(item), number: every.indexOf(item) + 1, total: every.length
  }));
};

// Its neighbour moves, so that the item keeps the focus and the pointer that holds it.
const swap = (item, down) => {
  if (down) item.before(item.nextSibling);
  else item.after(item.previousSibling);
};

const middle = item => {
  const {top, height} = item.getBoundingClientRect();
  return top + height / 2;
};

const follow = (item, y) => {
  while (item.previousSibling && y < middle(item.previousSibling)) swap(item);
  while (item.nextSibling && y > middle(item.nextSibling)) swap(item, true);
};

const addButton = (q, item, down) => {
  const button = kandil.push(item, down ? '↓' : '↑', () => {
    if (down ? item.nextSibling : item.previousSibling) swap(item, down);
    tell(q, item);
  });
  button.setAttribute('aria-label', (down ? words.down : words.up) + ': ' + hand.name(item));
};

// The longest run in the right order, not always side by side: what may stay. One alone is none.
const run = letters => {
  let best = [];
  letters.reduce((runs, one) => {
    const fitting = runs.filter(other => other[other.length - 1] < one);
    const made = [...fitting.sort((a, b) => b.length - a.length)[0] || [], one];
    if (made.length > best.length) best = made;
    return [...runs, made];
  }, []);
  return best[1] ? best : [];
};

kinds.sequencing = {
  set(q) {
    q.list = q.field.querySelector('.o');
    q.said = kandil.status(q.field, 'vh');
    q.notes = all('ol>li', q.key).map(item => item.lastChild);
    items(q).forEach(item => {
      addButton(q, item);
      addButton(q, item, true);
      hand.grip(item, ({clientY}) => follow(item, clientY), () => tell(q, item));
    });
  },
  key: q => order(q).sort().join(),
  read: q => order(q).join(),
  // Each further item of the run counts the same: none for the order turned round.
  share: (q, answer) => Math.max(0, run(answer.split(',')).length - 1) / (q.notes.length - 1),
  put: (q, answer) => arrange(q, answer.split(',')),
  mark(q, whole) {
    const right = order(q).sort();
    if (whole) arrange(q, right);
    const kept = run(order(q));
    items(q).forEach(item => {
      const {l} = item.dataset;
      hand.mark(item, kept.includes(l), words.yes, q.notes[right.indexOf(l)]);
    });
  },
  clear(q) {
    const right = order(q).sort();
    items(q).forEach(kandil.unmark);
    do right.forEach(() => q.list.append(q.list.children[Math.random() * right.length | 0]));
    while (order(q).join() === right.join());
    q.said.textContent = '';
  }
};
