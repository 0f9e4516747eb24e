// Gaps for words and numbers.
const {root, all, guard, words, kinds} = kandil;

// A Turkish capital I becomes a letter without a dot, which nobody means in "EMAIL".
const folded = (q, text) => 'case' in q.box.dataset ? tidy(text)
  : tidy(text).toLocaleLowerCase(q.box.lang || root.lang).replace(/\u0131|i\u0307/g, 'i');

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
  share: q => q.gaps.filter(({value}, i) => {
    const [low, high] = (q.notes[i].dataset.n || '').split(' ');
    return high ? number(value, words.sign) >= low && number(value, words.sign) <= high
      : all('b', q.notes[i]).some(note => folded(q, note.textContent) === folded(q, value));
  }).length / q.gaps.length,
  put(q, answer) {
    const given = answer.split('\n');
    q.gaps.forEach((gap, i) => { gap.value = given[i] || ''; });
  },
  again() {},
  mark: (q, whole) => whole && q.out,
  clear: q => q.kind.put(q, '')
};
