// Where she stopped, as the device or a platform knows it: the parts up to there are open, and the button
// of the first screen leads on. What she reads meanwhile stays where it is, and so does the focus.
const ways = all('.then a');

const topOf = box => box.getBoundingClientRect().top;

// Opened unseen, below the window or above what she reads.
const open = (some, here) => {
  const before = here && topOf(here);
  if (!here && topOf(parts[0]) < innerHeight) return;
  some.forEach(part => { part.hidden = false; });
  kandil.join();
  if (here) scrollBy(0, topOf(here) - before);
  kandil.paint();
};

kandil.parts.push(() => {
  const {record} = kandil.kept || {};
  const own = record && record.lessons[document.body.dataset.module];
  const at = own ? parts.findIndex(part => part.querySelector('h2').id === own.part) : -1;
  if (at < 0) return;
  ways[0].innerHTML = ways[at].innerHTML;
  ways[0].hash = ways[at].hash;
  open(parts.slice(0, at + 1), kandil.here);
});
