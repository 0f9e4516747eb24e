// Moves inside a page. A followed anchor is an entry of the tab, and Back would lead to it after the
// exit: where there is an exit, the script moves and the address stays. In a frame the browser would
// scroll the page around it too, and the script scrolls the window of the lesson alone (ruling 22).
const BAR = 64;

// Gives the focus, and scrolls only where she would not see it; `first`: to the top of the window. What
// lies in a closed part is opened (`parts.js`).
let reach = () => false;

const look = kandil.look = (place, first) => {
  reach(place);
  if (place.tabIndex < 0) place.tabIndex = -1;
  place.focus({preventScroll: true});
  const {bottom} = place.getBoundingClientRect();
  // "Part 1 of 6" belongs to the heading below it.
  const head = place.matches('.n+h2') ? place.previousElementSibling : place;
  const above = head.getBoundingClientRect().top - BAR;
  scrollBy(0, first || above < 0 ? above : Math.min(above, Math.max(0, bottom - innerHeight)));
};

// The place of this page that an address names; `#_place` is how a lesson in a shell names it.
const placeOf = kandil.placeOf = hash => all('[id]').find(({id}) => '#' + encodeURI(id) === hash.replace('#_', '#'));

addEventListener('click', event => {
  const link = event.target.closest('a[href*="#"]');
  if (!link || event.defaultPrevented) return;
  const here = link.pathname === location.pathname && placeOf(link.hash);
  if (!here || !reach(here, link) && top === window && !all('.exit')[0]) return;
  const fold = here.closest('details');
  if (fold) fold.open = true;
  event.preventDefault();
  look(here, true);
});
