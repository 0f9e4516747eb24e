// A scenario shows one step, and above it what she chose on the way there. Its choices stay links:
// the address says which step is shown, so that Back works as it does without a script.
const {all, make, guard, kinds} = kandil;

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

// The step that the address names; -1 for a place outside the scenario.
const target = q => q.heads.indexOf(q.box.querySelector(':target'));

const go = q => {
  let to = target(q);
  // Back to where the address named no step yet.
  if (to < 0 && q.at && location.hash === q.from) to = 0;
  if (to < 0) return;
  const {hash} = location;
  const links = all('.m a', q.steps[q.at]);
  // Two choices may lead to one step.
  const link = links.includes(q.pressed) ? q.pressed : links.find(one => one.hash === hash);
  if (to !== q.at) show(q, to, link && link.firstChild.textContent);
  kandil.look(q.heads[to]);
};

kinds.branching = {
  free: true,
  set(q) {
    q.steps = all('.s', q.box);
    q.heads = all('h2,h3', q.box);
    q.list = q.box.querySelector('.d ol');
    q.kind.clear(q);
    const to = target(q);
    if (to > 0) {
      show(q, to);
      setTimeout(() => q.heads[to].scrollIntoView());
    }
    q.box.onclick = guard(event => {
      q.pressed = event.target.closest('.m a');
      if (!q.at) q.from = location.hash;
      // Where the address is already, it will not change.
      if (q.pressed && q.pressed.hash === location.hash) go(q);
    });
    addEventListener('hashchange', guard(() => go(q)));
  },
  clear(q) {
    q.way = [];
    show(q, q.at = 0);
  }
};
