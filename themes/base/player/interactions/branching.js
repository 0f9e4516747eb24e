// A scenario shows one step, and above it what she chose on the way there. An address that names a
// step opens it; her choices never change the address, which the history would keep.
const {all, make, guard, look, placeOf, kinds} = kandil;

// `words`: the choice that leads on; without it she came back, or from elsewhere.
const show = (q, to, words) => {
  let back = q.way.indexOf(to);
  if (!to || back < 0 && !words) back = 0;
  if (back < 0) {
    q.way.push(q.at);
    make('li', q.list, words);
  } else {
    q.way.length = back;
    while (q.list.children[back]) q.list.lastChild.remove();
  }
  q.list.previousElementSibling.hidden = !q.way.length;
  q.at = to;
  q.steps.forEach((step, i) => step.classList.toggle('on', i === to));
};

kinds.branching = {
  free: true,
  set(q) {
    const named = hash => q.heads.indexOf(placeOf(hash));
    q.steps = all('.s', q.box);
    q.heads = all('h2,h3', q.box);
    q.list = q.box.querySelector('.d ol');
    q.kind.clear(q);
    document.addEventListener('click', guard(event => {
      const link = event.target.closest('a[href^="#"]');
      const to = link ? named(link.hash) : -1;
      if (to < 0) return;
      event.preventDefault();
      if (to !== q.at) show(q, to, q.steps[q.at].contains(link) && link.firstChild.textContent);
      look(q.heads[to]);
    }));
    const to = named(location.hash);
    if (to < 1) return;
    show(q, to);
    setTimeout(() => look(q.heads[to], true));
  },
  clear(q) {
    q.way = [];
    show(q, q.at = 0);
  }
};
