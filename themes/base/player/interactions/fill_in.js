// Gaps for words and numbers.
const {all, guard, words, kinds} = kandil;

const folded = ({box: {dataset}}, text) => 'exact' in dataset ? seen(text) : fold(text, 'case' in dataset);

// A unit stands beside a number as it stands beside the gap: "5 min" where the sentence says "minutes".
const beside = gap => (unit, behind) => {
  const around = document.createRange();
  around.selectNodeContents(gap.parentNode);
  if (behind) around.setStartAfter(gap);
  else around.setEndBefore(gap);
  const words = fold(around.toString());
  return words[behind ? 'startsWith' : 'endsWith'](fold(unit));
};

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
    const given = high && number(value, words.sign, beside(q.gaps[i]));
    return high ? given >= low && given <= high
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
