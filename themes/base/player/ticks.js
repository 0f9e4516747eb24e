// How far she is with a list of things to do.
const {all, say, words, fill} = kandil;
const lists = all('.todo').map(list => {
  const told = document.createElement('p');
  told.className = 'n';
  told.setAttribute('role', 'status');
  list.after(told);
  return {list, told, boxes: all('input', list)};
});

const show = ({told, boxes}) => {
  const done = boxes.filter(box => box.checked).length;
  told.textContent = done ? fill(words.ticked, {number: done, total: boxes.length}) : '';
};

const every = () => [].concat(...lists.map(({boxes}) => boxes));

const put = ({ticks = ''}) => {
  const boxes = every();
  if (ticks.length === boxes.length) boxes.forEach((box, i) => { box.checked = ticks[i] === '1'; });
  lists.forEach(show);
};

lists.forEach(one => {
  one.list.onchange = () => {
    show(one);
    say({type: 'ticks', ticks: every().map(box => +box.checked).join('')});
  };
});
kandil.clear.push(() => lists.forEach(show));
kandil.parts.push(() => put(kandil.kept || {}));
document.addEventListener('kandil-restore', ({detail}) => put(detail));
