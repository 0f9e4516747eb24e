// The bar follows where she reads, and the list of parts hangs on its words.
const {all, make, paint} = kandil;
const [words] = all('a.at');

if (words) {
  const menu = make('details', words.parentNode, '', 'menu');
  const told = make('summary', menu, words.textContent, 'at');
  make('div', menu, '', 'toc').append(all('.toc ol')[0].cloneNode(true));
  words.replaceWith(menu);
  menu.onclick = ({target}) => {
    if (target.closest('a')) menu.open = false;
  };
  menu.onkeydown = ({key}) => {
    if (key !== 'Escape') return;
    menu.open = false;
    told.focus();
  };
  menu.addEventListener('focusout', ({relatedTarget: to}) => {
    if (to && !menu.contains(to)) menu.open = false;
  });
  if (window.IntersectionObserver) {
    const eye = new IntersectionObserver(seen => seen.forEach(({isIntersecting, target}) => {
      if (isIntersecting) paint(target.matches('.part') && target);
    }), {rootMargin: '-40% 0px -60%'});
    all('.lesson>section').forEach(section => eye.observe(section));
  }
}
