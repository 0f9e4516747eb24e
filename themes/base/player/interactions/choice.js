// One answer, or all that apply. Letters follow the source, before any shuffle (ruling 25).
const {all, make, guard, tick, words, kinds} = kandil;
const letter = i => (10 + i).toString(36);

const isRight = note => note.className === 'y';

const letters = (items, test) => items.map((item, i) => test(item) ? letter(i) : '').filter(Boolean).join();

const choose = (q, answer) => q.ticks.forEach((box, i) => {
  tick(box, answer.split(',').includes(letter(i)));
});

kinds.choice = kinds['true-false'] = {
  set(q) {
    q.items = all('[type=A]>li', q.field);
    q.ticks = all('[type=A] input', q.field);
    q.notes = all('[type=A]>li', q.key);
    // On a page that lost its script the letters must still be those of the key.
    q.items.forEach((item, i) => { item.value = i + 1; });
  },
  key: q => letters(q.notes, isRight),
  read: q => letters(q.ticks, box => box.checked),
  // Of several right answers each counts; a wrong one takes one of them away.
  share(q, answer) {
    const given = answer.split(',');
    const key = q.kind.key(q).split(',');
    const hits = given.filter(one => key.includes(one)).length;
    return Math.max(0, 2 * hits - given.length) / key.length;
  },
  put: choose,
  again(q) {
    if (q.ticks[0].type === 'radio') choose(q, '');
  },
  // The reason appears under each answer that was chosen, with "Yes." under a right one; at the end
  // under the right ones too.
  mark(q, whole) {
    let told;
    q.items.forEach((item, i) => {
      const right = isRight(q.notes[i]);
      if (!(q.ticks[i].checked || whole && right)) return;
      if (!item.className) make('div', item, '', 'says').append(...q.notes[i].cloneNode(true).childNodes);
      if (right && !whole) item.querySelector('b').textContent = '✓ ' + words.yes;
      item.className = right ? 'y' : 'x';
      if (!told || whole && right) told = item.lastChild;
    });
    return told;
  },
  clear(q) {
    choose(q, '');
    q.items.forEach(item => {
      kandil.unmark(item);
      const list = item.parentNode;
      if ('s' in q.box.dataset) list.insertBefore(item, list.children[Math.random() * q.items.length | 0]);
    });
  }
};

// A poll is a choice that nobody judges.
kinds.poll = {
  free: true,
  set(q) {
    q.field = q.key = q.box;
    kinds.choice.set(q);
    q.told = q.box.querySelector('[role]');
    q.own = q.told.textContent;
    q.box.onchange = guard(() => { q.told.textContent = q.told.dataset.w + ' ' + q.own; });
    // What she chose before the scripts came is put back by the quiz.
    q.given = kinds.choice.read(q);
    q.kind.clear(q);
  },
  put: choose,
  clear(q) {
    kinds.choice.clear(q);
    q.told.textContent = q.own;
  }
};
