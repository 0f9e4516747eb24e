// Leaving at once, and pages that come back empty from the browser's cache (rulings 20, 22).
const exit = document.querySelector('.exit');
const told = exit.nextElementSibling;

// A territory may name a page of the internet: of use only where there is one, and no frame.
const online = () => top === window && location.protocol !== 'file:' && navigator.onLine && exit.dataset.on;

// The screen first, then what was kept, then the way out.
const leave = () => {
  const href = online() || exit.href;
  root.classList.add('gone');
  forget();
  guard(() => say({type: 'exit', href}))();
  // A platform around this frame must go as well; a sandbox may forbid that.
  if (top !== window) guard(() => top.location.replace(href))();
  location.replace(href);
};

const empty = () => {
  all('input,textarea').forEach(input => {
    input.checked = input.defaultChecked;
    input.value = input.defaultValue;
  });
  all('select').forEach(list => { list.selectedIndex = 0; });
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
addEventListener('pageshow', event => {
  if (!event.persisted) return;
  root.classList.remove('gone');
  show();
});
