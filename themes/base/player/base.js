// The page works without a script: what the scripts add is drawn only where <html> has the class `js`.
const root = document.documentElement;

const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

const say = detail => {
  detail.module = document.body.dataset.module || '';
  return document.dispatchEvent(new CustomEvent('kandil', {detail, cancelable: true}));
};

// A fault in a handler brings the page without script back.
const guard = work => event => {
  try {
    work(event);
  } catch (fault) {
    root.classList.remove('js');
  }
};

// Firefox writes every box that is not as its page was into its session file, whatever it is told
// about completion: so the page follows what she ticks.
const tick = (box, on) => {
  box.checked = box.defaultChecked = on;
};

addEventListener('change', () => all('input').forEach(box => tick(box, box.checked)));

// What the files that come later build on, in whatever order they come: `words`, `kinds` of questions
// by form, their `rules` of style, what they share (`hand`), `parts` that start when all files have
// come and again when answers are restored, and what must be emptied when she leaves (`clear`). `question.js` adds how buttons and status
// lines are made; each file that makes elements has `make.js` in it.
const kandil = window.kandil = {
  root, all, say, guard, tick, words: {}, kinds: {}, hand: {}, rules: [], parts: [], clear: []
};
