// Leaving at once, and pages that come back empty from the browser's cache (rulings 20, 22).
const leave = event => {
  const {href} = event.currentTarget;
  event.preventDefault();
  root.classList.add('gone');
  guard(() => say({type: 'exit', href}))();
  // A platform around this frame must go as well; a sandbox may forbid that.
  if (top !== window) guard(() => top.location.replace(href))();
  location.replace(href);
};

const empty = () => {
  all('input').forEach(input => {
    input.checked = input.defaultChecked;
    input.value = '';
  });
  all('details').forEach(details => { details.open = false; });
  kandil.clear.forEach(part => part());
};

all('.exit').forEach(link => {
  link.onclick = leave;
  addEventListener('pagehide', guard(empty));
  addEventListener('pageshow', event => {
    if (event.persisted) root.classList.remove('gone');
  });
});
