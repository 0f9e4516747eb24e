// The gate without an entry of the tab: "Continue" opens it by a class. The address is changed in its
// place, so that the page that she loads again does not ask again.
const mind = () => {
  const open = !!placeOf(location.hash);
  root.classList.toggle('shut', !open);
  root.classList.toggle('open', open);
};

document.addEventListener('click', ({target}) => {
  const link = target.closest('.gate a[href*="#"]');
  if (!link || link.pathname !== location.pathname) return;
  root.classList.replace('shut', 'open');
  history.replaceState(null, '', '#in');
});
addEventListener('hashchange', mind);
mind();
