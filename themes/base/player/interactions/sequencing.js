// Items in order: moved by buttons, which keep the focus, or by their handle.
const {all, make, guard, kinds, words} = kandil;

const items = q => all('.o>li', q.field);

const order = q => items(q).map(item => item.dataset.l);

const tellPlace = (q, item) => {
  const every = items(q);
  q.moved = true;
  q.said.textContent = words.place.replace('{item}', item.children[1].textContent)
    .replace('{number}', every.indexOf(item) + 1).replace('{total}', every.length);
};

const shift = (q, item, next, button) => {
  if (q.list.classList.contains('told')) return;
  const other = next ? item.nextElementSibling : item.previousElementSibling;
  if (other) q.list.insertBefore(item, next ? other.nextElementSibling : other);
  tellPlace(q, item);
  button.focus();
};

const addButton = (q, item, sign, name, next) => {
  const button = make('button', item, sign);
  button.type = 'button';
  button.setAttribute('aria-label', name + ': ' + item.children[1].textContent);
  button.onclick = guard(() => shift(q, item, next, button));
};

const arrange = (q, letters) => letters.forEach(one => {
  q.list.append(items(q).find(item => item.dataset.l === one));
});

const unmark = q => {
  q.list.classList.remove('told');
  items(q).forEach(item => {
    if (item.className) item.lastChild.remove();
    item.className = '';
  });
};

// The longest run that stands in the right order, not always side by side; a lone item is none.
const run = letters => {
  const best = letters.map(() => 1);
  letters.forEach((one, i) => letters.slice(0, i).forEach((other, k) => {
    if (other < one) best[i] = Math.max(best[i], best[k] + 1);
  }));
  return Math.max(...best);
};

kinds.sequencing = {
  set(q) {
    q.list = q.field.querySelector('.o');
    q.said = make('p', q.field, '', 'vh');
    q.said.setAttribute('role', 'status');
    q.notes = all('ol>li>span', q.key);
    items(q).forEach(item => {
      kandil.grip(item, {
        move({clientY}) {
          const before = items(q).find(other => {
            const {top, height} = other.getBoundingClientRect();
            return other !== item && clientY < top + height / 2;
          });
          if (before !== item.nextElementSibling) q.list.insertBefore(item, before || null);
        },
        drop: () => tellPlace(q, item)
      });
      addButton(q, item, '↑', words.up, false);
      addButton(q, item, '↓', words.down, true);
    });
  },
  key: q => order(q).sort().join(),
  read: q => q.moved ? order(q).join() : '',
  share(q, answer) {
    const letters = answer.split(',');
    return (run(letters) - 1) / (letters.length - 1);
  },
  put(q, answer) {
    arrange(q, answer.split(','));
    q.moved = true;
  },
  again: unmark,
  mark(q, whole) {
    unmark(q);
    if (whole) arrange(q, order(q).sort());
    q.list.classList.add('told');
    const right = order(q).sort();
    items(q).forEach((item, i) => {
      const fits = right[i] === item.dataset.l;
      const says = make('div', item, '', 'says');
      item.className = fits ? 'y' : 'x';
      make('b', says, fits ? '✓ ' + words.here : '○ ' + words.away);
      if (fits) says.append(...q.notes[right.indexOf(item.dataset.l)].cloneNode(true).childNodes);
    });
    return q.list.querySelector('.says');
  },
  clear(q) {
    unmark(q);
    const right = order(q).sort();
    do right.forEach(() => q.list.append(q.list.children[Math.random() * right.length | 0]));
    while (order(q).join() === right.join());
    q.moved = false;
    q.said.textContent = '';
  }
};
