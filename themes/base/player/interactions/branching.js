// A scenario as a talk: each step stands below the words that she chose, and the way there stays above.
// It begins at the step that she reads when the script comes: an address may have named it. Her choices
// never change the address, which the history would keep.
const {all, make, guard, look, placeOf, kinds} = kandil;

// The steps in the order of the talk, those that she has not come to behind them: as paper shows them.
const arrange = q => {
  const last = q.way[q.way.length - 1];
  new Set([...q.way, ...q.steps.keys()]).forEach(i => {
    const step = q.steps[i];
    q.box.append(step);
    step.classList.toggle('on', q.way.includes(i));
    step.classList.toggle('now', i === last);
    if (!q.way.includes(i)) all('.me', step).forEach(mine => mine.remove());
  });
};

// `words`: the choice that leads on; without it she came back, or from elsewhere.
const show = (q, to, words) => {
  const back = to && q.way.indexOf(to);
  if (back >= 0 || !words) q.way.length = Math.max(back, 0);
  q.way.push(to);
  arrange(q);
  if (back >= 0 || !words) return;
  const mine = make('p', q.box, '', 'me');
  const label = make('b', mine, q.box.dataset.w + ' ', 'vh');
  kandil.local(label);
  make('span', mine, words);
  q.steps[to].prepend(mine);
};

kinds.branching = {
  free: true,
  set(q) {
    q.steps = all('.s', q.box);
    q.heads = all('h2,h3', q.box);
    document.addEventListener('click', guard(event => {
      const link = event.target.closest('a[href^="#"]');
      const to = link ? q.heads.indexOf(placeOf(link.hash)) : -1;
      const at = q.way[q.way.length - 1];
      if (to < 0) return;
      event.preventDefault();
      if (to !== at) show(q, to, q.steps[at].contains(link) && link.firstChild.textContent);
      look(q.steps[to], true);
      look(q.heads[to]);
    }));
    q.kind.clear(q, Math.max(0, q.steps.findIndex(step => step.contains(kandil.near))));
  },
  clear(q, at = 0) {
    q.way = [];
    show(q, at);
  }
};
