// A lesson is opened part after part; what was opened stays open, and nothing is locked. No step goes
// into the history, and the address stays: after the exit, Back finds no part. Without this script the
// whole lesson is there, and the list of parts leads to places of it.
{
  const parts = all('.part');

  // Where she is, in words and as a shape; nothing of it on the first screen. Done is a part from which
  // she went on.
  const paint = kandil.paint = here => {
    root.classList.toggle('in', !!here);
    kandil.here = here;
    all('.at').forEach(words => { words.textContent = here && here.firstChild.textContent; });
    all('.track b,.toc li').forEach((step, n) => {
      const i = n % parts.length;
      const [mark] = all('i', step);
      const done = parts[i].lastElementChild.hidden;
      step.className = parts[i] === here ? 'here' : done ? 'done' : '';
      if (mark) mark.textContent = done ? '✓' : i + 1;
    });
  };

  // The browser's own search opens the part in which it finds a word, where it knows how.
  const close = some => {
    some.forEach(part => { part.hidden = 'until-found'; });
    parts.slice(1).forEach((part, i) => { parts[i].lastElementChild.hidden = !part.hidden; });
    paint();
  };

  // Opens the part in which a place lies, if it lies in one; `link`: that led her there. What the page
  // needs besides comes with the first.
  kandil.reach = (place, link) => {
    const part = place.closest('.part');
    const way = link && link.closest('.part>.then');
    if (way) way.hidden = true;
    if (!part) return;
    if (part !== kandil.here) say({type: 'part', part: part.querySelector('h2').id});
    part.hidden = false;
    paint(part);
    load();
    return true;
  };

  if (parts[0]) {
    // What she is reading when the script comes stays where it is.
    close(parts.filter(part => !part.offsetHeight || part.getBoundingClientRect().top > innerHeight));
    kandil.clear.push(() => close(parts));
  }
}
