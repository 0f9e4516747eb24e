// The gate of browsers that do not know `:has()`; in the others the style does it.
const mind = () => {
  root.classList.toggle('shut', !location.hash);
  root.classList.toggle('open', location.hash);
};

if (!window.CSS || !CSS.supports('selector(:has(a))')) {
  addEventListener('hashchange', mind);
  mind();
}
