// Leaving at once, and pages that come back empty from the browser's cache (rulings 20, 22).
const exit = document.querySelector('.exit');
const told = exit.nextElementSibling;
const GRACE = 500;

// A territory may name a page of the internet: of use only where there is one, and no frame. Where
// the connection is lost even the neutral page cannot come, but an empty one can.
const way = () => {
  if (location.protocol === 'file:') return exit.href;
  if (!navigator.onLine) return 'about:blank';
  return top === window && exit.dataset.on || exit.href;
};

// The screen first, then what was kept, then the way out.
const leave = () => {
  const href = way();
  const go = () => {
    // A platform around this frame must go as well; a sandbox may forbid that.
    if (top !== window) guard(() => top.location.replace(href))();
    location.replace(href);
  };
  root.classList.add('gone');
  forget();
  // A shell that hears it empties the whole screen before its platform is told, and then leaves.
  if (say({type: 'exit', href})) go();
  else setTimeout(go, GRACE);
};

const empty = () => {
  all('input,textarea').forEach(input => {
    tick(input, false);
    input.value = input.defaultValue;
  });
  all('details').forEach(details => { details.open = false; });
  kandil.clear.forEach(part => part());
};

// Points in the button for the eye, words for a screen reader.
const show = (pressed = '') => {
  exit.dataset.n = '•'.repeat(pressed);
  told.textContent = told.dataset[pressed];
};

all('[rel^=nof]').forEach(link => {
  link.onclick = event => {
    event.preventDefault();
    leave();
  };
});
onShifts(show, leave);
addEventListener('pagehide', guard(empty));
addEventListener('pageshow', () => {
  root.classList.remove('gone');
  show();
});
