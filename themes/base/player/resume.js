// Where she stopped, as the device or a platform knows it: the parts up to there are open, and the button
// of the first screen leads on. What she reads meanwhile stays where it is, and so does the focus.
const [link] = all('.then a');

const topOf = box => box.getBoundingClientRect().top;

// Opened unseen, below the window or above what she reads.
const open = (some, here) => {
  const before = here && topOf(here);
  if (!here && topOf(parts[0]) < innerHeight) return;
  some.forEach(part => { part.hidden = false; });
  parts.slice(1).forEach((part, i) => { parts[i].lastElementChild.hidden = !part.hidden; });
  if (here) scrollBy(0, topOf(here) - before);
  kandil.paint();
};

kandil.parts.push(() => {
  const {record} = kandil.kept || {};
  const own = record && record.lessons[document.body.dataset.module];
  const at = own ? parts.findIndex(part => part.querySelector('h2').id === own.part) : -1;
  if (at < 0) return;
  if (at) {
    const [way] = all('.then a', parts[at - 1]);
    link.innerHTML = way.innerHTML;
    link.hash = way.hash;
  }
  open(parts.slice(0, at + 1), kandil.here);
});
