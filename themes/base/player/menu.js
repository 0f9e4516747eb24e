// The bar follows where she reads, in words and as a shape, and the list of parts hangs on its words.
const {root, all, make} = kandil;
const parts = all('.part');
let told;

// Nothing of it on the first screen. Done is a part from which she went on; the last one, when its quiz
// is handed in or, where there is none, when she has read to its end.
const paint = () => {
  const {here} = kandil;
  root.classList.toggle('in', !!here);
  told.textContent = here && here.firstChild.textContent;
  all('.track b,.toc li').forEach((step, n) => {
    const i = n % parts.length;
    const [mark] = all('i', step);
    const done = parts[i + 1] ? parts[i].lastElementChild.hidden : all('.over')[0] && !all('.quiz:not(.over)')[0];
    step.className = parts[i] === here ? 'here' : done ? 'done' : '';
    if (mark) mark.textContent = done ? '✓' : i + 1;
  });
};

const follow = () => {
  const eye = new IntersectionObserver(seen => seen.forEach(({isIntersecting, target}) => {
    if (!isIntersecting) return;
    kandil.here = target.matches('.part') && target;
    if (target.matches('.part:not([hidden])+:not(.part)')) target.classList.add('over');
    paint();
  }), {rootMargin: '-40% 0px -60%'});
  all('.lesson>section').forEach(section => eye.observe(section));
};

const hang = () => {
  const [bar] = all('.bar');
  const menu = make('details', bar, '', 'menu');
  const track = make('div', bar, '', 'track');
  const [exit] = all('.exit');
  told = make('summary', menu, '', 'at');
  make('div', menu, '', 'toc').append(all('.toc ol')[0].cloneNode(true));
  parts.forEach(() => make('b', track));
  if (exit) exit.before(menu);
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
  kandil.paint = paint;
  paint();
  if (window.IntersectionObserver) follow();
};

kandil.parts.push(() => {
  if (parts[0] && !told) hang();
});
