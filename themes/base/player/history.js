// `history: minimal`: a page of the course takes the place of the one before it, so that the tab
// holds one entry for all of them.
addEventListener('click', event => {
  const link = event.target.closest('a');
  const held = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!link || link.target || link.origin !== location.origin || held || event.defaultPrevented) return;
  event.preventDefault();
  location.replace(link.href);
});
