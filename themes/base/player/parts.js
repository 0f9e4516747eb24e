// A lesson is opened part after part; what was opened stays open, and nothing is locked. No step goes
// into the history, and the address stays: after the exit, Back finds no part. Without this script the
// whole lesson is there, and the list of parts leads to places of it.
{
  const parts = all('.part');

  // Opens the part in which a place lies, if it lies in one; `link`: that led her there. What the page
  // needs besides comes with the first.
  reach = (place, link) => {
    const part = place.closest('.part');
    const way = link && link.closest('.part>.then');
    if (way) way.hidden = true;
    if (!part) return;
    if (part !== kandil.here) say({type: 'part', part: part.querySelector('h2').id});
    part.hidden = false;
    kandil.here = part;
    // What shows it comes later (`menu.js`).
    if (kandil.paint) kandil.paint();
    load();
    return true;
  };

  if (parts[0]) {
    // What she is reading when the script comes stays where it is. The browser's own search opens the
    // part in which it finds a word, where it knows how. Nothing closes a part again: who pressed Back by
    // mistake is there again with Forward.
    parts.filter(part => !part.offsetHeight || part.getBoundingClientRect().top > innerHeight)
      .forEach(part => { part.hidden = 'until-found'; });
    // The button to a part that is open is not needed.
    kandil.join = () => parts.slice(1).forEach((part, i) => { parts[i].lastElementChild.hidden = !part.hidden; });
    kandil.join();
  }
}
