// How far she is with a list of things to do.
const {all, say, words, tick} = kandil;
const lists = all('.todo').map(list => {
  const told = status(list.parentNode, 'n');
  list.after(told);
  return {list, told, boxes: all('input', list)};
});

const show = ({told, boxes}) => {
  const done = boxes.filter(box => box.checked).length;
  told.textContent = done ? fill(words.ticked, {number: done, total: boxes.length}) : '';
};

const put = ({ticks = {}}) => lists.forEach(one => {
  const kept = ticks[one.list.dataset.k];
  if (kept) one.boxes.forEach((box, i) => tick(box, kept[i] === '1'));
  show(one);
});

lists.forEach(one => {
  one.list.onchange = () => {
    show(one);
    say({type: 'ticks', list: one.list.dataset.k, ticks: one.boxes.map(box => +box.checked).join('')});
  };
});
kandil.clear.push(() => lists.forEach(show));
kandil.parts.push(() => put(kandil.kept || {}));
