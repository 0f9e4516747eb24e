// The scripts of the questions come when the first question comes near. Until then, and where the
// connection is lost, the page keeps the form that needs no script.
const NEAR = '1500px';
const REST = 2000;
const {more = ''} = document.currentScript.dataset;
let waiting = more.split(' ').filter(Boolean);
let left = waiting.length;

const start = () => kandil.parts.map(part => part()).length;

const begin = guard(() => {
  const {activeElement: held, body} = document;
  const {top} = held.getBoundingClientRect();
  // A file that was cut off has come too, but has brought nothing.
  if (kandil.words.check && start()) root.classList.add('js');
  // Where she was led stays in view, though of the quiz above it one question is left.
  if (held !== body) scrollBy(0, held.getBoundingClientRect().top - top);
});

// What was lost on the way is asked for again, after a longer rest each time.
const bring = kandil.bring = (src, then, rest = REST) => {
  const script = document.createElement('script');
  script.onload = then;
  script.onerror = () => setTimeout(() => bring(src, then, rest * 2), rest);
  script.src = src;
  document.head.append(script);
};

const load = () => {
  const now = waiting;
  waiting = [];
  now.forEach(src => bring(src, () => {
    left -= 1;
    if (!left) begin();
  }));
};

// Answers that were kept (`kandil.kept`) wait for the scripts, and bring them; each part shows its own.
const restore = kandil.restore = () => {
  if (left) load();
  else guard(start)();
};

document.addEventListener('kandil-restore', ({detail}) => {
  kandil.kept = detail;
  restore();
});

if (window.IntersectionObserver) {
  const eye = new IntersectionObserver(seen => {
    if (!seen.some(spot => spot.isIntersecting)) return;
    eye.disconnect();
    load();
  }, {rootMargin: NEAR});
  const boxes = all('.q,.todo');
  (boxes[0] ? boxes : all('.g')).forEach(box => eye.observe(box));
}
// A link of another page may lead into a part, or name its place in the form of a shell (`lesson.js`).
const place = placeOf(location.hash);
if (place && (reach(place) || location.hash[1] === '_')) look(place, true);
say({type: 'open'});
