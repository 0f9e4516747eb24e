// A handle that a mouse or a finger can grab; beside it the page still scrolls. Buttons do the
// same without dragging (WCAG 2.5.7).
kandil.grip = (item, {move, drop}) => {
  const grip = document.createElement('i');
  let from;
  grip.className = 'grip';
  grip.textContent = '⠿';
  grip.setAttribute('aria-hidden', true);
  item.prepend(grip);
  grip.onpointerdown = kandil.guard(event => {
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    from = event;
    item.classList.add('held');
  });
  grip.onpointermove = kandil.guard(event => {
    if (from) move(event, event.clientX - from.clientX, event.clientY - from.clientY);
  });
  grip.onpointerup = grip.onpointercancel = kandil.guard(event => {
    if (!from) return;
    from = null;
    item.classList.remove('held');
    drop(event);
  });
};
