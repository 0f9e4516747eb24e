// Where she stopped, as the device or a platform knows it: the parts up to there are open, and the button
// of the first screen leads on. What she reads meanwhile stays where it is, and so does the focus.
const ways = all('.then a');

kandil.parts.push(() => {
  const {record} = kandil.kept || {};
  const own = record && record.lessons[document.body.dataset.module];
  const at = own ? parts.findIndex(part => part.querySelector('h2').id === own.part) : -1;
  if (at < 0) return;
  ways[0].innerHTML = ways[at].innerHTML;
  ways[0].hash = ways[at].hash;
  // Opened unseen, below the window or above what she reads.
  if (!kandil.here && parts[0].getBoundingClientRect().top < innerHeight) return;
  parts.slice(0, at + 1).forEach(part => { part.hidden = false; });
  kandil.join();
  kandil.paint();
});
