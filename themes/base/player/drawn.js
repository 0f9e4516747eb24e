// The page holds every question of the store; those that were not drawn are out of sight. The seed
// is kept where her results are, and is otherwise another one at each visit.
kandil.pick = quiz => {
  const {draw: count, bank, own, before = ''} = quiz.box.dataset;
  if (!count) return quiz.every;
  const kept = kandil.kept || {};
  const seed = kandil.seed = kept.seed || kandil.seed || 1 + Math.random() * 0x7fffffff | 0;
  const aims = quiz.every.map(q => q.box.dataset.o || '');
  const drawn = draw(seed, bank, aims, +own, +count, before.split(' ').map(Number));
  const chosen = quiz.every.filter((q, i) => {
    q.box.hidden = !drawn.includes(i);
    return !q.box.hidden;
  });
  // What is neither right nor wrong stands there always, and has its place among them.
  const shown = kandil.all('.q[id]', quiz.box).filter(box => !box.hidden);
  shown.forEach((box, i) => {
    const place = box.querySelector('.n span');
    if (place) place.textContent = kandil.fill(kandil.words.nth, {number: i + 1, total: shown.length});
  });
  return chosen;
};
