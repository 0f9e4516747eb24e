// Gaps for words and numbers.
const {all, guard, words, kinds} = kandil;

kinds['fill-in'] = kinds.numeric = {
  set(q) {
    q.gaps = all('input:not([type])', q.field);
    q.notes = all('ul>li', q.key);
    q.field.onkeydown = guard(({key}) => {
      if (key === 'Enter') q.check.click();
    });
  },
  key: q => q.notes.map(note => note.firstChild.textContent).join(),
  // `some`: words in a few of the gaps count too.
  read(q, some) {
    const given = q.gaps.map(gap => gap.value.trim());
    return given.every(Boolean) || some && given.some(Boolean) ? given.join('\n') : '';
  },
  share: q => q.gaps.filter(({value, parentNode}, i) => {
    const {n} = q.notes[i].dataset;
    const set = q.box.dataset;
    if (!n) return all('b', q.notes[i]).some(note => fold(note.textContent, set) === fold(value, set));
    // A unit stands beside the gap too: "5 min" where the sentence says "minutes".
    const given = number(value, words.sign, unit => fold(parentNode.textContent).includes(fold(unit)));
    const [low, high] = n.split(' ');
    return given >= low && given <= high;
  }).length / q.gaps.length,
  put(q, answer) {
    const given = answer.split('\n');
    q.gaps.forEach((gap, i) => { gap.value = given[i] || ''; });
  },
  mark: (q, whole) => whole && q.out,
  clear: q => q.kind.put(q, '')
};
