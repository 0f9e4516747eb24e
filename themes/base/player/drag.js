// What Order, Match and Sort share: a mark under each item, and a handle that a mouse or a finger can
// grab. Beside the handle the page still scrolls; buttons do the same without dragging (WCAG 2.5.7).
const {make, guard, words, hand} = kandil;

Object.assign(hand, {
  name: item => item.querySelector('span').textContent,
  // An item that was moved loses its mark; the marks of the others still help.
  moved(q, item, told) {
    kandil.unmark(item);
    q.said.textContent = told;
    q.box.onchange();
  },
  mark(item, fits, praise, note) {
    kandil.unmark(item);
    item.className = fits ? 'y' : 'x';
    const says = make('div', item, '', 'says');
    kandil.local(make('b', says, fits ? '✓ ' + praise : '○ ' + words.away));
    if (fits) says.append(note.cloneNode(true));
  },
  grip(item, move, drop) {
    const grip = make('i', item, '⠿', 'grip');
    let from;
    grip.setAttribute('aria-hidden', true);
    grip.onpointerdown = guard(event => {
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      from = event;
      item.style.cssText = 'position:relative;z-index:1;pointer-events:none;outline:2px solid';
    });
    grip.onpointermove = guard(event => {
      if (from) move(event, event.clientX - from.clientX, event.clientY - from.clientY);
    });
    // A call that comes in takes the pointer away: nothing was dropped then.
    grip.onpointerup = grip.onpointercancel = guard(({type}) => {
      if (from) drop(type === 'pointerup');
      from = item.style.cssText = '';
    });
  }
});
