// Gaps for words and numbers. Numbers may be written in any script and with either sign.
const {root, all, guard, words, kinds} = kandil;
const ZEROS = '660 6f0 7c0 966 9e6 a66 ae6 b66 be6 c66 ce6 d66 e50 ed0 f20 1040 17e0 1810 ff10'
  .split(' ').map(code => parseInt(code, 16));

// Without the quotes around it and the stop behind it; one kind of hyphen, space and apostrophe.
const tidy = text => text.normalize('NFC').replace(/[‐-―−]/g, '-').replace(/’/g, "'").replace(/\s+/g, ' ')
  .replace(/^[ "'«»‘-‟(]+|[ "'«»‘-‟).,;:!?]+$/g, '') || text;

const number = text => {
  const group = words.sign === ',' ? '.' : ',';
  const plain = tidy(text).replace(/[^\x00-\x7f]/g, sign => {
    const code = sign.charCodeAt();
    const zero = ZEROS.find(start => code >= start && code < start + 10);
    return zero ? code - zero : sign === '٫' ? '.' : '';
  }).replace(/[ ']/g, '');
  const whole = RegExp(`^\\D?[1-9]\\d?\\d?(\\${group}\\d{3})+\\b`).test(plain) ? plain.split(group).join('') : plain;
  const point = whole.replace(',', '.');
  return /^[-+]?\d*\.?\d+$/.test(point) ? +point : NaN;
};

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
  read: q => q.gaps.every(gap => gap.value.trim()) ? q.gaps.map(gap => gap.value.trim()).join('\n') : '',
  share: q => q.gaps.filter(({value}, i) => {
    const [low, high] = (q.notes[i].dataset.n || '').split(' ');
    return high ? number(value) >= low && number(value) <= high
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
