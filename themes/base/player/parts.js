// A lesson is opened part after part; what was opened stays open, and nothing is locked. No step goes
// into the history, and the address stays: after the exit, Back finds no part. Without this script the
// whole lesson is there, and the list of parts leads to places of it.
{
  const parts = all('.part');

  // Where she is; what shows it comes later (`menu.js`).
  const go = here => {
    kandil.here = here;
    if (kandil.paint) kandil.paint();
  };

  // The browser's own search opens the part in which it finds a word, where it knows how.
  const close = some => {
    some.forEach(part => { part.hidden = 'until-found'; });
    parts.slice(1).forEach((part, i) => { parts[i].lastElementChild.hidden = !part.hidden; });
    go();
  };

  // Opens the part in which a place lies, if it lies in one; `link`: that led her there. What the page
  // needs besides comes with the first.
  reach = (place, link) => {
    const part = place.closest('.part');
    const way = link && link.closest('.part>.then');
    if (way) way.hidden = true;
    if (!part) return;
    if (part !== kandil.here) say({type: 'part', part: part.querySelector('h2').id});
    part.hidden = false;
    go(part);
    load();
    return true;
  };

  if (parts[0]) {
    // What she is reading when the script comes stays where it is.
    close(parts.filter(part => !part.offsetHeight || part.getBoundingClientRect().top > innerHeight));
    kandil.clear.push(() => close(parts));
  }
}
